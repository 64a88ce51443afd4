"""The progress report of an assignment, printed on two pages for the client's board.

Whoever prints it, it says what the client may read: groups of five people or more, and nobody's stance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.queries import firm
from interregnum.stages.deliver.models import WeeklyReport
from interregnum.stages.deliver.queries.change import GroupLine
from interregnum.stages.deliver.queries.decisions import DecisionView
from interregnum.stages.deliver.queries.picture import DRIFT_WEEKS, Picture, assignment_picture
from interregnum.stages.deliver.queries.results import ResultView
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.deliver.rules.drift import mean_mix
from interregnum.web.charts.values import LineChart, Mark
from interregnum.web.pieces import StepState
from interregnum.web.templatetags.web import day, number
from interregnum.web.words import ROLE_MIX, word_of

# What fits on two pages: more is counted in a line, and stands on the page of the assignment.
RESULTS, PHASES, GROUPS, DECISIONS, SIGNALS = 5, 6, 6, 6, 7
WORDS, LINE = 420, 110


@dataclass(frozen=True)
class ProgressReport:
    """What its template is given, the day that it is of, and the name of its file."""

    data: dict[str, Any]
    day: date
    name: str


def progress_report(code: str, *, seen_by: Actor, on: date) -> ProgressReport:
    """In the language of whoever prints it. Raises Http404 for an assignment that is not theirs."""
    row = assignment_of(code, seen_by=seen_by)
    board = Actor(role=Role.CLIENT, organisation=row.organisation.code)
    page = assignment_picture(code, seen_by=board, on=on)
    recent = list(row.reports.order_by("-monday")[:DRIFT_WEEKS])
    title = _("Progress report")
    data = {
        "language": get_language() or "nl",
        "firm": firm().name,
        "title": title,
        "number": page.number,
        "subject": _("%(manager)s at %(client)s") % {"manager": page.manager, "client": page.client},
        "made": day(on),
        "words": _words(),
        "facts": _facts(page),
        "verdict": _verdict(page),
        "problem": _short(page.problem, WORDS),
        "results": [_result(one) for one in page.results[:RESULTS]],
        "phases": [[_short(one.title, LINE), day(one.ends_on), state] for one, state in _phases(page)],
        "decisions": [_decision(one) for one in page.decisions if one.is_open][:DECISIONS],
        "groups": [_group(one) for one in page.people.groups[:GROUPS]],
        "roles": _roles(row.role_mix, recent),
        "signals": [
            [str(one.badge.text), str(one.badge.tone), one.evidence, one.who] for one in page.verdict.signals[:SIGNALS]
        ],
        "last": _last(recent),
        "more": _more(page),
    }
    return ProgressReport(data, on, f"{page.number}-{on.isoformat()}.pdf")


def _words() -> dict[str, Any]:
    """The headings, and what stands where there is nothing to say."""
    return {
        "results": _("Results"),
        "head": [_("Result"), _("Start"), _("Now"), _("Target"), _("By"), ""],
        "no_results": _("No results are agreed yet."),
        "phases": _("Phases"),
        "no_phases": _("The plan of approach names no phases yet."),
        "decisions": _("Decisions that are waited for"),
        "no_decisions": _("No decision is waited for."),
        "groups": _("How far the people are"),
        "no_groups": _("Nothing was told of groups yet. Groups of fewer than five people are never shown."),
        "roles": _("Roles of the manager"),
        "agreed": _("agreed"),
        "lately": _("last weeks"),
        "no_roles": _("No week was reported yet."),
        "signals": _("Signals"),
        "no_signals": _("Nothing asks for attention now."),
        "last": _("The newest weekly report"),
        "no_last": _("No week was reported yet."),
    }


def _facts(page: Picture) -> list[list[str]]:
    known = [
        (_("Client"), page.client),
        (_("Interim manager"), page.manager),
        (_("Shadow manager"), page.beside.shadow or "–"),
        (_("Category"), word_of(page.category, "category")),
        (_("Term"), f"{day(page.starts_on)} – {day(page.ends_on)}"),
        (_("Next review"), f"{day(page.next_review.on)} · {page.next_review.title}" if page.next_review else "–"),
    ]
    return [[label, _short(str(value), LINE)] for label, value in known]


def _verdict(page: Picture) -> dict[str, str]:
    worst = page.verdict.worst
    return {
        "tone": str(page.verdict.verdict.tone),
        "text": str(page.verdict.verdict.text),
        "evidence": worst.evidence if worst else "",
        "who": _("Must act: %(who)s") % {"who": worst.who} if worst else "",
    }


def _result(one: ResultView) -> dict[str, Any]:
    figures = [one.baseline, one.last, one.target]
    return {
        "cells": [
            _short(f"{one.title} ({one.unit})", LINE),
            *("–" if figure is None else number(figure) for figure in figures),
            day(one.due_on),
        ],
        "course": [str(one.course.text), str(one.course.tone)],
        "line": _line_of(one.chart) if one.chart else None,
    }


def _line_of(chart: LineChart) -> dict[str, Any]:
    """The places of a chart in percent of its width and height, from the upper left."""
    wide = chart.right - chart.left
    points = [[round(100 * (one.x - chart.left) / wide, 2), _down(one, chart)] for one in chart.marks]
    return {"points": points, "target": _down(chart.target, chart) if chart.target else None}


def _down(one: Mark, chart: LineChart) -> float:
    return round(100 * one.y / chart.bottom, 2)


def _phases(page: Picture) -> list[tuple[Any, str]]:
    words = {StepState.DONE: _("done"), StepState.CURRENT: _("under way"), StepState.TODO: _("to come")}
    return [(one, words[step.state]) for one, step in zip(page.phases, page.steps, strict=True)][:PHASES]


def _decision(one: DecisionView) -> list[str]:
    return [_short(one.what, LINE), one.whom, str(one.badge.text)]


def _group(one: GroupLine) -> list[str]:
    people = ngettext("%(count)s person", "%(count)s people", one.people) % {"count": one.people}
    return [one.who, people, "; ".join(f"{band}: {count}" for band, count in one.bands)]


def _roles(agreed: RoleMix, recent: Sequence[WeeklyReport]) -> list[list[Any]]:
    """B3: each role with its share as agreed and as it was in the last weeks, in percent."""
    if not recent:
        return []
    lately = mean_mix([report.role_mix for report in recent])
    return [[str(label), *shares] for label, *shares in zip(ROLE_MIX, agreed, lately, strict=True)]


def _last(recent: Sequence[WeeklyReport]) -> list[str]:
    return [day(recent[0].monday), _short(recent[0].progress, WORDS)] if recent else []


def _more(page: Picture) -> str:
    """What did not fit is counted, never silent."""
    open_ones = sum(one.is_open for one in page.decisions)
    left = (
        (len(page.results) - RESULTS, _("results")),
        (len(page.phases) - PHASES, _("phases")),
        (len(page.people.groups) - GROUPS, _("groups")),
        (open_ones - DECISIONS, _("decisions")),
        (len(page.verdict.signals) - SIGNALS, _("signals")),
    )
    counted = ", ".join(f"{count} {name}" for count, name in left if count > 0)
    return (
        _("Not on these two pages: %(what)s. They stand on the page of the assignment.") % {"what": counted}
        if counted
        else ""
    )


def _short(text: str, most: int) -> str:
    """One paragraph of at most so many signs, cut at a word."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
