"""G1: how closely the firm proposes to watch over an assignment, and when it may watch less.

By category, by what is lost when it fails, and by value (domain research: the phases and their gates).
"""

from dataclasses import dataclass

from interregnum.kernel.actor import Role
from interregnum.kernel.lists import Assurance, Category, Stakes
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.brief.rules.values import BriefValues

# From little to much; without assurance is never proposed.
STEPS = (Assurance.LIGHT, Assurance.STANDARD, Assurance.INTENSIVE)


@dataclass(frozen=True)
class Proposed:
    """A level, and the codes of what moved it there, first what is usual for the category."""

    assurance: Assurance
    reasons: tuple[str, ...]


def worth(brief: BriefValues) -> Money | None:
    """What the assignment costs the client in all, excl. VAT: the budget, or else the highest rate over its days."""
    if brief.budget or not (brief.rate_ceiling and brief.weeks):
        return brief.budget
    return brief.rate_ceiling * (brief.weeks * brief.days_a_week)


def propose(brief: BriefValues, *, usual: Assurance, high_value: Money) -> Proposed:
    """G1: what is usual for the category, one step up for grave stakes, for value; one down for small stakes."""
    step, reasons, value = STEPS.index(usual) if usual in STEPS else 0, ["category"], worth(brief)
    if brief.stakes == Stakes.GRAVE:
        step, reasons = step + 1, [*reasons, "grave"]
    if value is not None and value >= high_value:
        step, reasons = step + 1, [*reasons, "value"]
    elif brief.stakes == Stakes.SMALL:
        step, reasons = step - 1, [*reasons, "small"]
    return Proposed(STEPS[max(0, min(step, len(STEPS) - 1))], tuple(reasons))


def check(brief: BriefValues, *, role: Role) -> Refused | None:
    """G1: without assurance only when a partner offers it with a reason; the client agrees by approving the brief.

    A crisis is never without.
    """
    if brief.assurance != Assurance.NONE:
        return None
    if brief.category == Category.CRISIS:
        return Refused.because("brief.none_in_crisis", "assurance")
    if role != Role.PARTNER:
        return Refused.because("brief.none_by_partner", "assurance")
    if not brief.assurance_reason.strip():
        return Refused.because("brief.none_without_reason", "assurance_reason")
    return None
