"""G3: the confidential notebook, as the two read it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure import notebook_texts as texts
from interregnum.stages.ensure.models import Notebook, NotebookEntry, Sounding
from interregnum.stages.ensure.queries.notebook_access import (
    appointment_of,
    are_both_there,
    entry_of,
    key_of,
    notebooks_of,
    sounding_of,
    words_of,
)
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
class EarlierBook:
    """With whoever sat there before: only to read, and to release an entry of."""

    other: str
    soundings: tuple[SoundingView, ...]
    notes: tuple[EntryView, ...]


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
    earlier: tuple[EarlierBook, ...]


@dataclass(frozen=True)
class SoundingPage:
    """`is_open`: what is written here, the other one reads; it may be closed (`may_close`) longer than that."""

    assignment: str
    number: str
    other: str
    is_open: bool
    may_close: bool
    sounding: SoundingView


def notebook_page(code: str, *, seen_by: Actor) -> NotebookPage:
    appointment = appointment_of(code, seen_by=seen_by)
    row = appointment.assignment if appointment else assignment_of(code, seen_by=seen_by)
    notebook = (
        Notebook.objects.filter(assignment=row, shadow=appointment.shadow, manager=row.manager).first()
        if appointment
        else None
    )
    soundings, notes = _written(notebook, seen_by) if notebook else ((), ())
    books = Notebook.objects.filter(assignment=row, pk__in=notebooks_of(seen_by)).order_by("-pk")
    before = books.exclude(pk=notebook.pk) if notebook else books
    return NotebookPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        other=_other(appointment.shadow.name, row.manager.name, seen_by) if appointment else "",
        is_open=appointment is not None and row.state != AssignmentState.CLOSED,
        soundings=soundings,
        notes=notes,
        earlier=tuple(
            EarlierBook(_other(one.shadow.name, one.manager.name, seen_by), *_written(one, seen_by))
            for one in before.select_related("shadow", "manager")
        ),
    )


def _written(book: Notebook, actor: Actor) -> tuple[tuple[SoundingView, ...], tuple[EntryView, ...]]:
    entries = _entries(book, actor)
    soundings = tuple(_sounding(one, entries.get(one.pk, ())) for one in book.soundings.all())
    return soundings, tuple(reversed(entries.get(None, ())))


def sounding_page(code: str, *, seen_by: Actor) -> SoundingPage:
    row = sounding_of(code, seen_by=seen_by)
    notebook = row.notebook
    return SoundingPage(
        assignment=notebook.assignment.code,
        number=notebook.assignment.number,
        other=_other(notebook.shadow.name, notebook.manager.name, seen_by),
        is_open=_takes_more(row),
        may_close=notebook.assignment.state != AssignmentState.CLOSED and row.closed_at is None,
        sounding=_sounding(row, _entries(notebook, seen_by, of=row).get(row.pk, ())),
    )


def _takes_more(row: Sounding) -> bool:
    is_running = row.notebook.assignment.state != AssignmentState.CLOSED and row.closed_at is None
    return is_running and are_both_there(row.notebook)


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
