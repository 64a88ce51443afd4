"""What stands in the way of an erasure, and what the law keeps of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.models import Seat
from interregnum.records.models import Hold
from interregnum.records.persons import Person
from interregnum.stages.ask.models import Request
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.states import LIVE, CandidacyState
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.states import ContractState
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState


@dataclass(frozen=True)
class Kept:
    """Contracts that the law keeps under a pseudonym, and the last day of the longest of them."""

    contracts: int
    until: date | None


def obstacles(person: Person) -> Refused | None:
    """Why this person cannot be erased now; None when nothing stands in the way."""
    reasons = tuple(_reasons(person))
    return Refused(reasons) if reasons else None


def _reasons(person: Person) -> Iterator[Reason]:
    running = _assignments(person).exclude(state=AssignmentState.CLOSED)
    for number in running.values_list("number", flat=True):
        yield Reason("records.assignment_runs", facts={"number": number})
    unsigned = Contract.objects.filter(_of_contract(person), state=ContractState.DRAWN).distinct()
    for number in unsigned.values_list("number", flat=True):
        yield Reason("records.contract_open", facts={"number": number})
    proposed = in_proposals().filter(manager__code__in=person.managers)
    for state in proposed.order_by().values_list("state", flat=True).distinct():
        yield Reason("records.invitation_open" if state == CandidacyState.INVITED else "records.proposal_open")
    if Hold.objects.filter(_of_hold(person), lifted_at=None).exists():
        yield Reason("records.held")
    partners = Seat.objects.filter(role=Role.PARTNER, account__is_active=True)
    if partners.filter(account__code__in=person.accounts).exists() and not (
        partners.exclude(account__code__in=person.accounts).exists()
    ):
        yield Reason("records.last_partner")


def in_proposals() -> QuerySet[Candidacy]:
    """Managers who were asked, or said yes, in a proposal about which nobody has decided yet."""
    return Candidacy.objects.filter(state__in=[CandidacyState.INVITED, CandidacyState.AGREED], proposal__state__in=LIVE)


def _assignments(person: Person):  # type: ignore[no-untyped-def]
    theirs = (
        Q(manager__code__in=person.managers)
        | Q(owner__code__in=person.accounts)
        | Q(shadow_appointment__shadow__code__in=person.accounts)
    )
    return Assignment.objects.filter(theirs).distinct()


def _of_contract(person: Person) -> Q:
    return Q(manager__code__in=person.managers) | Q(agreements__signed_by__code__in=person.accounts)


def _of_hold(person: Person) -> Q:
    """A dispute about a request, a contract or an assignment holds whoever had a part in it."""
    theirs = (
        Contract.objects.filter(_of_contract(person)).order_by().values("code"),
        _assignments(person).order_by().values("code"),
        Request.objects.filter(contact_email__in=person.emails).order_by().values("code"),
    )
    held = Q(about__in=person.accounts | person.managers)
    for codes in theirs:
        held |= Q(about__in=codes)
    return held


def kept_by_law(person: Person, *, years: int) -> Kept:
    """The contracts whose book year ended less than so many years ago stay, without the name."""
    ends = Contract.objects.filter(_of_contract(person)).distinct().order_by().values_list("ends_on", flat=True)
    days = [date(day.year + years, 12, 31) for day in ends]
    return Kept(len(days), max(days, default=None))
