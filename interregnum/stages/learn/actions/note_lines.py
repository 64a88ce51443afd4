"""B2 F3: the lines of a record come and change with the facts; the manager reads them first, and hears so by mail."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.erased import is_erased
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.people.models import Manager
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.deliver.queries.past import ended_since
from interregnum.stages.learn.actions.keep_record import remake
from interregnum.stages.learn.facts import RecordLineDropped, RecordLineNoted
from interregnum.stages.learn.models import RecordLine
from interregnum.stages.learn.queries.gather import Found, turns_of
from interregnum.stages.learn.rules.lines import Line, lines_of

DEADLOCK, FIRST = "learn.deadlock_days", "learn.manager_first_days"
# Facts of an assignment come in until its last aftercare, a year after its last day.
LOOK_BACK = timedelta(days=430)


def note_records(at: datetime) -> int:
    """Each night: of every assignment that is over, what is new; returns how many records changed."""
    on = local_day(at)
    return note_turns(turns_of(ended_since(on - LOOK_BACK, on=on), on=on), at=at)


def note_turns(found: Iterable[Found], *, at: datetime) -> int:
    """One transaction and one mail a manager, of however many assignments; gives how many records changed."""
    turns: dict[int, list[Found]] = defaultdict(list)
    for one in found:
        turns[one.manager].append(one)
    return sum(_note(key, own, at=at) for key, own in turns.items())


@action
def follow_assignment(assignment: int, *, at: datetime) -> None:
    """Something was found of one assignment: its lines follow at once."""
    note_turns(turns_of([assignment], on=local_day(at)), at=at)


@action
def _note(key: int, turns: Collection[Found], *, at: datetime) -> int:
    """Of one manager. Nothing is known of one who was erased."""
    manager = Manager.objects.get(pk=key)
    if is_erased(manager.email):
        return 0
    terms = values(DEADLOCK, FIRST, on=local_day(at))
    shown_on = local_day(at) + timedelta(days=terms[FIRST])
    changed = 0
    for found in turns:
        lines = lines_of(found.turn, deadlock_days=terms[DEADLOCK])
        changed += keep_lines(manager, found.assignment, lines, shown_on=shown_on, by=HOUSE, at=at)
    if changed:
        remake([manager.pk], at=at)
        _tell(manager, shown_on)
    return changed


def keep_lines(
    manager: Manager, assignment: int, lines: Sequence[Line], *, shown_on: date, by: Actor, at: datetime
) -> bool:
    """Within an action: what is stored becomes what the rules say; False when it said so already."""
    kept = {row.kind: row for row in RecordLine.objects.filter(manager=manager, assignment=assignment)}
    changed = [line for line in lines if not _is_so(kept.get(line.kind), line)]
    for line in changed:
        row = kept.get(line.kind) or RecordLine(manager=manager, assignment_id=assignment, kind=line.kind)
        row.number, row.of, row.cause, row.on = line.number, line.of, line.cause, line.on
        row.noted_at, row.shown_on = at, shown_on
        row.save()
        fact = RecordLineNoted(manager=manager.code, line=row.code, tells=str(row.kind), number=row.number, of=row.of)
        record(fact, by=by, at=at)
    gone = _gone(kept.values(), {line.kind for line in lines})
    for row in gone:
        row.delete()
        record(RecordLineDropped(manager=manager.code, line=row.code), by=by, at=at)
    return bool(changed or gone)


def _is_so(row: RecordLine | None, line: Line) -> bool:
    """A line that the bureau struck stays struck, whatever is measured later."""
    if row is None:
        return False
    return bool(row.is_struck) or (row.number, row.of, row.cause) == (line.number, line.of, line.cause)


def _gone(kept: Collection[RecordLine], kinds: Collection[str]) -> list[RecordLine]:
    return [row for row in kept if row.kind not in kinds and not row.is_struck]


def _tell(manager: Manager, shown_on: date) -> None:
    write_to(
        email=manager.email,
        language="nl",
        template="mail/record_changed.txt",
        about=manager.code,
        name=manager.name,
        shown_on=shown_on,
        link=link_to("manager:learn-record"),
    )
