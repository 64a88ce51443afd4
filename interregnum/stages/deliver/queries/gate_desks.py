"""What stands on the desks of gates: whose evidence a start waits for, and which working relation is asked again."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q
from django.db.models.functions import Coalesce, Greatest, TruncDate

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import AMSTERDAM
from interregnum.parameters.values import values
from interregnum.stages.deliver import gate_texts as texts
from interregnum.stages.deliver.queries.gate_facts import AGAIN, contracts_with_gates, ways_of
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.gates import Gate, GateOwner
from interregnum.stages.deliver.rules.relation import due_again
from interregnum.stages.deliver.rules.states import AssignmentState

SOON = "deliver.relation_remind_days"
# What this person must see to; the bureau sees to all of it. Signing has a line of its own.
OWN = {Role.CLIENT: GateOwner.CLIENT, Role.MANAGER: GateOwner.MANAGER, Role.SHADOW: GateOwner.SHADOW}


@dataclass(frozen=True)
class StartLine:
    """One gate that waits for this person; on the bureau's desk the first of `shut` of a contract."""

    contract: str
    client: str
    manager: str
    gate: Gate
    name: object
    owner: object
    shut: int
    latest: date
    starts_on: date
    is_held: bool


@dataclass(frozen=True)
class CheckDue:
    """A running assignment of which the working relation is to be assessed anew, by a day that may have passed."""

    assignment: str
    contract: str
    number: str
    client: str
    owner: str
    due_on: date


def starts_waiting(*, seen_by: Actor, on: date, most: int) -> tuple[StartLine, ...]:
    """Of what has not started yet: the contracts that begin first, with the gates that wait for whoever looks."""
    landing = Q(assignment=None) | Q(assignment__state=AssignmentState.LANDING)
    rows = contracts_with_gates(seen_by).filter(landing, ends_on__gte=on)
    # Of most people nothing is about to start, and a contract with all that its gates ask is wide.
    keys = list(rows.order_by("starts_on", "pk").values_list("pk", flat=True)[:most])
    first = list(rows.filter(pk__in=keys).order_by("starts_on", "pk")) if keys else []
    own, ways = OWN.get(seen_by.role), ways_of(first, on=on)
    found = []
    for row in first:
        shut = [line for line in ways[row.pk].shut if _is_theirs(line.gate, line.found.owner, own)]
        for line in shut if own else shut[:1]:
            assignment = getattr(row, "assignment", None)
            found.append(
                StartLine(
                    contract=row.code,
                    client=row.organisation.name,
                    manager=row.manager.name,
                    gate=line.gate,
                    name=texts.GATES[line.gate],
                    owner=texts.OWNERS[line.found.owner],
                    shut=len(shut),
                    latest=line.latest,
                    starts_on=row.starts_on,
                    is_held=assignment is not None and assignment.held_on is not None,
                )
            )
    return tuple(found)


def _is_theirs(gate: Gate, owner: GateOwner, own: GateOwner | None) -> bool:
    return own is None or (owner is own and gate is not Gate.SIGNATURES)


def relations_due(*, seen_by: Actor, on: date, most: int | None = None) -> tuple[CheckDue, ...]:
    """The running assignments of which the last assessment, or a partner who let it through, or else the start, is soon
    too long ago; the oldest first."""
    days, soon = values(AGAIN, SOON, on=on).values()
    rows = visible_to(seen_by).filter(state=AssignmentState.RUNNING, ends_on__gt=on)
    checks, marks = "contract__relation_checks", "contract__gate_marks"
    let_through = Q(**{f"{marks}__gate": Gate.RELATION, f"{marks}__revoked_at": None})
    marked_on = Max(TruncDate(f"{marks}__made_at", tzinfo=AMSTERDAM), filter=let_through)
    assessed_on = Coalesce(Max(f"{checks}__assessed_on"), "starts_on")
    # As one that lacks would make the whole unknown.
    since = Greatest(assessed_on, Coalesce(marked_on, assessed_on))
    due = (
        rows.order_by()
        .annotate(since=since)
        .filter(since__lte=on - timedelta(days=days - soon))
        .order_by("since", "pk")
    )
    names = ("code", "contract__code", "number", "organisation__name", "owner__code", "since")
    return tuple(
        CheckDue(code, contract, number, client, owner or "", due_again(since, days=days))
        for code, contract, number, client, owner, since in due.values_list(*names)[:most]
    )
