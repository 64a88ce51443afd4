"""A2: who goes on in the line, and whether he or she agrees; what employees say of the change counts too."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.handover.actions.answer_document import forget_successor, note_for_successor
from interregnum.stages.handover.actions.open_handover import hear_employees, take_reading
from interregnum.stages.handover.actions.write_document import write_to_successor
from interregnum.stages.handover.facts import HandoverClosed, HeirAnswered, HeirNamed
from interregnum.stages.handover.models import Handover
from interregnum.stages.handover.queries.rows import handover_row
from interregnum.stages.handover.rules.states import Ending, SuccessorState
from interregnum.stages.pulse.actions.extra_round import open_extra_round
from interregnum.stages.pulse.facts import PulseClosed
from interregnum.stages.pulse.rules.states import Occasion


@action
def name_successor(*, assignment: str, name: str, email: str = "", by: Actor, at: datetime) -> Refused | None:
    """By the client; another name begins anew, and gets the document that lies there by a link of its own."""
    row = handover_row(assignment, seen_by=by)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    if not name.strip():
        return Refused.because("handover.words_needed", "successor")
    named = {"successor": name.strip(), "successor_email": email.strip(), "successor_words": ""}
    Handover.objects.filter(pk=row.pk, closed_at=None).update(**named, successor_state=SuccessorState.ASKED)
    record(HeirNamed(assignment=assignment), by=by, at=at)
    _read_again(row, at)
    if document := forget_successor(row):
        document.handover = row
        write_to_successor(document)
    return None


@action
def answer_for_successor(*, assignment: str, agrees: bool, words: str, by: Actor, at: datetime) -> Refused | None:
    """What the successor said of the hand-over, noted by the client. A refusal has its reason, and can be taken back.

    Nobody is left without a way: another successor may be named, or client and shadow manager override the gate.
    """
    row = handover_row(assignment, seen_by=by)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    if row.successor_state == SuccessorState.UNKNOWN:
        return Refused.because("handover.no_successor")
    if not agrees and not words.strip():
        return Refused.because("handover.words_needed", "words")
    state = SuccessorState.AGREED if agrees else SuccessorState.REFUSED
    Handover.objects.filter(pk=row.pk).update(successor_state=state, successor_words=words.strip())
    record(HeirAnswered(assignment=assignment, agrees=agrees), by=by, at=at)
    note_for_successor(row, agrees=agrees, words=words, by=by, at=at)
    _read_again(row, at)
    return None


def _read_again(row: Handover, at: datetime) -> None:
    row.refresh_from_db()
    take_reading(row, at=at)


@action
def ask_employees(fact: HandoverClosed, by: Actor, at: datetime) -> None:
    """F3: a last pulse, also after a failure; of a client who is not there any more nobody is asked."""
    if fact.ending != Ending.CLIENT_GONE:
        open_extra_round(fact.assignment, occasion=Occasion.CLOSING, at=at)


@action
def follow_pulse(fact: PulseClosed, by: Actor, at: datetime) -> None:
    """What was published of the newest round, and no more than that."""
    row = Handover.objects.filter(assignment__code=fact.assignment, closed_at=None).first()
    if row is not None and hear_employees(row, by=HOUSE, at=at):
        _read_again(row, at)
