"""A request that passed its intake becomes a brief: what was understood and answered, and what is usual beside it."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from interregnum.journal.record import record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Urgency
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.ask.facts import IntakePassed
from interregnum.stages.ask.queries import request_facts
from interregnum.stages.ask.queries.rows import request_of
from interregnum.stages.brief.facts import BriefDrafted
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.rules.defaults import Said, defaults, usual_names, usual_of
from interregnum.stages.brief.rules.screening import TAKES, asked_by_law, in_time


def draft_brief(fact: IntakePassed, by: Actor, at: datetime) -> None:
    """Follows a request that passed its intake, in its transaction: what was said there goes before what is usual."""
    request, on = request_facts(fact.request), local_day(at)
    understood = request.understood
    category = Category(understood["category"])
    usual = usual_of(category, values(*usual_names(category), on=on))
    first = defaults(_said(understood), usual=usual, on=on)
    by_law = asked_by_law(level=understood["level"] or "", sector=understood["sector"] or "")
    days = values(*sorted(set(TAKES.values())), on=on)
    brief = Brief.objects.create(
        request=request_of(fact.request, seen_by=by),
        category=category,
        reasons=understood["reasons"],
        grounds=understood["grounds"],
        problem=request.text,
        problem_owner=_owner(request.answers),
        result_wanted=str(request.answers.get("result") or ""),
        successor=str(request.answers.get("successor") or ""),
        sponsor_hours=request.answers.get("sponsor_hours"),
        place=str(understood.get("place") or "")[:80],
        level=understood["level"] or "",
        context=understood["context"] or "",
        disciplines=understood["disciplines"],
        sector=understood["sector"] or "",
        languages=[request.language],
        screenings=[str(kind) for kind in in_time(by_law, days=days, on=on, starts_on=first.starts_on)],
        starts_on=first.starts_on,
        weeks=first.weeks,
        days_a_week=first.days_a_week,
        assurance=first.assurance,
        **asdict(request.role_mix or first.role_mix),
    )
    record(BriefDrafted(brief=brief.code, request=request.code), by=by, at=at)


def _owner(answers: dict[str, Any]) -> str:
    """Who owns the problem: name and function, as the intake has them."""
    said = (str(answers.get(part) or "").strip() for part in ("owner_name", "owner_role"))
    return ", ".join(part for part in said if part)[:160]


def _said(understood: dict[str, Any]) -> Said:
    starts = understood.get("starts")
    urgency = understood.get("urgency")
    return Said(
        urgency=Urgency(urgency) if urgency else None,
        starts_on=date.fromisoformat(starts) if starts else None,
        weeks=understood.get("weeks"),
        days_a_week=understood.get("days_a_week"),
    )
