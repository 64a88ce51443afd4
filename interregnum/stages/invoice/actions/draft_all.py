"""All drafts of a month at once, by the worker: what cannot be drafted is left where it was, and nothing twice."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.progress import tell_progress
from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.kernel.actor import OFFICE
from interregnum.people.accounts import actors_of
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.draft import draft_invoice
from interregnum.stages.invoice.queries.open_days import to_draft


@job(called=_("Draft the invoices of a month"), priority=SOMEBODY_WAITS)
def draft_all(account: str, month: str) -> None:
    """Killed anywhere, it goes on with what is still on no invoice."""
    row = Account.objects.filter(code=account, is_active=True).first()
    by = next((one for one in actors_of(row) if one.role in OFFICE), None) if row else None
    if by is None:
        return
    at = timezone.now()  # noqa: TID251 - the moment of the work, which no caller may choose
    until = date.fromisoformat(month)
    codes = to_draft(until, seen_by=by)
    for done, code in enumerate(codes, start=1):
        draft_invoice(assignment=code, month=until, by=by, at=at)
        tell_progress(done, len(codes))
