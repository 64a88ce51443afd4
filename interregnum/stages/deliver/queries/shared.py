"""Files, notes and to-dos of an assignment, as far as somebody's party may read them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from interregnum.files.models import StoredFile
from interregnum.kernel.actor import Actor
from interregnum.stages.deliver import shared_texts as texts
from interregnum.stages.deliver.models import SharedFile, SharedNote, SharedTask
from interregnum.stages.deliver.queries.visible import assignment_of, visible_to
from interregnum.stages.deliver.rules.parties import Party, party_of
from interregnum.stages.deliver.rules.states import AssignmentState

# What was done is history: so many lines of it.
DONE = 20


@dataclass(frozen=True)
class VersionLine:
    number: int
    size: int
    added_by: str
    added_at: datetime


@dataclass(frozen=True)
class FileLine:
    """`readers` in words; `is_own`: added by the reader's party, which may withdraw it."""

    code: str
    title: str
    readers: tuple[object, ...]
    versions: tuple[VersionLine, ...]
    is_own: bool
    is_withdrawn: bool


@dataclass(frozen=True)
class NoteLine:
    code: str
    text: str
    added_by: str
    added_at: datetime
    readers: tuple[object, ...]
    is_own: bool


@dataclass(frozen=True)
class TaskLine:
    code: str
    what: str
    whose: object
    due_on: date
    is_late: bool
    done_by: str
    done_at: datetime | None


@dataclass(frozen=True)
class SharedPage:
    """`is_open`: something may be added still."""

    code: str
    number: str
    client: str
    is_open: bool
    own: Party
    open_tasks: tuple[TaskLine, ...]
    done_tasks: tuple[TaskLine, ...]
    files: tuple[FileLine, ...]
    notes: tuple[NoteLine, ...]


@dataclass(frozen=True)
class TaskDue:
    """A to-do on the desk of the party whose it is."""

    assignment: str
    what: str
    client: str
    due_on: date


def shared_page(code: str, *, seen_by: Actor, on: date) -> SharedPage:
    """Raises Http404 for an assignment that is not theirs."""
    row, own = assignment_of(code, seen_by=seen_by), party_of(seen_by.role)
    tasks = row.shared_tasks.select_related("done_by")
    files = readable(row.shared_files, own).select_related("added_by").prefetch_related("versions__stored")
    notes = readable(row.shared_notes, own).filter(withdrawn_at=None).select_related("added_by")
    return SharedPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        is_open=row.state != AssignmentState.CLOSED,
        own=own,
        open_tasks=tuple(_task(one, on) for one in tasks.filter(done_at=None)),
        done_tasks=tuple(_task(one, on) for one in tasks.filter(done_at__isnull=False).order_by("-done_at")[:DONE]),
        files=tuple(_file(one, own) for one in files.prefetch_related("versions__added_by")),
        notes=tuple(_note(one, own) for one in notes),
    )


def readable(rows: Any, own: Party) -> QuerySet[Any]:
    """What this party may read; what was withdrawn, whoever added it sees still."""
    found: QuerySet[Any] = rows.filter(**{f"for_{own}": True}).filter(Q(withdrawn_at=None) | Q(party=own))
    return found


def own_file(code: str, *, seen_by: Actor) -> SharedFile:
    """Raises Http404 for a file that is not there, or that this person may not read."""
    rows = readable(SharedFile.objects, party_of(seen_by.role)).select_related("assignment")
    found: SharedFile = _one(rows, code, seen_by)
    return found


def own_note(code: str, *, seen_by: Actor) -> SharedNote:
    rows = readable(SharedNote.objects, party_of(seen_by.role)).select_related("assignment")
    found: SharedNote = _one(rows, code, seen_by)
    return found


def own_task(code: str, *, seen_by: Actor) -> SharedTask:
    return _one(SharedTask.objects.select_related("assignment"), code, seen_by)


def _one[M: Model](rows: QuerySet[M], code: str, seen_by: Actor) -> M:
    row = rows.filter(code=code, assignment__in=visible_to(seen_by)).first()
    if row is None:
        raise Http404
    return row


def stored_version(code: str, *, number: int | None, seen_by: Actor) -> StoredFile:
    """The bytes behind a version, the newest without a number. Raises Http404 for what this person may not read."""
    file = own_file(code, seen_by=seen_by)
    rows = file.versions.select_related("stored").filter(**({} if number is None else {"number": number}))
    found = None if file.withdrawn_at else rows.first()
    if found is None:
        raise Http404
    return found.stored


def tasks_due(*, seen_by: Actor, most: int) -> tuple[TaskDue, ...]:
    """The open to-dos of this person's party, the first due on top."""
    rows = SharedTask.objects.filter(
        done_at=None, whose=party_of(seen_by.role), assignment__in=visible_to(seen_by)
    ).exclude(assignment__state=AssignmentState.CLOSED)
    names = ("assignment__code", "what", "assignment__organisation__name", "due_on")
    return tuple(TaskDue(*found) for found in rows.order_by("due_on", "pk").values_list(*names)[:most])


def _readers(row: SharedFile | SharedNote) -> tuple[object, ...]:
    return tuple(texts.PARTIES[party] for party in Party if getattr(row, f"for_{party}"))


def _file(row: SharedFile, own: Party) -> FileLine:
    versions = tuple(
        VersionLine(one.number, one.stored.size, one.added_by.name, one.added_at) for one in row.versions.all()
    )
    return FileLine(row.code, row.title, _readers(row), versions, row.party is own, row.withdrawn_at is not None)


def _note(row: SharedNote, own: Party) -> NoteLine:
    return NoteLine(row.code, row.text, row.added_by.name, row.added_at, _readers(row), row.party is own)


def _task(row: SharedTask, on: date) -> TaskLine:
    late = row.done_at is None and row.due_on < on
    done_by = row.done_by.name if row.done_by else ""
    return TaskLine(row.code, row.what, texts.PARTIES[row.whose], row.due_on, late, done_by, row.done_at)
