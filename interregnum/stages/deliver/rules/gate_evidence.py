"""What must be known before an answer at a gate is written down, and on which day evidence or a mark counts."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.deliver.rules.gates import ANSWERED, Answer, Gate
from interregnum.stages.deliver.rules.relation import due_again


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


def begins_on(signed: date, *, since: date | None, on: date) -> date:
    """The first day for which evidence is needed; `since` when it began, None before: then never a day that has passed.

    >>> begins_on(date(2026, 3, 2), since=None, on=date(2026, 3, 9))
    datetime.date(2026, 3, 9)
    """
    return max(signed, since or on)


def still_counts(gate: Gate, marked_on: date, *, relation_days: int, on: date) -> bool:
    """Who lets a working relation through does so for as long as an assessment holds; another gate for good.

    >>> still_counts(Gate.RELATION, date(2026, 3, 2), relation_days=90, on=date(2026, 6, 1))
    False
    """
    return gate is not Gate.RELATION or due_again(marked_on, days=relation_days) >= on
