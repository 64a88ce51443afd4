"""F1: what is behind resistance, and six ways to meet it. A suggestion always says which rule it comes from.

Causes and approaches after Kotter and Schlesinger, "Choosing Strategies for Change" (1979), in our own words.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.lists import Category


class Cause(StrEnum):
    SELF_INTEREST = "self_interest"
    MISUNDERSTOOD = "misunderstood"
    TOO_MUCH = "too_much"
    OTHER_VIEW = "other_view"


class Approach(StrEnum):
    """From the lightest to the hardest."""

    INFORM = "inform"
    INVOLVE = "involve"
    SUPPORT = "support"
    NEGOTIATE = "negotiate"
    CO_OPT = "co_opt"
    COERCE = "coerce"


class Effect(StrEnum):
    GONE = "gone"
    LESS = "less"
    SAME = "same"
    MORE = "more"


class Word(StrEnum):
    """What the shadow manager said of an approach that costs trust, or that the manager thought better of it."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class UptakeKind(StrEnum):
    """Counted week by week: who came to a session, and what is done in the new way."""

    ATTENDANCE = "attendance"
    NEW_WAY = "new_way"


# An approach that was not carried out: another may be chosen.
NOT_DONE = frozenset({Word.REFUSED, Word.WITHDRAWN})
WITHOUT_EFFECT = frozenset({Effect.SAME, Effect.MORE})
# House rule: these two cost trust, so the shadow manager has a word in them first.
HARD = frozenset({Approach.CO_OPT, Approach.COERCE})

# Rule -> the cause or category for which it holds, and the approaches that it names, the best first.
BY_CAUSE: dict[Cause, tuple[str, tuple[Approach, ...]]] = {
    Cause.SELF_INTEREST: ("cause_self_interest", (Approach.NEGOTIATE, Approach.INVOLVE)),
    Cause.MISUNDERSTOOD: ("cause_misunderstood", (Approach.INFORM, Approach.INVOLVE)),
    Cause.TOO_MUCH: ("cause_too_much", (Approach.SUPPORT,)),
    Cause.OTHER_VIEW: ("cause_other_view", (Approach.INVOLVE, Approach.INFORM)),
}
BY_CATEGORY: dict[Category, tuple[str, tuple[Approach, ...]]] = {
    Category.CHANGE: ("category_change", (Approach.INVOLVE,)),
    Category.BRIDGING: ("category_bridging", (Approach.SUPPORT,)),
    Category.PROJECT: ("category_project", (Approach.INFORM,)),
    Category.CRISIS: ("category_crisis", (Approach.INFORM, Approach.COERCE)),
    Category.EXPERTISE: ("category_expertise", (Approach.INFORM,)),
}


@dataclass(frozen=True)
class Suggestion:
    """An approach to think of, with the names of the rules that lead to it."""

    approach: Approach
    rules: tuple[str, ...]


def suggestions(
    cause: Cause, category: Category, *, without_effect: Collection[Approach] = ()
) -> tuple[Suggestion, ...]:
    """What fits the cause first, then what fits the category; what had no effect here is not suggested again."""
    found: dict[Approach, tuple[str, ...]] = {}
    for rule, approaches in (BY_CAUSE[cause], BY_CATEGORY[category]):
        for approach in approaches:
            if approach not in without_effect:
                found[approach] = (*found.get(approach, ()), rule)
    return tuple(Suggestion(approach, rules) for approach, rules in found.items())


def effect_due_on(chosen_on: date, *, after_days: int) -> date:
    """When the manager is asked what the approach did."""
    return chosen_on + timedelta(days=after_days)
