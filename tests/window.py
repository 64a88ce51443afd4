"""What somebody does at a browser, without one: opens pages, follows links, fills in the form that the page shows."""

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from interregnum.outside.mail import kept_mail
from tests.world import PASSWORD, browser


class _Fields(HTMLParser):
    """What a browser would send of each form of a page when nobody typed anything."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = [{}]
        self.links: list[str] = []
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {key: value or "" for key, value in attrs}
        name, form = of.get("name", ""), self.forms[-1]
        if tag == "form":
            self.forms.append({})
        elif tag == "a":
            self.links.append(of.get("href", ""))
        elif tag == "select":
            self.select = name
            form.setdefault(name, [] if "multiple" in of else "")
        elif tag == "option" and "selected" in of:
            self._add(self.select, of["value"])
        elif tag == "textarea":
            self.area, form[name] = name, ""
        elif tag == "input" and name:
            is_box = of.get("type") in {"checkbox", "radio"}
            if not is_box or "checked" in of:
                self._add(name, of.get("value", "on" if is_box else ""), several=of.get("type") == "checkbox")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[-1][self.area] += data

    def _add(self, name: str, value: str, *, several: bool = False) -> None:
        form = self.forms[-1]
        if several or isinstance(form.get(name), list):
            form[name] = [*form.get(name, []), value]
        else:
            form[name] = value


def shown_on(page: str, *names: str) -> dict[str, Any]:
    """The form of a page that has fields of these names, or else the first one for an action; what stands in them."""
    fields = _Fields()
    fields.feed(page)
    forms = [form for form in fields.forms if "once" in form or "password" in form]
    best = max(forms, key=lambda form: len(form.keys() & set(names)), default={})
    return dict(best)


class Window:
    """One person at a browser of their own; `page` is the text of the page that is open, `path` its address."""

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or browser()
        self.page = self.path = ""

    @property
    def code(self) -> str:
        """The code of the object whose page is open."""
        return str(resolve(self.path).kwargs["code"])

    def sign_in(self, email: str) -> "Window":
        return self.go(reverse("account_login")).send(login=email, password=PASSWORD)

    def open_account(self, email: str) -> "Window":
        """Follow the link in the mail, and choose a password."""
        mails, _number = kept_mail(limit=200)
        texts = (mail.text for mail in mails if mail.to == email)
        link = next(found[1] for text in texts if (found := re.search(r"https?://[^/\s]+(/invitation/\S+/)", text)))
        return self.go(link).send(password=PASSWORD)

    def go(self, path: str) -> "Window":
        return self._arrive(self.client.get(path, follow=True))

    def to(self, address: str) -> "Window":
        """Follow the first link of this page that leads to an address by this name."""
        fields = _Fields()
        fields.feed(self.page)
        return self.go(next(link for link in fields.links if _name_of(link) == address))

    def send(self, address: str = "", /, **typed: Any) -> "Window":
        """Send the form of this page, to its own address or to another; what is not typed stays as it is shown."""
        shown = self.shown(*typed)
        path = reverse(address, args=[self.code]) if address else self.path
        return self._arrive(self.client.post(path, shown | typed, follow=True))

    def shown(self, *names: str) -> dict[str, Any]:
        """The form that has fields of these names, or else the first one for an action; with what stands in them."""
        return shown_on(self.page, *names)

    def _arrive(self, answer: HttpResponseBase) -> "Window":
        self.path, self.answer = answer.request["PATH_INFO"], answer  # type: ignore[attr-defined]
        self.page = answer.content.decode()  # type: ignore[attr-defined]
        assert answer.status_code == 200, (answer.status_code, self.path, re.findall(r'id="id_\S+_error".*', self.page))
        return self


def _name_of(link: str) -> str:
    try:
        return resolve(link.partition("?")[0]).view_name
    except Resolver404:
        return ""
