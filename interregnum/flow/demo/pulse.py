"""What employees of one assignment say: two rounds that are over, and one that is open. All is invented."""

from datetime import UTC, date, datetime, time, timedelta

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category
from interregnum.stages.pulse.actions.answer import Answer, answer_pulse
from interregnum.stages.pulse.actions.run_rounds import start_pulse, stop_pulse, turn_pulses
from interregnum.stages.pulse.actions.set_up import Wanted, set_up_pulse
from interregnum.stages.pulse.queries.pages import codes_of_groups
from interregnum.stages.pulse.rules.questions import PROPOSED
from interregnum.stages.pulse.rules.setting_up import GroupLine
from interregnum.stages.pulse.rules.states import Way

BEGUN_DAYS = 31
GROUPS = (GroupLine("Klantcontact", 18), GroupLine("Verwerking", 34), GroupLine("Applicatiebeheer", 6))
# How many of each group answer, round by round; the third is under way.
ANSWERS = ((11, 16, 3), (12, 15, 3), (4, 5, 1))
PAST_GROUPS, PAST_ANSWERS = (GroupLine("Het team", 9),), 8
WORDS = (
    "Eindelijk weten we bij wie we moeten zijn.",
    "De planning klopt nog niet met het rooster.",
    "Graag meer tijd om te oefenen.",
    "Het gaat sneller dan ik dacht.",
    "Wat gebeurt er met de oude lijstjes?",
    "Fijn dat er elke dag iemand langskomt.",
)


def live_pulse(assignment: str, category: Category, *, manager: Actor, today: date) -> None:
    begun = today - timedelta(days=BEGUN_DAYS)
    questions = tuple((one.nl, one.en) for one in PROPOSED[category])
    wanted = Wanted(way=Way.CODE, language="nl", questions=questions, groups=GROUPS, asks_words=True)
    expect(set_up_pulse(assignment=assignment, wanted=wanted, by=manager, at=_at(begun)))
    expect(start_pulse(assignment=assignment, starts_on=begun, by=manager, at=_at(begun)))
    codes = codes_of_groups(assignment, seen_by=manager)
    for number, answers in enumerate(ANSWERS):
        at = _at(begun + timedelta(days=14 * number))
        turn_pulses(at)
        for place, (group, people) in enumerate(zip(GROUPS, answers, strict=True)):
            for one in range(people):
                _answer(codes[group.name], one + place, number, len(questions), at)
        if number < len(ANSWERS) - 1:
            turn_pulses(at + timedelta(days=10))


def live_past_pulse(assignment: str, category: Category, *, manager: Actor, begun: date) -> None:
    """One round among nine people, of whom eight answer; then it is over."""
    questions = tuple((one.nl, one.en) for one in PROPOSED[category])
    wanted = Wanted(way=Way.CODE, language="nl", questions=questions, groups=PAST_GROUPS, asks_words=False)
    expect(set_up_pulse(assignment=assignment, wanted=wanted, by=manager, at=_at(begun)))
    expect(start_pulse(assignment=assignment, starts_on=begun, by=manager, at=_at(begun)))
    turn_pulses(_at(begun))
    codes = codes_of_groups(assignment, seen_by=manager)
    for one in range(PAST_ANSWERS):
        _answer(codes[PAST_GROUPS[0].name], one, 1, len(questions), _at(begun))
    expect(stop_pulse(assignment=assignment, by=manager, at=_at(begun + timedelta(days=10))))


def _answer(token: str, one: int, number: int, questions: int, at: datetime) -> None:
    """Mixed at first, better in the second round, and less so about help than about the reason why."""
    spread = (2, 3, 4, 3, 5)
    scores = tuple(
        5 - min(4, (one * 3 + place) % spread[place] + (number == 0 and one % 3 == 0)) for place in range(questions)
    )
    words = WORDS[one % len(WORDS)] if one % 5 == 0 else ""
    expect(answer_pulse(token=token, answer=Answer(scores, words), at=at))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)
