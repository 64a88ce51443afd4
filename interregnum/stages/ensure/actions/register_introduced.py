"""Integrity: a person whom the manager introduced is noted, and declared by the manager."""

from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.ensure.actions.watch_overlaps import look_at_overlaps
from interregnum.stages.ensure.integrity_facts import IntroductionDeclared, PersonIntroduced
from interregnum.stages.ensure.models import IntroducedPerson


@dataclass(frozen=True, kw_only=True)
class Introduced:
    """`tie` is what ties the person to the manager, "" for nothing beside having worked together."""

    name: str
    introduced_on: date
    tie: str = ""
    iban: str = ""
    kvk: str = ""
    address: str = ""


@action
def note_introduced(*, assignment: str, introduced: Introduced, by: Actor, at: datetime) -> Refused | None:
    """The same name is noted once; by the manager it is declared with it."""
    row = assignment_of(assignment, seen_by=by)
    if introduced.introduced_on > local_day(at):
        return Refused.because("ensure.introduced_later", "introduced_on")
    told = vars(introduced) | {"name": " ".join(introduced.name.split())}
    own = by.role == Role.MANAGER
    noted = {"noted_by": Account.objects.get(code=by.code), "noted_at": at, "declared_at": at if own else None}
    _row, is_new = IntroducedPerson.objects.get_or_create(assignment=row, name=told.pop("name"), defaults=told | noted)
    if not is_new:
        return Refused.because("ensure.introduced_known", "name")
    record(PersonIntroduced(assignment=row.code, is_declared=own), by=by, at=at)
    look_at_overlaps(row, at)
    return None


@action
def declare_introduced(*, assignment: str, person: str, by: Actor, at: datetime) -> Refused | None:
    """The manager says that it is so; said once it stays said."""
    row = assignment_of(assignment, seen_by=by)
    # The filter carries the old state: of two windows one declares.
    if not IntroducedPerson.objects.filter(assignment=row, code=person, declared_at=None).update(declared_at=at):
        return Refused.because("ensure.introduced_declared")
    record(IntroductionDeclared(assignment=row.code), by=by, at=at)
    return None
