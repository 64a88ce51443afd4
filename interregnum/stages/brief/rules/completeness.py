"""A1: what a brief still lacks, what matters most first. Vague wording at the start is what assignments fail on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from interregnum.stages.brief.rules.screening import asked_by_law
from interregnum.stages.brief.rules.values import BriefValues

# In order of importance: the first six are needed to look for anybody at all.
SAID: Mapping[str, Callable[[BriefValues], object]] = {
    "problem": lambda brief: brief.problem.strip(),
    "problem_owner": lambda brief: brief.problem_owner.strip(),
    "level": lambda brief: brief.level,
    "disciplines": lambda brief: brief.disciplines,
    "starts_on": lambda brief: brief.starts_on,
    "days_a_week": lambda brief: brief.days_a_week,
    "result_wanted": lambda brief: brief.result_wanted.strip(),
    "results": lambda brief: brief.results and all(one.is_measurable for one in brief.results),
    "mandate_wanted": lambda brief: brief.mandate_wanted.strip(),
    "scope": lambda brief: brief.scope.strip(),
    "limits": lambda brief: brief.limits.strip(),
    "sponsor_hours": lambda brief: brief.sponsor_hours,
    "successor": lambda brief: brief.successor.strip(),
    "risks": lambda brief: brief.risks.strip(),
    "stakes": lambda brief: brief.stakes,
    "reasons": lambda brief: brief.reasons,
    "rate_ceiling": lambda brief: brief.rate_ceiling,
    "budget": lambda brief: brief.budget,
    "weeks": lambda brief: brief.weeks,
    "place": lambda brief: brief.place.strip(),
    "sector": lambda brief: brief.sector,
    "languages": lambda brief: brief.languages,
    "screenings": lambda brief: brief.screenings or not asked_by_law(level=brief.level or "", sector=brief.sector),
    "context": lambda brief: brief.context,
    "grounds": lambda brief: brief.grounds,
}
ESSENTIAL = ("problem", "problem_owner", "level", "disciplines", "starts_on", "days_a_week")


@dataclass(frozen=True)
class Missing:
    """A field that says nothing yet; without an essential one the brief cannot be agreed."""

    code: str
    is_essential: bool


def missing(brief: BriefValues) -> tuple[Missing, ...]:
    """A1: the fields that are still empty, in order of importance."""
    return tuple(Missing(code, code in ESSENTIAL) for code, said in SAID.items() if not said(brief))
