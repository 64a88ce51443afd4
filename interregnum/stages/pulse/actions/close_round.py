"""A round closes: its results are fixed, and everything that they were made of goes."""

from collections import defaultdict
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.outside.chance import shuffled
from interregnum.stages.pulse.facts import PulseClosed
from interregnum.stages.pulse.models import Quote, Round, Spent, Tally, Word
from interregnum.stages.pulse.queries.results import kept, merged_before
from interregnum.stages.pulse.queries.terms import floor_on, words_from
from interregnum.stages.pulse.rules.figures import SCORES
from interregnum.stages.pulse.rules.publishing import publish
from interregnum.stages.pulse.rules.states import RoundState


@action
def close_round(code: str, at: datetime) -> bool:
    """Of two workers that close it, one does; whoever answers at this moment is counted or told that it is over."""
    row = Round.objects.select_for_update(of=("self",)).select_related("survey__assignment").get(code=code)
    if row.state != RoundState.OPEN:
        return False
    on = local_day(at)
    answered, counts = _counted(row)
    merged = merged_before(row)
    row.result = kept(publish(answered, counts, floor=floor_on(on), merged=merged))
    row.state = RoundState.CLOSED
    row.save()
    _keep_words(row, answers=sum(answered.values()), least=words_from(on))
    Tally.objects.filter(round=row).delete()
    Word.objects.filter(round=row).delete()
    Spent.objects.filter(ticket__round=row).delete()
    record(PulseClosed(assignment=row.survey.assignment.code, number=row.number), by=HOUSE, at=at)
    return True


def _counted(row: Round) -> tuple[dict[str, int], dict[str, list[list[int]]]]:
    """How many answered of each group, and of each question how many chose 1 to 5."""
    answered: dict[str, int] = {}
    empty = [[0] * len(SCORES) for _question in row.survey.questions]
    counts: dict[str, list[list[int]]] = defaultdict(lambda: [list(one) for one in empty])
    for cell in row.tallies.all():
        if cell.question == 0:
            answered[cell.group] = cell.people
        else:
            counts[cell.group][cell.question - 1][cell.score - 1] = cell.people
    return answered, dict(counts)


def _keep_words(row: Round, *, answers: int, least: int) -> None:
    """Words of too few people are thrown away unread."""
    texts = list(row.words.values_list("text", flat=True))
    if answers >= least:
        Quote.objects.bulk_create(Quote(round=row, text=text) for text in shuffled(texts))
