"""G3: what the two write in confidence. The words are sealed before they are kept, and no fact tells of them."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_code
from interregnum.outside.seal import new_envelope, seal
from interregnum.people.models import Account
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.actions.notebook_letters import (
    call_talk_off,
    invite_to_talk,
    tell_the_other,
    tell_the_partners,
)
from interregnum.stages.ensure.models import Notebook, NotebookEntry, ReleasedEntry, Sounding
from interregnum.stages.ensure.notebook_facts import (
    EntryReleased,
    SoundingAnswered,
    SoundingAsked,
    SoundingClosed,
    SoundingTalkPlanned,
)
from interregnum.stages.ensure.queries.notebook_access import (
    appointment_of,
    are_both_there,
    entry_of,
    key_file,
    key_of,
    sounding_of,
    words_of,
)
from interregnum.stages.ensure.rules.notebook import ReleaseReason, fault_of_talk, fault_of_text


@action
def write_note(*, assignment: str, text: str, by: Actor, at: datetime) -> str | Refused:
    """A note by either of the two; returns its code."""
    notebook = _open_notebook(assignment, by)
    if isinstance(notebook, Refused):
        return notebook
    return _write(notebook, text, None, by=by, at=at)


@action
def ask_shadow(*, assignment: str, text: str, by: Actor, at: datetime) -> str | Refused:
    """The manager asks; the shadow manager hears that there is something. Returns the code of the sounding."""
    notebook = _open_notebook(assignment, by)
    if isinstance(notebook, Refused):
        return notebook
    if (refused := fault_of_text(text)) is not None:
        return refused
    sounding = Sounding.objects.create(notebook=notebook, asked_at=at)
    written = _write(notebook, text, sounding, by=by, at=at)
    if isinstance(written, Refused):
        return written
    record(SoundingAsked(assignment=notebook.assignment.code), by=by, at=at)
    tell_the_other(sounding, by=by)
    return str(sounding.code)


@action
def answer_sounding(*, sounding: str, text: str, by: Actor, at: datetime) -> Refused | None:
    """Either of the two goes on; the first answer of the shadow manager counts as the answer."""
    row = _read_sounding(sounding, by)
    if isinstance(row, Refused):
        return row
    written = _write(row.notebook, text, row, by=by, at=at)
    if isinstance(written, Refused):
        return written
    unanswered = Sounding.objects.filter(pk=row.pk, answered_at=None)
    if by.role is Role.SHADOW and unanswered.update(answered_at=at):
        record(SoundingAnswered(assignment=row.notebook.assignment.code), by=by, at=at)
    tell_the_other(row, by=by)
    return None


@action
def plan_sounding_talk(*, sounding: str, talk_at: datetime, by: Actor, at: datetime) -> Refused | None:
    """The shadow manager plans a talk, or moves it; both get it in their calendars."""
    row = _read_sounding(sounding, by)
    if isinstance(row, Refused):
        return row
    if (refused := fault_of_talk(talk_at, at=at)) is not None:
        return refused
    # The filter carries what was read: of two who plan at once one is first, and the other reads what is planned.
    if not Sounding.objects.filter(pk=row.pk, turn=row.turn, closed_at=None).update(talk_at=talk_at, turn=row.turn + 1):
        return Refused.because("ensure.sounding_closed")
    row.refresh_from_db(fields=["talk_at", "turn"])
    record(SoundingTalkPlanned(assignment=row.notebook.assignment.code), by=by, at=at)
    invite_to_talk(row, at=at)
    return None


@action
def close_sounding(*, sounding: str, minutes: int, by: Actor, at: datetime) -> Refused | None:
    """The shadow manager closes it and says how many minutes it took: that is what the firm knows of it."""
    row = _open_sounding(sounding, by)
    if isinstance(row, Refused):
        return row
    if not Sounding.objects.filter(pk=row.pk, closed_at=None).update(closed_at=at, minutes=minutes):
        return Refused.because("ensure.sounding_closed")
    record(SoundingClosed(assignment=row.notebook.assignment.code, minutes=minutes), by=by, at=at)
    call_talk_off(row, at=at)
    return None


@action
def release_entry(
    *, entry: str, reason: ReleaseReason, why: str, was_told: bool, by: Actor, at: datetime
) -> str | Refused:
    """One of the two gives one entry to the partners, for a reason of the few; it cannot be taken back."""
    row = entry_of(entry, seen_by=by)
    if not why.strip():
        return Refused.because("ensure.say_why", "why")
    text = words_of(row, key_of(row.notebook))
    if text is None:
        return Refused.because("ensure.notebook_locked")
    code = new_code()
    # The table takes one row for each entry: of the two at once, one is first.
    released, is_new = ReleasedEntry.objects.get_or_create(
        entry=row,
        defaults={
            "code": code,
            "assignment": row.notebook.assignment,
            "reason": reason,
            "was_told": was_told,
            "sealed_why": seal(why.strip(), key=key_file(), place=code),
            "sealed_text": seal(text, key=key_file(), place=code),
            "released_by": Account.objects.get(code=by.code),
            "released_at": at,
        },
    )
    if not is_new:
        return Refused.because("ensure.released_already")
    record(EntryReleased(assignment=row.notebook.assignment.code, reason=reason), by=by, at=at)
    tell_the_partners(row.notebook)
    return str(released.code)


def _open_notebook(assignment: str, by: Actor) -> Notebook | Refused:
    """The notebook of the two, begun at its first use."""
    appointment = appointment_of(assignment, seen_by=by)
    if appointment is None:
        return Refused.because("ensure.nobody_appointed")
    row = appointment.assignment
    if row.state == AssignmentState.CLOSED:
        return Refused.because("ensure.notebook_closed")
    code = new_code()
    notebook, _is_new = Notebook.objects.get_or_create(
        assignment=row,
        shadow=appointment.shadow,
        manager=row.manager,
        defaults={"code": code, "sealed_key": new_envelope(key=key_file(), place=code)},
    )
    return notebook


def _open_sounding(code: str, by: Actor) -> Sounding | Refused:
    row = sounding_of(code, seen_by=by)
    if row.closed_at is not None:
        return Refused.because("ensure.sounding_closed")
    if row.notebook.assignment.state == AssignmentState.CLOSED:
        return Refused.because("ensure.notebook_closed")
    return row


def _read_sounding(code: str, by: Actor) -> Sounding | Refused:
    """An open one, of which the other of the two reads what is written."""
    row = _open_sounding(code, by)
    if isinstance(row, Refused) or are_both_there(row.notebook):
        return row
    return Refused.because("ensure.nobody_reads")


def _write(notebook: Notebook, text: str, sounding: Sounding | None, *, by: Actor, at: datetime) -> str | Refused:
    if (refused := fault_of_text(text)) is not None:
        return refused
    key = key_of(notebook)
    if key is None:
        return Refused.because("ensure.notebook_locked")
    code = new_code()
    NotebookEntry.objects.create(
        code=code,
        notebook=notebook,
        sounding=sounding,
        written_by=Account.objects.get(code=by.code),
        written_at=at,
        sealed=seal(text.strip(), key=key, place=code),
    )
    return code
