"""B2: the sums of a record are kept beside its lines; and what its lines prove goes to the next match."""

from collections.abc import Collection
from datetime import datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.merge_facts import ManagersMerged, MergeUndone
from interregnum.people.models import Manager
from interregnum.people.proven import ProvenValues, keep_proof
from interregnum.stages.brief.queries.past import asked_of
from interregnum.stages.learn.models import Record, RecordLine
from interregnum.stages.learn.rules.lines import Kind
from interregnum.stages.learn.rules.proof import Proved, proved
from interregnum.stages.learn.rules.record import plain, sums_of


def remake(managers: Collection[int], *, at: datetime) -> None:
    """Within an action that changed lines of these managers, by key."""
    for key in managers:
        counted = RecordLine.objects.filter(manager=key).exclude(is_struck=True)
        lines = counted.values_list("kind", "number", "of")
        sums = plain(sums_of((Kind(kind), number, of) for kind, number, of in lines))
        row = Record.objects.filter(manager=key).first()
        if row is None and sums:
            Record.objects.create(manager_id=key, sums=sums, made_at=at)
        elif row and row.sums != sums:
            Record.objects.filter(pk=row.pk).update(sums=sums, made_at=at)


@action
def follow_merge(fact: ManagersMerged | MergeUndone, _by: object, at: datetime) -> None:
    """The lines went along with the profile."""
    remake(Manager.objects.filter(code__in=(fact.manager, fact.other)).values_list("pk", flat=True), at=at)


def settle_proofs(at: datetime) -> int:
    """Each night: what every manager has seen in time becomes evidence for the next match; gives how many changed."""
    on = local_day(at)
    waiting = RecordLine.objects.filter(shown_on__gt=on).values_list("manager", "assignment")
    pairs = RecordLine.objects.order_by().values_list("manager", "assignment").distinct()
    ready = sorted(set(pairs) - set(waiting))
    return sum(settle_proof(manager, assignment, at=at) for manager, assignment in ready)


@action
def settle_proof(manager: int, assignment: int, *, at: datetime) -> bool:
    """Of one assignment of one manager, by keys: the evidence becomes what the lines prove."""
    lines = RecordLine.objects.filter(manager=manager, assignment=assignment)
    rows = list(lines.select_related("manager", "assignment__contract").order_by("on"))
    if not rows or max(row.shown_on for row in rows) > local_day(at):
        return False
    numbers = {row.kind: row.number for row in rows}
    struck = {row.kind for row in rows if row.is_struck}
    least = value("learn.confirmed_tenths", on=local_day(at))
    found = proved(numbers, struck, least_score=least)
    row = rows[-1].assignment
    reasons = asked_of([row.contract.brief_id])[row.contract.brief_id].reasons
    values = _values(found, rows[-1], reasons)
    return keep_proof(manager=rows[-1].manager.code, source=row.number, values=values, by=HOUSE, at=at)


def _values(found: Proved, line: RecordLine, reasons: tuple[str, ...]) -> ProvenValues:
    """Reasons count where a result was reached, or where it failed."""
    return ProvenValues(
        on=line.on,
        category=line.assignment.category,
        reasons=reasons if found.has_result or found.failed else (),
        first_result_weeks=found.weeks,
        has_deadlock=found.has_deadlock,
        is_confirmed=found.is_confirmed,
        failed=found.failed,
    )
