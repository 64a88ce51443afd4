"""What was agreed before the firm kept its briefs here: the brief of an assignment that already runs."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import values_of
from interregnum.stages.brief.rules.defaults import usual_names, usual_of
from interregnum.stages.brief.rules.states import BriefState, VersionState
from interregnum.stages.brief.rules.values import plain


def bring_in_brief(
    *,
    request: Any,
    category: Category,
    level: Level,
    problem: str,
    result_wanted: str,
    starts_on: date,
    weeks: int,
    days_a_week: int,
    at: datetime,
) -> Brief:
    """Part of an action of a later stage: agreed on paper, with what is usual for the category besides.

    It is the first approved version: it goes on holding while somebody writes the next one.
    """
    usual = usual_of(category, values(*usual_names(category), on=local_day(at)))
    row = Brief.objects.create(
        request=request,
        state=BriefState.AGREED,
        category=category,
        level=level,
        sector=request.organisation.sector,
        problem=problem,
        result_wanted=result_wanted,
        starts_on=starts_on,
        weeks=weeks,
        days_a_week=days_a_week,
        languages=[request.language],
        assurance=usual.assurance,
        agreed_at=at,
        approved=1,
        **asdict(usual.role_mix),
    )
    row.versions.create(
        number=1, state=VersionState.APPROVED, content=plain(values_of(row)), offered_at=at, answered_at=at
    )
    return row
