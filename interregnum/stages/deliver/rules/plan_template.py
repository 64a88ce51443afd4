"""A3: with which phases and measures a plan of approach begins, by category. Codes, not words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.lists import Category
from interregnum.kernel.period import Period

# Phase and the share of the term, in percent, that has passed at its checkpoint.
PHASES: Mapping[Category, tuple[tuple[str, int], ...]] = {
    Category.CHANGE: (
        ("diagnosis", 9),
        ("first_results", 30),
        ("change_work", 75),
        ("anchoring", 92),
        ("transfer", 100),
    ),
    Category.BRIDGING: (("take_over", 12), ("keep_running", 80), ("hand_back", 100)),
    Category.PROJECT: (("scope", 12), ("build", 60), ("acceptance", 85), ("completion", 100)),
    Category.CRISIS: (("stabilise", 18), ("analyse", 35), ("restore", 80), ("transfer", 100)),
    Category.EXPERTISE: (("narrow_diagnosis", 18), ("expert_work", 75), ("knowledge_transfer", 100)),
}
MEASURES: Mapping[Category, tuple[str, ...]] = {
    Category.CHANGE: ("adoption", "performance", "owners_ready"),
    Category.BRIDGING: ("backlog", "service_level", "absence"),
    Category.PROJECT: ("milestones", "budget", "defects"),
    Category.CRISIS: ("capital", "regulator_actions", "key_staff"),
    Category.EXPERTISE: ("findings", "people_able"),
}
# The share of the term, in percent, after which the first result is there for all to see.
FIRST_RESULT: Mapping[Category, int] = {
    Category.CHANGE: 30,
    Category.BRIDGING: 15,
    Category.PROJECT: 30,
    Category.CRISIS: 10,
    Category.EXPERTISE: 25,
}


@dataclass(frozen=True)
class TemplatePhase:
    """A phase by its code, and the day of its checkpoint."""

    code: str
    ends_on: date


@dataclass(frozen=True)
class PlanTemplate:
    phases: tuple[TemplatePhase, ...]
    measures: tuple[str, ...]
    first_result_on: date


def plan_template(category: Category, *, term: Period) -> PlanTemplate:
    """A3: the phases of this category spread over the term; the last checkpoint is the last day.

    >>> plan_template(Category.BRIDGING, term=Period(date(2026, 3, 2), date(2026, 8, 30))).phases[0]
    TemplatePhase(code='take_over', ends_on=date(2026, 3, 23))
    """
    phases = tuple(TemplatePhase(code, _day(term, share)) for code, share in PHASES[category])
    return PlanTemplate(phases, MEASURES[category], _day(term, FIRST_RESULT[category]))


def _day(term: Period, share: int) -> date:
    return term.first + timedelta(days=(term.days - 1) * share // 100)
