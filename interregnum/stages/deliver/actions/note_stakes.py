"""The manager writes down who has a stake in the change and where they stand; others are told of groups alone."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.tell_groups import tell_groups
from interregnum.stages.deliver.models import Assignment, Stakeholder, Stance
from interregnum.stages.deliver.queries.stakes import own_stakeholder
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.deliver.rules.commitment import (
    Named,
    StakeKind,
    Stand,
    check_day,
    check_named,
    name_key,
    refused_for,
)
from interregnum.stages.deliver.rules.resistance import NOT_DONE
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.stake_facts import (
    StakeholderAdded,
    StakeholderCorrected,
    StakeholderPutBack,
    StakeholderRemoved,
    StanceNoted,
)


def open_assignment_of(code: str, *, by: Actor) -> Assignment | Refused:
    """The assignment, held until the end of the action, so that two at once do not write the same. Raises Http404."""
    row = assignment_of(code, seen_by=by)
    held = Assignment.objects.select_for_update().get(pk=row.pk)
    return Refused.because("deliver.closed") if held.state == AssignmentState.CLOSED else row


@action
def add_stakeholder(*, assignment: str, named: Named, stand: Stand, by: Actor, at: datetime) -> str | Refused:
    """Returns the stakeholder's code."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    others = row.stakeholders.filter(removed_at=None).values_list("name", flat=True)
    refused = refused_for(
        check_named(named, managers=(row.manager.name, by.name), others=others),
        check_day(stand.noted_on, term_of(row), today=local_day(at), field="noted_on"),
    )
    if refused is not None:
        return refused
    made = Stakeholder.objects.create(
        assignment=row, added_by=Account.objects.get(code=by.code), added_at=at, **_who(named)
    )
    _keep(made, stand, by=by, at=at)
    record(StakeholderAdded(assignment=row.code), by=by, at=at)
    return str(made.code)


@action
def note_stance(*, stakeholder: str, stand: Stand, by: Actor, at: datetime) -> Refused | None:
    """One more row beside the earlier ones."""
    found = own_stakeholder(stakeholder, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    if found.removed_at is not None:
        return Refused.because("deliver.stake_gone")
    day = check_day(stand.noted_on, term_of(row), today=local_day(at), field="noted_on")
    if (refused := refused_for(day)) is not None:
        return refused
    _keep(found, stand, by=by, at=at)
    record(StanceNoted(assignment=row.code), by=by, at=at)
    return None


@action
def correct_stakeholder(*, stakeholder: str, version: int, named: Named, by: Actor, at: datetime) -> Refused | None:
    """What was written wrong of somebody becomes right; the wrong name is kept nowhere."""
    found = own_stakeholder(stakeholder, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    others = row.stakeholders.filter(removed_at=None).exclude(pk=found.pk).values_list("name", flat=True)
    refused = refused_for(check_named(named, managers=(row.manager.name, by.name), others=others))
    if refused is not None:
        return refused
    # The filter carries the version that was read: of two corrections at once, one stands.
    as_read = Stakeholder.objects.filter(pk=found.pk, version=version, removed_at=None)
    if not as_read.update(version=version + 1, **_who(named)):
        return Refused.because("deliver.stake_changed_meanwhile")
    tell_groups(row.pk, at=at)
    record(StakeholderCorrected(assignment=row.code), by=by, at=at)
    return None


@action
def remove_stakeholder(*, stakeholder: str, by: Actor, at: datetime) -> Refused | None:
    """Out of the list, the pictures and the counts, with the resistance; what was noted stays until put back, or until
    all names of the assignment go."""
    found = own_stakeholder(stakeholder, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    if found.resistances.filter(approaches__effect="").exclude(approaches__word__in=NOT_DONE).exists():
        return Refused.because("deliver.stake_has_approach")
    if not Stakeholder.objects.filter(pk=found.pk, removed_at=None).update(removed_at=at):
        return Refused.because("deliver.stake_gone")
    tell_groups(row.pk, at=at)
    record(StakeholderRemoved(assignment=row.code), by=by, at=at)
    return None


@action
def put_back_stakeholder(*, stakeholder: str, by: Actor, at: datetime) -> Refused | None:
    found = own_stakeholder(stakeholder, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    if row.stakeholders.filter(removed_at=None, name_key=found.name_key).exclude(pk=found.pk).exists():
        return Refused.because("deliver.stake_twice", name=found.name)
    if not Stakeholder.objects.filter(pk=found.pk, removed_at__isnull=False).update(removed_at=None):
        return Refused.because("deliver.stake_there")
    tell_groups(row.pk, at=at)
    record(StakeholderPutBack(assignment=row.code), by=by, at=at)
    return None


def _who(named: Named) -> dict[str, Any]:
    return {
        "kind": named.kind,
        "name": " ".join(named.name.split()),
        "name_key": name_key(named.name),
        "circle": named.circle,
        "people": 1 if named.kind is StakeKind.PERSON else named.people,
    }


def _keep(stakeholder: Stakeholder, stand: Stand, *, by: Actor, at: datetime) -> None:
    Stance.objects.create(
        stakeholder=stakeholder, noted_by=Account.objects.get(code=by.code), noted_at=at, **vars(stand)
    )
    tell_groups(stakeholder.assignment_id, at=at)
