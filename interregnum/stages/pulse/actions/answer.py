"""An employee answers. Nothing of it is noted: it is added to the counts, the link is spent, and that is all.

All counts of a group are written anew with each answer, the unchanged ones too: no row tells what was added last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Case, F, Q, When

from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.stages.pulse.models import Round, Spent, Tally, Word
from interregnum.stages.pulse.queries.links import door_of
from interregnum.stages.pulse.queries.terms import floor_on
from interregnum.stages.pulse.rules.figures import SCORES
from interregnum.stages.pulse.rules.states import Link


@dataclass(frozen=True)
class Answer:
    """A score from 1 to 5 for each question, and words where they are asked."""

    scores: tuple[int, ...]
    words: str = ""


@transaction.atomic
def answer_pulse(*, token: str, answer: Answer, at: datetime) -> Refused | None:
    """Whoever comes by the same link at the same moment waits for the other, and is then told that it was used."""
    on = local_day(at)
    door = door_of(token, on=on, floor=floor_on(on), hold=True)
    if door.round is None or door.link is not Link.OPEN:
        return Refused.because(f"pulse.link_{door.link}")
    if len(answer.scores) != len(door.round.survey.questions) or not set(answer.scores) <= set(SCORES):
        return Refused.because("pulse.questions_changed")
    if door.ticket is not None and not Spent.objects.get_or_create(ticket_id=door.ticket)[1]:
        return Refused.because(f"pulse.link_{Link.USED}")
    _count(door.round, door.group, answer.scores)
    if answer.words and door.round.survey.asks_words:
        Word.objects.create(round=door.round, text=answer.words)
    return None


def _count(row: Round, group: str, scores: Sequence[int]) -> None:
    chosen = Q(question=0)
    for question, score in enumerate(scores, start=1):
        chosen |= Q(question=question, score=score)
    cells = Tally.objects.filter(round=row, group=group)
    added = {"people": F("people") + Case(When(chosen, then=1), default=0)}
    if not cells.update(**added):
        # A backup holds no counts: after a restore the round goes on from nought.
        make_cells(row, [group])
        cells.update(**added)


def make_cells(row: Round, groups: Sequence[str]) -> None:
    """Every count of a round at nought, so that answering only adds."""
    questions = range(1, len(row.survey.questions) + 1)
    places = [(0, 0), *((question, score) for question in questions for score in SCORES)]
    Tally.objects.bulk_create(
        Tally(round=row, group=group, question=question, score=score) for group in groups for question, score in places
    )
