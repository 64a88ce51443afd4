"""Goes wherever one person can go, and reads all that comes back: pages, forms, exports, documents."""

import base64
import io
import re
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

import pypdf
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from interregnum.people.permission import Scope, Verbs
from interregnum.people.permissions import ROWS
from tests.canaries.planting import PREFIX
from tests.house.forms_of_addresses import objects_of

LINK = re.compile(r'(?:href|action|hx-get|src)="(/[^"#]*)')
PICTURE = re.compile(r"data:image/[\w+.-]+;base64,([A-Za-z0-9+/=]+)")
MOST = 2000
# How many signs an answer has, and how long it took on a busy machine, is a number like that of an amount by chance.
COUNTED = {"Content-Length", "Server-Timing"}
# Whoever has such a link may read the page: it is found only where somebody was given it.
BY_LINK = {"front:ask-received"}
# The same pages in another order or about something else, and what ends the visit.
SKIPPED = re.compile(r"[?&]sort=|/static/|sign-out|notes/new/\?of=|parameters/\?name=")


@dataclass
class Crawl:
    """One person's browser; `seen` maps an address to all the text that it gave, `linked` a link to its page."""

    browser: Client
    lives: Iterable[object]
    # Only addresses that begin so: the search for a leak of which the place is known.
    under: str = "/"
    seen: dict[str, str] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    shut: set[str] = field(default_factory=set)

    def go(self) -> dict[str, str]:
        self.browser.raise_request_exception = False
        waiting = deque(["/", "/home/", *self._addresses()])
        while waiting:
            address = waiting.popleft()
            if address in self.seen or SKIPPED.search(address) or not address.startswith(self.under):
                continue
            assert len(self.seen) < MOST, "more pages than one firm should have: look for a circle of links"
            text = self.seen[address] = self._get(address)
            links = [unescape(link) for link in LINK.findall(text)]
            self.linked |= dict.fromkeys(links, address)
            waiting.extend(links)
        self._send_empty_forms()
        return self.seen

    def dead(self) -> list[str]:
        """The links that somebody is shown and that are shut to them; but for weeks, which the lives of the cast lived
        ahead of the clock that this search stands at."""
        shut = [address for address in self.shut & self.linked.keys() if "?week=" not in address]
        return sorted(f"{self.linked[address]} leads to {address}" for address in shut)

    def _addresses(self) -> Iterator[str]:
        """Every address of the house with the objects of each life, allowed or not; lists are searched as well."""
        for row in ROWS:
            for life in () if row.address in BY_LINK else self.lives:
                address = reverse(row.address, kwargs=objects_of(row.address, life))
                yield address
                if row.verbs != Verbs.WRITE and row.scope is Scope.PAGE:
                    yield f"{address}?q={PREFIX}"

    def _get(self, address: str) -> str:
        response = self.browser.get(address)
        if response.status_code in {301, 302}:
            target = urlsplit(response["Location"])
            return f'href="{target.path}"' if target.netloc in {"", "testserver"} else ""
        assert response.status_code < 500, address
        if response.status_code in {403, 404}:
            self.shut.add(address)
        return text_of(response)

    def _send_empty_forms(self) -> None:
        """What a form says back when nothing was filled in; whatever it did is undone."""
        for row in ROWS:
            if row.verbs == Verbs.READ or row.address == "account_logout":
                continue
            for life in self.lives:
                address = reverse(row.address, kwargs=objects_of(row.address, life))
                if f"POST {address}" in self.seen or not address.startswith(self.under):
                    continue
                with transaction.atomic():
                    response = self.browser.post(address, {"nothing": ""})
                    transaction.set_rollback(True)
                self.seen[f"POST {address}"] = text_of(response)


def text_of(response: HttpResponse) -> str:
    """All that somebody could read in an answer, headers too."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items() if name not in COUNTED)
    return headers + "\n" + readable(content, response.get("Content-Type", ""))


def readable(content: bytes, media_type: str = "") -> str:
    """The text in a document: of each page of a PDF and its properties, of each part of an archive, or as it stands."""
    if content[:5] == b"%PDF-":
        # What a manager hands in may call itself a PDF and be none.
        with suppress(pypdf.errors.PdfReadError):
            reader = pypdf.PdfReader(io.BytesIO(content))
            return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(readable(archive.read(name)) for name in archive.namelist())
    return PICTURE.sub(_drawn, unescape(content.decode("utf-8", "replace")))


def _drawn(picture: re.Match[str]) -> str:
    """What stands in a picture inside a page; its letters as sent are chance, and now and then spell an amount."""
    return base64.b64decode(picture[1]).decode("utf-8", "replace")
