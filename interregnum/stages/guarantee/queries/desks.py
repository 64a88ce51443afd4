"""Guarantees on the desks and in the bureau's list, which everybody in the firm reads."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from interregnum.kernel.actor import BUREAU, HOUSE, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.guarantee.models import Complaint, RootCause
from interregnum.stages.guarantee.queries.clock import MANY, ONE, OWN, is_overdue
from interregnum.stages.guarantee.queries.rows import INSTEAD, cannot_write, cases_of
from interregnum.stages.guarantee.rules.states import CARRIED_OUT, UNDECIDED, CaseState
from interregnum.stages.guarantee.texts import CAUSES

MOST = 12


class GuaranteeWanted(StrEnum):
    CHOOSE = "choose"
    PICK = "pick"
    ACT = "act"
    SPEAK = "speak"
    CAUSE = "cause"
    SAY = "say"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    FOLLOW = "follow"


@dataclass(frozen=True)
class GuaranteeLine:
    """One thing that waits for the reader; `gave_way`: what the bureau looked for itself did."""

    wanted: GuaranteeWanted
    code: str
    client: str
    manager: str
    since: datetime
    is_late: bool
    gave_way: bool


ALONG = ("assignment__organisation", "manager", "contract", "proposal", "successor", *ONE, "hand_over")
# What a line and its clock are made of.
OF_LINE = (
    "code", "state", "complained_at", "acknowledged_at", "chosen_at", "first_chosen_at", "listed_at",
    "named_before", "picked_at", "gave_way_id", "spoken_at", "closed_at", "assignment__organisation__name",
    "assignment__manager_since", "manager__code", "manager__name", "manager__died_at", "contract__guarantee",
    "contract__terms", "proposal__id", "successor__id", "hearing__said_at", "hearing__words", "hearing__not_heard",
    "root_cause__found_at", "hand_over__document", "hand_over__taken_at",
)  # fmt: skip


def guarantees_waiting(*, seen_by: Actor, at: datetime) -> tuple[GuaranteeLine, ...]:
    """What each side is to do now; the firm reads of everything that runs."""
    rows = cases_of(seen_by).prefetch_related(MANY).select_related(None).select_related(*ALONG)
    rows = rows.only(*OF_LINE).filter(
        Q(closed_at=None)
        | Q(state__in=CARRIED_OUT, root_cause=None)
        | Q(hand_over__taken_at=None, state=CaseState.REPLACED)
    )
    own = value(OWN, on=local_day(at))
    lines = []
    for row in rows.order_by("pk")[:MOST]:
        for wanted in _wanted(row, seen_by):
            late = is_overdue(row, at=at, own=own) if seen_by.role in BUREAU else False
            client = row.assignment.organisation.name
            gave_way = row.gave_way_id is not None
            lines.append(GuaranteeLine(wanted, row.code, client, row.manager.name, row.complained_at, late, gave_way))
    return tuple(lines)


def _wanted(row: Complaint, actor: Actor) -> list[GuaranteeWanted]:
    if actor.role == Role.CLIENT:
        return _of_client(row)
    if actor.role == Role.MANAGER:
        return _of_manager(row, actor)
    if actor.role not in INSTEAD:
        return []
    instead = [GuaranteeWanted.HAND_OVER] if cannot_write(row) and _lacks_hand_over(row) else []
    if actor.role == Role.SHADOW:
        return instead + ([GuaranteeWanted.FOLLOW] if row.closed_at is None else [])
    return instead + _of_bureau(row)


def _of_bureau(row: Complaint) -> list[GuaranteeWanted]:
    if row.closed_at is None and row.spoken_at is None and not cannot_write(row):
        return [GuaranteeWanted.SPEAK]
    if row.state in CARRIED_OUT and getattr(row, "root_cause", None) is None:
        return [GuaranteeWanted.CAUSE]
    return [GuaranteeWanted.ACT] if row.closed_at is None else []


def _of_client(row: Complaint) -> list[GuaranteeWanted]:
    if row.state in UNDECIDED:
        return [GuaranteeWanted.CHOOSE]
    return [GuaranteeWanted.PICK] if row.state == CaseState.REPLACING and row.picked_at is None else []


def _of_manager(row: Complaint, actor: Actor) -> list[GuaranteeWanted]:
    if row.manager.code != actor.manager:
        handed = getattr(row, "hand_over", None)
        return [GuaranteeWanted.TAKE_OVER] if handed and handed.document and not handed.taken_at else []
    found = [] if getattr(row, "hearing", None) else [GuaranteeWanted.SAY]
    if _lacks_hand_over(row):
        found.append(GuaranteeWanted.HAND_OVER)
    return found


def _lacks_hand_over(row: Complaint) -> bool:
    handed = getattr(row, "hand_over", None)
    return row.state == CaseState.REPLACING and not (handed and handed.document)


def cases_table() -> QuerySet[Complaint]:
    """Every guarantee of the firm with its clock: public within it, whoever guards the client."""
    return cases_of(HOUSE).select_related(*ONE).prefetch_related(MANY)


def codes_seen(keys: Collection[int], *, seen_by: Actor) -> frozenset[str]:
    """Of these cases those whose own page this reader may open."""
    return frozenset(cases_of(seen_by).filter(pk__in=keys).values_list("code", flat=True))


@dataclass(frozen=True)
class Figures:
    """How often it was invoked since a day, how it went on, and what lay under it."""

    invoked: int
    replaced: int
    ended: int
    settled: int
    causes: tuple[tuple[object, int], ...]


def figures(*, since: date) -> Figures:
    states = Counter(Complaint.objects.filter(complained_at__date__gte=since).values_list("state", flat=True))
    causes = Counter(RootCause.objects.filter(found_at__date__gte=since).values_list("cause", flat=True))
    return Figures(
        sum(states.values()),
        states[CaseState.REPLACED] + states[CaseState.REPLACING],
        states[CaseState.ENDED],
        states[CaseState.SETTLED],
        tuple((CAUSES[cause], number) for cause, number in causes.most_common()),
    )


def case_of_assignment(assignment: str, *, seen_by: Actor) -> str:
    """The guarantee that runs on an assignment, or else the last one; "" for none."""
    rows = cases_of(seen_by).filter(assignment__code=assignment).order_by("-pk")
    return rows.values_list("code", flat=True).first() or ""
