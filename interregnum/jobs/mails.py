"""The mails on the record, as pages and the day's news ask for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.jobs.models import Mail, MailAbout
from interregnum.jobs.post import Letter, put
from interregnum.jobs.states import MailState
from interregnum.kernel.hours import Quiet

type Codes = Collection[str] | QuerySet[Any]
TROUBLE = Q(state__in=[MailState.FAILED, MailState.BOUNCED], replaced_by=None)
LOG_LINES = 12


@dataclass(frozen=True)
class MailLine:
    """A mail in the log of an object; `at` is when it was sent or came back, else when it was written."""

    code: str
    subject: str
    to: str
    state: MailState
    at: datetime


def mails() -> QuerySet[Mail]:
    """All mails on the record."""
    return Mail.objects.all()


def mail_of(code: str, *, about: Codes | None) -> Mail:
    """One mail. Raises Http404 when there is none of that code, or it is about none of these objects (None: of all)."""
    row = _about(about).select_related("replaced_by", "digest").filter(code=code).first()
    if row is None:
        raise Http404
    return row


def mails_in_trouble(*, about: Codes | None, limit: int = 5) -> tuple[MailLine, ...]:
    """The newest that failed or came back and were not sent anew since, about these objects (None: about all)."""
    return tuple(map(_line, _about(about).filter(TROUBLE).order_by("-pk")[:limit]))


def _about(codes: Codes | None) -> QuerySet[Mail]:
    if codes is None:
        return Mail.objects.all()
    return Mail.objects.filter(pk__in=MailAbout.objects.filter(code__in=codes).values("mail"))


def _line(row: Mail) -> MailLine:
    return MailLine(row.code, row.subject, row.to, row.state, row.bounced_at or row.sent_at or row.written_at)


def bounced(addresses: Collection[str]) -> frozenset[str]:
    """Which of these addresses sent a mail back that was not sent anew since."""
    rows = Mail.objects.filter(TROUBLE, state=MailState.BOUNCED, to__in=addresses)
    return frozenset(rows.values_list("to", flat=True))


def mails_about(*codes: str, within: Codes | None = None, most: int = LOG_LINES) -> tuple[MailLine, ...]:
    """The newest mails about any of these objects, newest first; only those also about one `within` (None: all)."""
    rows = _about(within).filter(abouts__code__in=[code for code in codes if code]).distinct()
    return tuple(map(_line, rows.order_by("-pk")[:most]))


def names_beginning(with_: str) -> list[str]:
    """The names of mails that must not be written twice, as far as they begin so."""
    rows = Mail.objects.filter(name__startswith=with_).values_list("name", flat=True)
    return [name for name in rows if name]


def readers_with_news() -> list[str]:
    """The addresses for which something gathered."""
    return list(Mail.objects.filter(state=MailState.GATHERED).values_list("to", flat=True).distinct().order_by("to"))


def gathered_for(to: str) -> list[Mail]:
    """What gathered for an address, oldest first; nobody else takes it before this transaction ends."""
    return list(Mail.objects.select_for_update().filter(to=to, state=MailState.GATHERED).order_by("pk"))


def last_written(to: str, template: str) -> datetime | None:
    """When a mail of this kind was last written to an address."""
    rows = Mail.objects.filter(to=to, template=template).order_by("-pk")
    return rows.values_list("written_at", flat=True).first()


def drop_news(news: Sequence[Mail]) -> None:
    """What gathered never leaves: its reader has no account any more."""
    Mail.objects.filter(pk__in=[row.pk for row in news], state=MailState.GATHERED).update(state=MailState.UNWANTED)


def close_news(news: Sequence[Mail], letter: Letter, *, quiet: Quiet) -> None:
    """Send what gathered in one mail, and note in which."""
    digest = Mail.objects.get(code=put(letter, about=(), quiet=quiet))
    rows = Mail.objects.filter(pk__in=[row.pk for row in news], state=MailState.GATHERED)
    rows.update(state=MailState.DIGESTED, digest=digest)
