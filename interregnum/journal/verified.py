"""Walk the chain and keep what was found, so that a page can say it."""

from datetime import datetime

from interregnum.journal.chain import Fault, faults
from interregnum.journal.models import Verification

# The last so many walks are kept; each is one row a night.
KEPT = 400


def verify_chain(at: datetime) -> Verification:
    """Walk all of the chain now and keep the outcome."""
    seen = [0]
    found = list(faults(seen.append))
    first = found[0] if found else Fault(0, "")
    row = Verification.objects.create(
        checked_at=at,
        entries=seen[-1],
        faults=len(found),
        first_fault=first.code,
        first_number=first.number,
    )
    old = list(Verification.objects.values_list("pk", flat=True)[KEPT:])
    Verification.objects.filter(pk__in=old).delete()
    return row


def last_verification() -> Verification | None:
    return Verification.objects.first()


def fault_of(row: Verification) -> Fault | None:
    """The first thing that did not hold; None when all did."""
    return Fault(row.first_number, row.first_fault) if row.first_fault else None
