"""G3: the confidential notebook, for the two alone; and what the firm may know: that there is something, and hours."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet, Sum
from django.http import Http404
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.outside.seal import SealError, opened, unseal
from interregnum.stages.deliver.queries import assignment_of, visible_to
from interregnum.stages.deliver.queries.visible import BY_NAME
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure import notebook_texts as texts
from interregnum.stages.ensure.models import Notebook, NotebookEntry, ReleasedEntry, ShadowAppointment, Sounding
from interregnum.web.pieces import Badge, Tone


@dataclass(frozen=True)
class EntryView:
    """`is_lost`: the key does not open it any more, or it was tampered with."""

    code: str
    who: str
    is_mine: bool
    at: datetime
    text: str
    is_lost: bool
    released: str


@dataclass(frozen=True)
class SoundingView:
    code: str
    asked_at: datetime
    talk_at: datetime | None
    state: Badge
    is_open: bool
    minutes: int
    entries: tuple[EntryView, ...]

    @property
    def first(self) -> EntryView:
        return self.entries[0]


@dataclass(frozen=True)
class NotebookPage:
    """`other` is the other of the two, "" while nobody is appointed."""

    code: str
    number: str
    client: str
    other: str
    is_open: bool
    soundings: tuple[SoundingView, ...]
    notes: tuple[EntryView, ...]


@dataclass(frozen=True)
class SoundingPage:
    assignment: str
    number: str
    other: str
    is_open: bool
    sounding: SoundingView


def key_file() -> Path:
    """The key of the installation that opens the keys of notebooks; no backup holds it."""
    return Path(settings.KEYS_FOLDER) / "notebooks"


def appointment_of(assignment: str, *, seen_by: Actor) -> ShadowAppointment | None:
    """The two of an assignment, for one of the two. Raises Http404 for anybody else, the firm included."""
    if seen_by.role not in BY_NAME:
        raise Http404
    row = assignment_of(assignment, seen_by=seen_by)
    along = ("shadow", "assignment__manager", "assignment__organisation")
    return ShadowAppointment.objects.select_related(*along).filter(assignment=row).first()


def theirs(actor: Actor) -> Q:
    """The notebooks of somebody who is one of the two, and still is on the assignment."""
    match actor.role:
        case Role.MANAGER:
            return Q(manager__code=actor.manager)
        case Role.SHADOW:
            return Q(shadow__code=actor.code)
        case _:
            return Q(pk__in=())


def notebooks_of(actor: Actor) -> QuerySet[Any, Any]:
    """Their keys; of an assignment that is no longer theirs there is none."""
    rows = Notebook.objects.filter(theirs(actor), assignment__in=visible_to(actor).order_by().values("pk"))
    return rows.values("pk")


def sounding_of(code: str, *, seen_by: Actor) -> Sounding:
    """Raises Http404 for anybody but the two."""
    along = ("notebook__shadow", "notebook__manager", "notebook__assignment__organisation")
    row = Sounding.objects.select_related(*along).filter(code=code, notebook__in=notebooks_of(seen_by)).first()
    if row is None:
        raise Http404
    return row


def entry_of(code: str, *, seen_by: Actor) -> NotebookEntry:
    """Raises Http404 for anybody but the two."""
    along = ("notebook__shadow", "notebook__manager", "notebook__assignment", "written_by", "released")
    row = NotebookEntry.objects.select_related(*along).filter(code=code, notebook__in=notebooks_of(seen_by)).first()
    if row is None:
        raise Http404
    return row


def words_of(entry: NotebookEntry, key: bytes | None) -> str | None:
    """What was written; None when the key does not open it."""
    if key is None:
        return None
    try:
        return unseal(entry.sealed, key=key, place=entry.code)
    except SealError:
        return None


def key_of(notebook: Notebook) -> bytes | None:
    """None when the key of the installation is another one than it was sealed with."""
    try:
        return opened(notebook.sealed_key, key=key_file(), place=notebook.code)
    except SealError:
        return None


def notebook_page(code: str, *, seen_by: Actor) -> NotebookPage:
    appointment = appointment_of(code, seen_by=seen_by)
    row = appointment.assignment if appointment else assignment_of(code, seen_by=seen_by)
    notebook = (
        Notebook.objects.filter(assignment=row, shadow=appointment.shadow, manager=row.manager).first()
        if appointment
        else None
    )
    entries = _entries(notebook, seen_by) if notebook else {}
    soundings = notebook.soundings.all() if notebook else ()
    return NotebookPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        other=_other(appointment.shadow.name, row.manager.name, seen_by) if appointment else "",
        is_open=appointment is not None and row.state != AssignmentState.CLOSED,
        soundings=tuple(_sounding(one, entries.get(one.pk, ())) for one in soundings),
        notes=tuple(reversed(entries.get(None, ()))),
    )


def sounding_page(code: str, *, seen_by: Actor) -> SoundingPage:
    row = sounding_of(code, seen_by=seen_by)
    notebook = row.notebook
    return SoundingPage(
        assignment=notebook.assignment.code,
        number=notebook.assignment.number,
        other=_other(notebook.shadow.name, notebook.manager.name, seen_by),
        is_open=notebook.assignment.state != AssignmentState.CLOSED and row.closed_at is None,
        sounding=_sounding(row, _entries(notebook, seen_by, of=row).get(row.pk, ())),
    )


@dataclass(frozen=True)
class EntryPage:
    """One entry, to be released."""

    code: str
    assignment: str
    number: str
    other: str
    entry: EntryView


def entry_page(code: str, *, seen_by: Actor) -> EntryPage:
    row = entry_of(code, seen_by=seen_by)
    book = row.notebook
    return EntryPage(
        code=row.code,
        assignment=book.assignment.code,
        number=book.assignment.number,
        other=_other(book.shadow.name, book.manager.name, seen_by),
        entry=_entry(row, key_of(book), seen_by),
    )


def _other(shadow: str, manager: str, actor: Actor) -> str:
    return manager if actor.role is Role.SHADOW else shadow


def _entries(
    notebook: Notebook, actor: Actor, *, of: Sounding | None = None
) -> dict[int | None, tuple[EntryView, ...]]:
    """What was written, by sounding and in its order; under None the notes."""
    key = key_of(notebook)
    rows = notebook.entries.select_related("written_by", "released")
    found: dict[int | None, tuple[EntryView, ...]] = {}
    for row in rows.filter(sounding=of) if of else rows:
        view = _entry(row, key, actor)
        found[row.sounding_id] = (*found.get(row.sounding_id, ()), view)
    return found


def _entry(row: NotebookEntry, key: bytes | None, actor: Actor) -> EntryView:
    released, text = getattr(row, "released", None), words_of(row, key)
    return EntryView(
        code=row.code,
        who=row.written_by.name,
        is_mine=row.written_by.code == actor.code,
        at=row.written_at,
        text=text or "",
        is_lost=text is None,
        released=str(texts.REASONS[released.reason]) if released else "",
    )


def _sounding(row: Sounding, entries: tuple[EntryView, ...]) -> SoundingView:
    return SoundingView(
        code=row.code,
        asked_at=row.asked_at,
        talk_at=row.talk_at,
        state=_state(row),
        is_open=row.closed_at is None,
        minutes=row.minutes,
        entries=entries,
    )


def _state(row: Sounding) -> Badge:
    if row.closed_at:
        return Badge(_("Closed"), Tone.NEUTRAL)
    if row.talk_at:
        return Badge(_("Talk planned"), Tone.INFO)
    return Badge(_("Answered"), Tone.GOOD) if row.answered_at else Badge(_("Waits for an answer"), Tone.WARN)


@dataclass(frozen=True)
class Waiting:
    """A sounding on the desk of one of the two: nothing of what it is about."""

    code: str
    number: str
    client: str
    asked_at: datetime
    talk_at: datetime | None
    is_answered: bool


def soundings_waiting(*, seen_by: Actor) -> tuple[Waiting, ...]:
    """The open ones, the oldest first."""
    rows = Sounding.objects.filter(closed_at=None, notebook__in=notebooks_of(seen_by))
    rows = rows.select_related("notebook__assignment__organisation").order_by("pk")
    return tuple(
        Waiting(
            row.code,
            row.notebook.assignment.number,
            row.notebook.assignment.organisation.name,
            row.asked_at,
            row.talk_at,
            row.answered_at is not None,
        )
        for row in rows
    )


@dataclass(frozen=True)
class ReleasedView:
    code: str
    assignment: str
    number: str
    reason: str
    why: str
    text: str
    who: str
    at: datetime
    was_told: bool


def released_entries(*, seen_by: Actor) -> tuple[ReleasedView, ...]:
    """What one of the two gave to the partners: for partners alone, the newest first."""
    if seen_by.role is not Role.PARTNER:
        return ()
    rows = ReleasedEntry.objects.select_related("assignment", "released_by")
    return tuple(
        ReleasedView(
            code=row.code,
            assignment=row.assignment.code,
            number=row.assignment.number,
            reason=str(texts.REASONS[row.reason]),
            why=_plain(row.sealed_why, row.code),
            text=_plain(row.sealed_text, row.code),
            who=row.released_by.name,
            at=row.released_at,
            was_told=row.was_told,
        )
        for row in rows
    )


def _plain(sealed: str, place: str) -> str:
    try:
        return unseal(sealed, key=key_file(), place=place)
    except SealError:
        return _("This cannot be opened: the key of this installation is another one.")


def soundings_rows(*, seen_by: Actor) -> QuerySet[Any]:
    """Assignments at whose sounding board something was asked, with counts and minutes and nothing else."""
    return (
        visible_to(seen_by)
        .filter(notebooks__soundings__isnull=False)
        .annotate(
            times=Count("notebooks__soundings", distinct=True),
            open=Count("notebooks__soundings", filter=Q(notebooks__soundings__closed_at=None), distinct=True),
            minutes=Sum("notebooks__soundings__minutes"),
            last=Max("notebooks__soundings__asked_at"),
        )
    )
