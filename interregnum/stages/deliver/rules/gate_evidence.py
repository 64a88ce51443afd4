"""What must be known before an answer at a gate is written down."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.deliver.rules.gates import ANSWERED, Answer, Gate


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What somebody outside the firm answered. `note`: what was said, or who inherits."""

    answer: Answer
    asked_on: date | None
    answered_on: date | None
    note: str


def check_heard(gate: Gate, heard: Heard, *, on: date) -> Refused | None:
    """Every reason why this is no evidence: dates that cross or lie ahead, and words that lack."""
    is_given = heard.answer is not Answer.ASKED
    needs_words = gate is Gate.SUCCESSOR or heard.answer in {Answer.NEGATIVE, Answer.NOT_NEEDED}
    days = {"asked_on": heard.asked_on, "answered_on": heard.answered_on}
    found = [Reason("deliver.day_to_come", name) for name, day in days.items() if day and day > on]
    if gate not in ANSWERED:
        found.append(Reason("deliver.gate_without_answer"))
    if is_given and heard.answered_on is None:
        found.append(Reason("deliver.answered_when", "answered_on"))
    if not is_given and heard.asked_on is None:
        found.append(Reason("deliver.asked_when", "asked_on"))
    if heard.asked_on and heard.answered_on and heard.answered_on < heard.asked_on:
        found.append(Reason("deliver.answered_before_asked", "answered_on"))
    if needs_words and not heard.note:
        found.append(Reason("deliver.note_of_answer", "note"))
    return Refused(tuple(found)) if found else None
