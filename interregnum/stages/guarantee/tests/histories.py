"""Random histories of replacing and ending, for the rules about days: invented, and the same ones each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from interregnum.kernel.money import Money
from interregnum.stages.choose.rules.succeeding import successor_rate
from interregnum.stages.guarantee.rules.days import DayLine, Turn, Worked, day_lines, handover_days

DAY = timedelta(days=1)
DAY_MINUTES = 480
MOST = 3


@dataclass(frozen=True)
class History:
    turns: tuple[Turn, ...]
    worked: tuple[Worked, ...]
    handover: frozenset[date]

    @property
    def lines(self) -> tuple[DayLine, ...]:
        return day_lines(self.turns, self.worked, handover=self.handover, day_minutes=DAY_MINUTES)


def histories(number: int, *, seed: int = 20260302) -> Iterator[History]:
    """Up to four managers one after the other, some begin before the one before has gone; most write hours outside."""
    chance = Random(seed)
    for _each in range(number):
        yield _history(chance)


def _history(chance: Random) -> History:
    turns: list[Turn] = []
    first, rate = date(2026, 1, 5) + DAY * chance.randrange(365), Money(chance.randrange(900, 1600))
    for place in range(chance.choice((1, 2, 2, 3, 4))):
        last = first + DAY * chance.randrange(25)
        manager = f"m{chance.choice((place, place, place, 0))}"
        turns.append(
            Turn(
                manager=manager,
                first=first,
                last=last,
                client_rate=rate,
                manager_rate=Money(chance.randrange(500, 900)),
            )
        )
        first = last + DAY * chance.randrange(-3, 8)
        first = max(first, turns[-1].first)
        rate = successor_rate(rate, Money(chance.randrange(800, 1700)))
    begins, ends = turns[0].first - DAY * 3, max(turn.last for turn in turns) + DAY * 6
    days = [begins + DAY * number for number in range((ends - begins).days + 1)]
    asked = chance.sample(days, min(len(days), chance.randrange(6)))
    return History(tuple(turns), tuple(_worked(chance, turns, days)), handover_days(asked, most=MOST))


def _worked(chance: Random, turns: list[Turn], days: list[date]) -> Iterator[Worked]:
    for manager in sorted({turn.manager for turn in turns}):
        for day in days:
            if chance.random() < 0.4:
                minutes = chance.choice((240, 450, 480, 485, 600))
                yield Worked(manager, day, minutes, chance.choice((None, 0, minutes, minutes, minutes)))
