"""The parties of an assignment share files, each with its versions, and notes; each chooses who may read."""

from collections.abc import Set
from datetime import datetime

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.outside.apart import Refusal
from interregnum.outside.office import extension_of, office_kind
from interregnum.people.models import Account
from interregnum.people.rules.papers import LARGEST_PROOF, kind_of_proof
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.models import SharedFile, SharedFileVersion, SharedNote
from interregnum.stages.deliver.queries.shared import own_file, own_note
from interregnum.stages.deliver.rules.parties import MOST, Party, party_of, readers_with
from interregnum.stages.deliver.shared_facts import FilePutBack, FileShared, FileWithdrawn, NoteShared, NoteWithdrawn

EXTENSIONS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


@action
def share_file(
    *, assignment: str, title: str, content: bytes, readers: Set[Party], by: Actor, at: datetime
) -> str | Refused:
    """Returns the code of the file. What it is, its first bytes tell, never its name."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    if not title.strip():
        return Refused.because("deliver.file_untitled", "title")
    if row.shared_files.count() >= MOST:
        return Refused.because("deliver.files_full")
    stored = _stored(row.number, content, at=at)
    if isinstance(stored, Refused):
        return stored
    told = _added(readers, by=by, at=at)
    made = SharedFile.objects.create(assignment=row, title=" ".join(title.split()), **told)
    _keep_version(made, 1, stored, by=by, at=at)
    record(FileShared(assignment=row.code, file=made.code, version=1), by=by, at=at)
    return str(made.code)


@action
def add_version(*, file: str, content: bytes, by: Actor, at: datetime) -> Refused | None:
    """Whoever reads a file may add the next version; the ones before stay."""
    found = own_file(file, seen_by=by)
    row = open_assignment_of(found.assignment.code, by=by)
    if isinstance(row, Refused):
        return row
    # Held until the end: of two who add a version at once, the second comes after the first.
    if not SharedFile.objects.select_for_update().filter(pk=found.pk, withdrawn_at=None):
        return Refused.because("deliver.file_gone")
    stored = _stored(row.number, content, at=at)
    if isinstance(stored, Refused):
        return stored
    number = found.versions.values_list("number", flat=True)[0] + 1
    _keep_version(found, number, stored, by=by, at=at)
    record(FileShared(assignment=row.code, file=found.code, version=number), by=by, at=at)
    return None


@action
def withdraw_file(*, file: str, by: Actor, at: datetime) -> Refused | None:
    """Nobody reads it any more, until the party that added it puts it back."""
    found = own_file(file, seen_by=by)
    if (refused := _taken_away(found, by=by, at=at)) is not None:
        return refused
    record(FileWithdrawn(assignment=found.assignment.code, file=found.code), by=by, at=at)
    return None


@action
def put_back_file(*, file: str, by: Actor, at: datetime) -> Refused | None:
    found = own_file(file, seen_by=by)
    if found.party is not party_of(by.role):
        return Refused.because("deliver.not_yours")
    if isinstance(row := open_assignment_of(found.assignment.code, by=by), Refused):
        return row
    if not SharedFile.objects.filter(pk=found.pk, withdrawn_at__isnull=False).update(withdrawn_at=None):
        return Refused.because("deliver.file_there")
    record(FilePutBack(assignment=found.assignment.code, file=found.code), by=by, at=at)
    return None


@action
def share_note(*, assignment: str, text: str, readers: Set[Party], by: Actor, at: datetime) -> str | Refused:
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    if not text.strip():
        return Refused.because("deliver.note_empty", "text")
    if row.shared_notes.filter(withdrawn_at=None).count() >= MOST:
        return Refused.because("deliver.notes_full")
    made = SharedNote.objects.create(assignment=row, text=text.strip(), **_added(readers, by=by, at=at))
    record(NoteShared(assignment=row.code, note=made.code), by=by, at=at)
    return str(made.code)


@action
def withdraw_note(*, note: str, by: Actor, at: datetime) -> Refused | None:
    found = own_note(note, seen_by=by)
    if (refused := _taken_away(found, by=by, at=at)) is not None:
        return refused
    record(NoteWithdrawn(assignment=found.assignment.code, note=found.code), by=by, at=at)
    return None


def _taken_away(row: SharedFile | SharedNote, *, by: Actor, at: datetime) -> Refused | None:
    """By the party that added it, once, while the assignment is open."""
    if row.party is not party_of(by.role):
        return Refused.because("deliver.not_yours")
    if isinstance(closed := open_assignment_of(row.assignment.code, by=by), Refused):
        return closed
    if not type(row)._default_manager.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=at):
        return Refused.because("deliver.file_gone")
    return None


def _added(readers: Set[Party], *, by: Actor, at: datetime) -> dict[str, object]:
    own = party_of(by.role)
    may = {f"for_{party}": party in readers_with(readers, own) for party in Party}
    return may | {"party": own, "added_by": Account.objects.get(code=by.code), "added_at": at}


def _stored(number: str, content: bytes, *, at: datetime) -> StoredFile | Refused:
    kind = _kind_of(content)
    if isinstance(kind, Refused):
        return kind
    end = EXTENSIONS.get(kind) or extension_of(kind)
    return store.keep(name=f"{number}.{end}", content=content, media_type=kind, at=at)


def _kind_of(content: bytes) -> str | Refused:
    """What may be shared: what may prove something, and office files that do nothing by themselves."""
    kind = kind_of_proof(content)
    if isinstance(kind, str) or len(content) > LARGEST_PROOF:
        return kind
    try:
        return office_kind(content) or Refused.because("deliver.file_of_no_kind", "proof")
    except Refusal as refused:
        return Refused.because(f"deliver.office_{refused.code}", "proof")


def _keep_version(file: SharedFile, number: int, stored: StoredFile, *, by: Actor, at: datetime) -> None:
    account = Account.objects.get(code=by.code)
    SharedFileVersion.objects.create(file=file, number=number, stored=stored, added_by=account, added_at=at)
