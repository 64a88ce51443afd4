"""Walk the chain and keep what was found, so that a page can say it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db.models import QuerySet, Subquery

from interregnum.journal.chain import Fault, faults
from interregnum.journal.models import Entry, Verification

# The last so many walks are kept; each is one row a night.
KEPT = 400
# Of the seals that are known so many are looked at: a year of nights.
MOST_KNOWN = 400


def verify_chain(at: datetime, *, known: Mapping[int, str]) -> Verification:
    """Walk all of the chain now and keep the outcome; `known` are seals of entries that were seen to hold before."""
    seen = [0]
    found = [*faults(seen.append), *unknown_again(known)]
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


def unknown_again(known: Mapping[int, str]) -> Iterator[Fault]:
    """A chain that was sealed anew fits itself; what was known of it earlier shows it."""
    held = dict(Entry.objects.filter(number__in=list(known)[-MOST_KNOWN:]).values_list("number", "digest"))
    for number, digest in list(known.items())[-MOST_KNOWN:]:
        if held.get(number) != digest:
            yield Fault(number, "known")


def last_verification() -> Verification | None:
    return Verification.objects.first()


def broken_chain() -> QuerySet[Verification]:
    """The last walk, when something did not hold."""
    last = Verification.objects.order_by("-checked_at", "-pk").values("pk")[:1]
    return Verification.objects.filter(pk=Subquery(last)).exclude(first_fault="")


def fault_of(row: Verification) -> Fault | None:
    """The first thing that did not hold; None when all did."""
    return Fault(row.first_number, row.first_fault) if row.first_fault else None
