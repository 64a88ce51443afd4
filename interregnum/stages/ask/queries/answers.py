"""The questions of this installation as a visitor's question is answered with them."""

from interregnum.stages.ask.answers import COLUMNS, entry_of, knowledge
from interregnum.stages.ask.question_models import Question
from interregnum.stages.ask.rules.answer import Answered, Entry, answer


def entries() -> tuple[Entry, ...]:
    """The questions that are switched on now: read anew each time, so that a change holds at once everywhere."""
    return tuple(entry_of(row) for row in Question.objects.filter(is_active=True).values_list(*COLUMNS))


def answers_to(question: str) -> Answered:
    """The answer or two of this installation that fit a visitor's question."""
    return answer(question, entries=entries(), knowledge=knowledge())
