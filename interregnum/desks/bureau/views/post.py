"""Mail that was kept in a folder because no mail server is named."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render

from interregnum.outside.mail import KeptMail, kept_mail
from interregnum.web.listing import PAGE_SIZE
from interregnum.web.pieces import Table
from interregnum.web.requests import Request


@dataclass(frozen=True)
class Message:
    """A kept message as the page shows it."""

    subject: str
    to: str
    sent_at: datetime
    text: str


class _Folder:
    """The kept messages as a paginator wants them: only those of one page are read."""

    def __len__(self) -> int:
        return kept_mail(limit=0)[1]

    def __getitem__(self, part: slice) -> list[Message]:
        first = part.start or 0
        return [_message(one) for one in kept_mail(first=first, limit=(part.stop or first) - first)[0]]


def _message(one: KeptMail) -> Message:
    return Message(one.subject, one.to, parsedate_to_datetime(one.sent), one.text)


def mail(request: Request) -> HttpResponse:
    folder: Any = _Folder()
    page: Page[Message] = Paginator(folder, PAGE_SIZE).get_page(request.GET.get("page"))
    table = Table(id="mail", columns=(), rows=(), base_url=request.path)
    context = {"page": page, "mails": list(page), "table": table, "is_folder": settings.KEEPS_MAIL_IN_FOLDER}
    return render(request, "bureau/mail.html", context)
