"""The proof that the journal holds: asked by a person or each night, kept, and said aloud when it fails."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.journal.models import Head, Verification
from interregnum.journal.verified import fault_of, last_verification, verify_chain
from interregnum.kernel.actor import Role
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.records import ledger

# The same fault is told again after so long, and not each time that somebody looks.
TOLD_AGAIN = timedelta(hours=12)


def prove(at: datetime) -> Verification:
    """Walk the chain; when it does not hold, write to every partner."""
    before = last_verification()
    found = verify_chain(at, known=ledger.known_heads())
    fault, head = fault_of(found), Head.objects.first()
    if fault is None and head is not None and head.number:
        ledger.note(ledger.KnownHead(head.number, head.digest, at.isoformat()))
    is_told = before and fault_of(before) == fault and before.checked_at > at - TOLD_AGAIN
    if fault and not is_told:
        for account in Account.objects.filter(seats__role=Role.PARTNER, is_active=True).distinct():
            with override(account.language):
                words = str(fault)
            write_to(
                email=account.email,
                language=account.language,
                template="mail/journal_broken.txt",
                name=account.name,
                fault=words,
                faults=found.faults,
                link=link_to("bureau:journal"),
            )
    return found


@job(called=_("Verify the journal"), priority=SOMEBODY_WAITS)
def verify_now() -> None:
    """A person asked for the walk over the chain."""
    prove(timezone.now())  # noqa: TID251 - a job is its own clock
