"""The addresses of the guarantee: one that waits for a choice, one that was carried out, and one to take over."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.brief.models import Brief
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.guarantee.models import Complaint, HandOver, Hearing, RootCause
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import CaseState, Dropped
from tests.world import NOW, TODAY, make_manager


def complaint_of(state: CaseState) -> Callable[[Any], str]:
    """The guarantee of this life in a state, about its own manager; made when a test first asks for it."""

    def make(life: Any) -> str:
        return str(_complaint(life, state, Assignment.objects.get(code=life.assignment).manager).code)

    return make


def _complaint(life: Any, state: CaseState, manager: Manager, **more: Any) -> Complaint:
    assignment = Assignment.objects.get(code=life.assignment)
    told = {"contract": assignment.contract, "reason": ComplaintReason.RESULT, "words": "Er komt niets van terecht."}
    when = dict.fromkeys(("complained_at", "acknowledged_at", "closed_at"), NOW)
    when |= {"complained_by": life.cast.carla, "last_day": TODAY}
    row, _is_new = Complaint.objects.get_or_create(
        assignment=assignment, state=state, manager=manager, defaults=told | when | more
    )
    return row


def to_take_over(life: Any) -> str:
    """One in which this life's manager succeeds somebody."""
    before = Manager.objects.filter(email="wout@example.org").first()
    gone = before or make_manager(name="Wout Voorbeeld", email="wout@example.org", is_active=False)
    row = _complaint(life, CaseState.REPLACED, gone, successor=Assignment.objects.get(code=life.assignment).contract)
    HandOver.objects.get_or_create(
        complaint=row, defaults={"document": "Alles loopt.", "written_at": NOW, "version": 1}
    )
    return str(row.code)


def instead_of(life: Any) -> str:
    """The same, of which the manager before could not be heard any more."""
    code = to_take_over(life)
    said = {"not_heard": "Niet te bereiken.", "said_by": life.cast.anton, "said_at": NOW}
    Hearing.objects.get_or_create(complaint=Complaint.objects.get(code=code), defaults=said)
    return code


def bankrupt_at(life: Any) -> str:
    """The assignment of this life, whose client went bankrupt."""
    manager = Assignment.objects.get(code=life.assignment).manager
    _complaint(life, CaseState.DROPPED, manager, dropped=Dropped.BANKRUPT)
    return str(life.assignment)


def agreed_before(life: Any) -> str:
    """An invitation to which this life's manager said yes, and the client chose nobody."""
    proposal, _is_new = Proposal.objects.get_or_create(
        brief=Brief.objects.get(code=life.brief),
        state="declined",
        decline_reason="Toch niet.",
        defaults={"invited_at": NOW - timedelta(days=1)},
    )
    rates = {"client_rate": Money(1250), "manager_rate": Money(1000)}
    told = {"rationale": "Past.", "starts_on": TODAY, "state": "not_chosen", "answered_at": NOW}
    row, _is_new = Candidacy.objects.get_or_create(
        proposal=proposal, manager=life.cast.max_profile, defaults=told | rates
    )
    return str(row.code)


def had_of_guarantee(life: Any) -> None:
    """All that the addresses need of a life, so that asking for them writes nothing."""
    for make in MADE_OF_GUARANTEE.values():
        make(life)


def all_of_guarantee(life: Any) -> None:
    """The same, with all that people write in it."""
    had_of_guarantee(life)
    for row in Complaint.objects.filter(assignment__code=life.assignment, manager=life.cast.max_profile):
        said = {"complaint": row, "said_by": life.cast.max, "said_at": NOW}
        Hearing.objects.create(words="Ik kreeg geen mandaat.", **said)
        found = {"words": "Hij mocht niets.", "lesson": "Eerst het mandaat.", "found_by": life.cast.anton}
        RootCause.objects.create(complaint=row, cause=Cause.MANDATE, found_at=NOW, **found)
    Complaint.objects.filter(assignment__code=life.assignment, state=CaseState.OPEN).update(spoken_at=NOW)


DOCUMENT = {"document": "Het plan ligt bij de directie.", "contacts": "Ans", "decisions": "", "version": "0"}
FORMS_OF_GUARANTEE: dict[str, dict[str, Any]] = {
    "client:guarantee-complain": {"reason": "result", "words": "", "choice": "talk"},
    "client:guarantee-case": {"do": "choose", "choice": "talk"},
    "bureau:guarantee-case": {"do": "talk"},
    "bureau:guarantee-trustee": {"words": "De curator betaalt vooruit."},
    "manager:guarantee-own": {"words": "Ik kreeg geen mandaat."},
    "manager:guarantee-hand-over": DOCUMENT,
    **{f"{desk}:guarantee-hand-over": DOCUMENT | {"version": "1"} for desk in ("bureau", "shadow")},
    "manager:guarantee-take-over": {"sure": "on"},
    "manager:guarantee-stand-by": {"do": "yes"},
}
ROLES = {"client": Role.CLIENT, "shadow": Role.SHADOW, "manager": Role.MANAGER, "bureau": Role.ACCOUNT_MANAGER}
WHOM_OF_GUARANTEE = {address: (ROLES[address.partition(":")[0]], "reported") for address in FORMS_OF_GUARANTEE}
OBJECTS_OF_GUARANTEE = {"client:guarantee-complain": "assignment"}
MADE_OF_GUARANTEE: dict[str, Callable[[Any], str]] = {
    **{f"{desk}:guarantee-case": complaint_of(CaseState.OPEN) for desk in ("client", "bureau", "shadow")},
    **{f"{desk}:guarantee-proof": complaint_of(CaseState.REPLACED) for desk in ("client", "bureau")},
    "bureau:guarantee-trustee": bankrupt_at,
    "manager:guarantee-own": complaint_of(CaseState.OPEN),
    "manager:guarantee-hand-over": complaint_of(CaseState.REPLACED),
    "manager:guarantee-take-over": to_take_over,
    **{f"{desk}:guarantee-hand-over": instead_of for desk in ("bureau", "shadow")},
    "manager:guarantee-stand-by": agreed_before,
}
