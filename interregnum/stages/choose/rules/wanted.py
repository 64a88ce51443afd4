"""D2 E1: what is looked for, made of a brief and the firm's dated values."""

from collections.abc import Mapping
from typing import Any

from interregnum.kernel.lists import Urgency
from interregnum.stages.brief.rules.values import BriefValues
from interregnum.stages.choose.rules.concepts import concepts_in
from interregnum.stages.choose.rules.values import Wanted


def names_for(urgency: Urgency) -> tuple[str, ...]:
    """The names of the parameters that a search of this urgency needs."""
    return f"choose.slack_days.{urgency}", "choose.margin_percent"


def wanted_of(brief: BriefValues, *, client_name: str, urgency: Urgency, values: Mapping[str, Any]) -> Wanted:
    """D2 E1: what a brief asks. Raises ValueError for one that has no level or no start yet."""
    if brief.level is None or brief.starts_on is None:
        raise ValueError("an agreed brief has a level and a start")
    slack, margin = names_for(urgency)
    return Wanted(
        category=brief.category,
        level=brief.level,
        role_mix=brief.role_mix,
        starts_on=brief.starts_on,
        days_a_week=brief.days_a_week,
        client_name=client_name,
        slack_days=values[slack],
        reasons=brief.reasons,
        disciplines=brief.disciplines,
        sector=brief.sector,
        context=brief.context,
        rate_ceiling=brief.rate_ceiling,
        margin_percent=values[margin],
        place=brief.place,
        languages=brief.languages,
        concepts=concepts_in(f"{brief.problem}\n{brief.result_wanted}"),
    )
