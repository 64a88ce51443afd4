"""All invoices of a month at once, by the worker: numbered, or sent. What cannot be done stays where it was."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.progress import tell_progress
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.kernel.actor import Actor
from interregnum.people.accounts import actors_of
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice, send_invoice
from interregnum.stages.invoice.queries.papers import WRITERS
from interregnum.stages.invoice.queries.rows import drafts_of, to_send


@job(called=_("Give the drafts of a month their numbers"), priority=SOMEBODY_WAITS)
def issue_month(account: str, month: str) -> None:
    """Killed anywhere, it goes on with the drafts that are left."""
    by, until = _writer(account), date.fromisoformat(month)
    if by is not None:
        _each(list(drafts_of(until, seen_by=by).values_list("code", flat=True)), _issue, by)


@job(called=_("Send the invoices of a month"), priority=SOMEBODY_WAITS)
def send_month(account: str, month: str) -> None:
    """The same for what has its number and its documents."""
    by, until = _writer(account), date.fromisoformat(month)
    if by is not None:
        _each(list(to_send(until, seen_by=by).values_list("code", flat=True)), _send, by)


def _each(codes: list[str], act: Callable[[str, Actor, datetime], object], by: Actor) -> None:
    for done, code in enumerate(codes, start=1):
        act(code, by, timezone.now())  # noqa: TID251 - the moment of the work, which no caller may choose
        tell_progress(done, len(codes))


def _issue(code: str, by: Actor, at: datetime) -> None:
    check_invoice(invoice=code, by=by, at=at)
    issue_invoice(invoice=code, by=by, at=at)


def _send(code: str, by: Actor, at: datetime) -> None:
    send_invoice(invoice=code, by=by, at=at)


def _writer(account: str) -> Actor | None:
    row = Account.objects.filter(code=account, is_active=True).first()
    return next((one for one in actors_of(row) if one.role in WRITERS), None) if row else None
