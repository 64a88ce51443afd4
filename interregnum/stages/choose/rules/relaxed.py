"""A list that is short: which constraint costs how many. The same brief with one thing asked a little less, or not.

What the firm promises is never offered: consent, no past or conflict with the client, no wish to be hired.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from interregnum.kernel.lists import Level
from interregnum.kernel.money import Money
from interregnum.stages.choose.rules.levels import RANK
from interregnum.stages.choose.rules.values import Facts, Wanted

EUROS_MORE, DAYS_LATER = 100, 14


@dataclass(frozen=True)
class Relaxed:
    """What is asked less, by code with its facts, and the brief as it then is."""

    code: str
    facts: Facts
    wanted: Wanted


def relaxed(wanted: Wanted) -> tuple[Relaxed, ...]:
    """One step less of each constraint that can be talked about, in the order of the constraints."""
    return tuple(_steps(wanted))


def _steps(wanted: Wanted) -> Iterator[Relaxed]:
    later = wanted.slack_days + DAYS_LATER
    yield Relaxed("choose.start_later", {"days": DAYS_LATER}, replace(wanted, slack_days=later))
    if wanted.days_a_week > 1:
        fewer = wanted.days_a_week - 1
        yield Relaxed("choose.fewer_days", {"days": fewer}, replace(wanted, days_a_week=fewer))
    if wanted.rate_ceiling is not None:
        higher = wanted.rate_ceiling + Money(EUROS_MORE)
        yield Relaxed("choose.higher_ceiling", {"euros": EUROS_MORE}, replace(wanted, rate_ceiling=higher))
    for kind in wanted.screenings:
        rest = {name: needed for name, needed in wanted.screenings.items() if name != kind}
        yield Relaxed("choose.without_screening", {"screening": kind}, replace(wanted, screenings=rest))
    for language in wanted.languages:
        others = tuple(code for code in wanted.languages if code != language)
        yield Relaxed("choose.without_language", {"language": language}, replace(wanted, languages=others))
    if wanted.disciplines:
        yield Relaxed("choose.any_discipline", {"asked": wanted.disciplines}, replace(wanted, disciplines=()))
    if lower := _one_lower(wanted.level):
        yield Relaxed("choose.lower_level", {"level": lower.value}, replace(wanted, level=lower))
    if wanted.place:
        yield Relaxed("choose.from_anywhere", {"place": wanted.place}, replace(wanted, place=""))


def _one_lower(level: Level) -> Level | None:
    """The level of the line below this one; a specialist's role asks no rank already."""
    line = (Level.SUPERVISORY, Level.EXECUTIVE, Level.SENIOR, Level.MIDDLE, Level.TEAM)
    lower = [each for each in line if RANK[each] == RANK[level] - 1]
    return lower[0] if lower and level is not Level.SPECIALIST else None
