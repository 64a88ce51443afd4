"""The to-do list that the parties of an assignment share."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.models import SharedTask
from interregnum.stages.deliver.queries.shared import own_task
from interregnum.stages.deliver.rules.parties import MOST, Party, fault_of_task
from interregnum.stages.deliver.shared_facts import TaskAdded, TaskDone, TaskOpenAgain


@action
def add_task(*, assignment: str, what: str, whose: Party, due_on: date, by: Actor, at: datetime) -> str | Refused:
    """Returns its code."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    fault = fault_of_task(what, due_on, today=local_day(at), ends_on=row.ends_on)
    if fault is not None:
        return fault
    if row.shared_tasks.filter(done_at=None).count() >= MOST:
        return Refused.because("deliver.tasks_full")
    account = Account.objects.get(code=by.code)
    made = SharedTask.objects.create(
        assignment=row, what=" ".join(what.split()), whose=whose, due_on=due_on, added_by=account, added_at=at
    )
    record(TaskAdded(assignment=row.code, task=made.code), by=by, at=at)
    return str(made.code)


@action
def finish_task(*, task: str, by: Actor, at: datetime) -> Refused | None:
    """Whoever has a place in the assignment may say that it was done; who did so stays with it."""
    found = own_task(task, seen_by=by)
    if isinstance(row := open_assignment_of(found.assignment.code, by=by), Refused):
        return row
    # The filter carries the old state: of two at once, one did it.
    open_still = SharedTask.objects.filter(pk=found.pk, done_at=None)
    if not open_still.update(done_at=at, done_by=Account.objects.get(code=by.code)):
        return Refused.because("deliver.task_done")
    record(TaskDone(assignment=found.assignment.code, task=found.code), by=by, at=at)
    return None


@action
def reopen_task(*, task: str, by: Actor, at: datetime) -> Refused | None:
    found = own_task(task, seen_by=by)
    if isinstance(row := open_assignment_of(found.assignment.code, by=by), Refused):
        return row
    if not SharedTask.objects.filter(pk=found.pk, done_at__isnull=False).update(done_at=None, done_by=None):
        return Refused.because("deliver.task_open")
    record(TaskOpenAgain(assignment=found.assignment.code, task=found.code), by=by, at=at)
    return None
