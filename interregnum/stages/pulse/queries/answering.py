"""What an employee sees behind a link."""

from dataclasses import dataclass
from datetime import datetime

from interregnum.kernel.period import local_day
from interregnum.stages.pulse.queries.links import door_of
from interregnum.stages.pulse.queries.pages import questions_of
from interregnum.stages.pulse.queries.terms import floor_on, words_from
from interregnum.stages.pulse.rules.states import Link


@dataclass(frozen=True)
class AnswerPage:
    """`questions` only where the link is open; `client` is whose employees are asked."""

    link: Link
    client: str = ""
    questions: tuple[str, ...] = ()
    asks_words: bool = False
    floor: int = 5
    words_from: int = 10
    closes_on: object = None


def answer_page(token: str, *, at: datetime) -> AnswerPage:
    """In the language of the page; looking changes nothing."""
    on = local_day(at)
    floor = floor_on(on)
    door = door_of(token, on=on, floor=floor)
    if door.round is None:
        return AnswerPage(door.link)
    survey = door.round.survey
    return AnswerPage(
        link=door.link,
        client=survey.assignment.organisation.name,
        questions=questions_of(survey),
        asks_words=survey.asks_words,
        floor=floor,
        words_from=words_from(on),
        closes_on=door.round.closes_on,
    )
