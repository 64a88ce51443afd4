"""The ordinary end: whom the desks ask what, and what was said."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.parameters.values import value
from interregnum.stages.contract.models import EndWish
from interregnum.stages.contract.queries.access import SIDE_OF, contract_of, goes_on, visible_to
from interregnum.stages.contract.queries.agreed import taking_on
from interregnum.stages.contract.queries.facts import facts_of
from interregnum.stages.contract.rules.ending import Asked, Wish
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.texts import SEES, WISHES
from interregnum.web.pieces import Definition

ASKED = {Role.CLIENT: Asked.CLIENT, Role.MANAGER: Asked.MANAGER}


@dataclass(frozen=True)
class Said:
    who: object
    what: object
    words: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class EndingPage:
    """The bureau reads all answers, a side its own. `mine`: what the reader's side said; `taking_on`: what was agreed
    for when the manager goes on at the client without the firm."""

    code: str
    number: str
    organisation_name: str
    manager_name: str
    runs_until: date | None
    is_over: bool
    is_open: bool
    mine: Wish | None
    said: tuple[Said, ...]
    taking_on: tuple[Definition, ...]


@dataclass(frozen=True)
class EndLine:
    code: str
    organisation_name: str
    manager_name: str
    runs_until: date


def asked_of(actor: Actor) -> Asked:
    return ASKED.get(actor.role, Asked.BUREAU)


def ending_page(code: str, *, seen_by: Actor, on: date) -> EndingPage:
    """Raises Http404 for a contract that is not theirs."""
    row, asked = contract_of(code, seen_by=seen_by), asked_of(seen_by)
    rows = [each for each in row.wishes.all() if each.runs_until == row.runs_until]
    mine = next((each.wish for each in rows if each.asked == asked), None)
    is_over = row.runs_until is not None and row.runs_until < on
    shown = [each for each in rows if asked in (Asked.BUREAU, each.asked)]
    return EndingPage(
        code=row.code,
        number=row.number,
        organisation_name=row.organisation.name,
        manager_name=row.manager.name,
        runs_until=row.runs_until,
        is_over=is_over,
        is_open=goes_on(row) and mine is None and not is_over,
        mine=mine,
        taking_on=taking_on(row, facts_of(row), SIDE_OF.get(seen_by.role, Side.CLIENT)),
        said=tuple(Said(SEES[each.asked], WISHES[each.wish], each.words, each.said_at) for each in shown),
    )


def ends_near(*, seen_by: Actor, on: date, limit: int = 10) -> tuple[EndLine, ...]:
    """Contracts of which the last day comes near, and of which this reader's side has not said what it wants."""
    if seen_by.role not in OFFICE and seen_by.role not in ASKED:
        return ()
    until = on + timedelta(weeks=value("contract.end_weeks", on=on))
    said = EndWish.objects.filter(contract=OuterRef("pk"), runs_until=OuterRef("runs_until"), asked=asked_of(seen_by))
    rows = visible_to(seen_by).filter(
        state=ContractState.SIGNED, amends=None, left_at=None, runs_until__range=(on, until)
    )
    rows = rows.filter(~Exists(said)).order_by(F("runs_until"), "pk")
    found = rows.values_list("code", "organisation__name", "manager__name", "runs_until")
    return tuple(EndLine(code, client, manager, last) for code, client, manager, last in found[:limit] if last)
