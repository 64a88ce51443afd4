"""A person decides: where a choice departs from the order of the list, and how often choices do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.choose.rules.states import Why

SHORTEST = 20


@dataclass(frozen=True)
class Decision:
    """One choice from a list: in which quarter ("2026-1"), for which category, and whether it departed."""

    quarter: str
    category: str
    departs: bool


@dataclass(frozen=True)
class Rate:
    """Of `decisions` so many `departed`."""

    key: str
    departed: int
    decisions: int

    @property
    def percent(self) -> int:
        return 100 * self.departed // self.decisions if self.decisions else 0


def passed_over(order: Sequence[str], picked: Iterable[str]) -> tuple[str, ...]:
    """Who stands above the lowest of those picked and is not picked, in the order of the list."""
    chosen = set(picked)
    places = [place for place, code in enumerate(order) if code in chosen]
    return tuple(code for code in order[: max(places, default=0)] if code not in chosen)


def check_why(why: str, words: str) -> Why | Refused:
    """The reason of a departure: one of the list, and for any other reason words that somebody can read later."""
    if why not in set(Why) - {Why.CLIENT_CHOSE}:
        return Refused.because("choose.why_missing", "why")
    if why == Why.OTHER and len(words.strip()) < SHORTEST:
        return Refused((Reason("choose.why_words", "words", {"shortest": SHORTEST}),))
    return Why(why)


def rates(decisions: Iterable[Decision], key: Callable[[Decision], str]) -> tuple[Rate, ...]:
    """How often choices departed, by a part of the decision, in the order of that part."""
    found: dict[str, list[bool]] = {}
    for decision in decisions:
        found.setdefault(key(decision), []).append(decision.departs)
    return tuple(Rate(name, sum(each), len(each)) for name, each in sorted(found.items()))


def follows_too_much(latest: Sequence[bool], *, decisions: int, percent: int) -> bool:
    """Whether of the latest decisions (departed or not) more than so many percent simply followed the list.

    A person who always agrees is no longer deciding (automation bias; GDPR 22, AI Act 14(4)(b)).
    """
    if len(latest) < decisions:
        return False
    return 100 * latest[:decisions].count(False) > percent * decisions
