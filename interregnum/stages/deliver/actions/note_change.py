"""How ready groups are, the odds of the change, and how many take part: each a dated row beside the earlier ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.models import Assignment, Odds, Readiness, Uptake
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.deliver.rules.commitment import Circle, check_day, refused_for
from interregnum.stages.deliver.rules.readiness import OddsPart, Step
from interregnum.stages.deliver.rules.resistance import UptakeKind
from interregnum.stages.deliver.stake_facts import OddsNoted, ReadinessNoted, UptakeCounted, UptakeTakenAway


@dataclass(frozen=True, kw_only=True)
class Count:
    """`part` came, or went the new way; `rest` stayed away, or went the old way."""

    kind: UptakeKind
    counted_on: date
    part: int
    rest: int


@action
def note_readiness(
    *, assignment: str, circle: Circle, people: int, noted_on: date, scores: Mapping[Step, int], by: Actor, at: datetime
) -> Refused | None:
    row = _checked(assignment, noted_on, "noted_on", by=by, at=at)
    if isinstance(row, Refused):
        return row
    marks = {str(step): score for step, score in scores.items()}
    Readiness.objects.create(
        assignment=row, circle=circle, people=people, noted_on=noted_on, noted_by=_account(by), **marks
    )
    record(ReadinessNoted(assignment=row.code), by=by, at=at)
    return None


@action
def note_odds(
    *, assignment: str, noted_on: date, scores: Mapping[OddsPart, int], remark: str, by: Actor, at: datetime
) -> Refused | None:
    row = _checked(assignment, noted_on, "noted_on", by=by, at=at)
    if isinstance(row, Refused):
        return row
    marks = {str(part): score for part, score in scores.items()}
    Odds.objects.create(assignment=row, noted_on=noted_on, remark=remark, noted_by=_account(by), **marks)
    record(OddsNoted(assignment=row.code), by=by, at=at)
    return None


@action
def count_uptake(*, assignment: str, count: Count, by: Actor, at: datetime) -> Refused | None:
    """One count of a kind a day: a second one would overwrite the first. One that was wrong is taken away first."""
    row = _checked(assignment, count.counted_on, "counted_on", by=by, at=at)
    if isinstance(row, Refused):
        return row
    found = []
    if count.part + count.rest == 0:
        found.append(Reason("deliver.nobody_counted", "part"))
    if row.uptake.filter(kind=count.kind, counted_on=count.counted_on, removed_at=None).exists():
        found.append(Reason("deliver.counted_that_day", "counted_on"))
    if found:
        return Refused(tuple(found))
    Uptake.objects.create(assignment=row, noted_by=_account(by), **vars(count))
    record(UptakeCounted(assignment=row.code), by=by, at=at)
    return None


@action
def take_count_away(*, assignment: str, kind: UptakeKind, counted_on: date, by: Actor, at: datetime) -> Refused | None:
    """A count that was wrong; the day can be counted anew. What was taken away stays kept, and counts nowhere."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    # The filter carries the old state: of two windows, one takes it away.
    if not row.uptake.filter(kind=kind, counted_on=counted_on, removed_at=None).update(removed_at=at):
        return Refused.because("deliver.count_gone")
    record(UptakeTakenAway(assignment=row.code), by=by, at=at)
    return None


def _checked(assignment: str, day: date, field: str, *, by: Actor, at: datetime) -> Assignment | Refused:
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    refused = refused_for(check_day(day, term_of(row), today=local_day(at), field=field))
    return row if refused is None else refused


def _account(by: Actor) -> Account:
    return Account.objects.get(code=by.code)
