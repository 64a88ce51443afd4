"""A2: one page for the client's board: what was promised, what was reached, and what stayed."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.people.queries import firm
from interregnum.stages.deliver.queries import assignment_of
from interregnum.stages.handover.queries.closed import closed_assignments
from interregnum.stages.handover.queries.results import closed_results, new_measures
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.queries.rows import cares_of
from interregnum.stages.keep.rules.retention import Retention, stands_at
from interregnum.web.templatetags.web import day, number

# What fits on one page: the rest stands on the page of what stayed.
RESULTS, LINE = 8, 70


@dataclass(frozen=True)
class BoardReport:
    data: dict[str, Any]
    day: date
    name: str


def board_report(assignment: str, *, seen_by: Actor, at: datetime) -> BoardReport:
    """In the language of whoever prints it. Raises Http404 for an assignment that is not theirs, or not closed."""
    if seen_by.role is Role.DELEGATE:
        raise Http404
    about: Any = assignment_of(assignment, seen_by=seen_by)
    results = list(closed_results(about.code))
    if not results:
        raise Http404
    on = local_day(at)
    cares = list(cares_of(seen_by).filter(assignment=about).order_by("months").prefetch_related("checks"))
    new = new_measures(about.code)
    reached = sum(one.is_reached for one in results)
    data = {
        "language": get_language() or "nl",
        "firm": firm().name,
        "title": _("What was promised, and what stayed"),
        "number": about.number,
        "subject": _("%(manager)s at %(client)s") % {"manager": about.manager.name, "client": about.organisation.name},
        "made": day(on, "long"),
        "lead": _lead(len(results), reached, cares),
        "figures": _figures(about.code, len(results), reached, cares),
        "head": [_("Result"), _("Start"), _("Promised"), _("Reached"), *(_head(one) for one in cares)],
        "rows": [row for one in results[:RESULTS] for row in _rows(one, cares, new.get(one.pk))],
        "more": _("Not on this page: %(count)s results.") % {"count": len(results) - RESULTS}
        if len(results) > RESULTS
        else "",
        "picture": _("What was reached, and what of it still stands, in percent"),
        "bars": _bars(len(results), reached, cares),
    }
    return BoardReport(data, on, f"{about.number}-{on.isoformat()}.pdf")


def _head(care: Aftercare) -> str:
    return _("After %(months)s months") % {"months": care.months}


def _lead(results: int, reached: int, cares: list[Aftercare]) -> str:
    said = _("Reached: %(reached)s of %(results)s results.") % {"reached": reached, "results": results}
    known = [one for one in cares if one.answered_at and one.known]
    if not known:
        return said + " " + _("What stayed is not known yet.")
    last = known[-1]
    facts = {"months": last.months, "stands": last.stands, "known": last.known}
    return said + " " + _("Still at their norm after %(months)s months: %(stands)s of %(known)s.") % facts


def _figures(assignment: str, results: int, reached: int, cares: list[Aftercare]) -> list[list[str]]:
    found = next((one for one in closed_assignments(assignments=[assignment])), None)
    marks = [one.again for one in cares if one.again is not None]
    shown = [
        (_("Promised"), str(results)),
        (_("Reached"), str(reached)),
        (_("Future-proof index at the end"), _("%(index)s of 100") % {"index": found.index} if found else "–"),
        (_("Would recommend the firm"), _("%(mark)s of 10") % {"mark": marks[-1]} if marks else "–"),
    ]
    return [list(one) for one in shown]


def _rows(one: Any, cares: list[Aftercare], new: Any) -> list[list[list[str]]]:
    """A result that is measured otherwise since the end has a line for each measure."""
    return [_row(one, cares), *([_new_row(new, cares)] if new else [])]


def _new_row(new: Any, cares: list[Aftercare]) -> list[list[str]]:
    title = _("the same, measured otherwise since %(day)s (%(unit)s)") % {"day": day(new.since), "unit": new.unit}
    plain = [[title, ""], [number(new.baseline), ""], [number(new.norm), ""], ["–", ""]]
    return [*plain, *(_cell(new, _said_anew(new, care)) for care in cares)]


def _said_anew(new: Any, care: Aftercare) -> Decimal | None:
    return next((check.new_value for check in care.checks.all() if check.measure_id == new.pk), None)


def _row(one: Any, cares: list[Aftercare]) -> list[list[str]]:
    """Each cell with its tone: "good" at its norm, "bad" where it is not, "" where nobody said."""
    title = f"{one.title} ({one.unit})"
    plain = [[title if len(title) <= LINE else title[:LINE] + " …", ""], [number(one.baseline), ""]]
    return [*plain, [number(one.norm), ""], _cell(one, one.value), *(_cell(one, _said(one, care)) for care in cares)]


def _said(one: Any, care: Aftercare) -> Decimal | None:
    return next((check.value for check in care.checks.all() if check.result_id == one.pk), None)


def _cell(one: Any, value: Decimal | None) -> list[str]:
    stands = stands_at(one.baseline, one.norm, value)
    tone = "" if stands is None else "good" if stands else "bad"
    return ["–" if value is None else number(value), tone]


def _bars(results: int, reached: int, cares: list[Aftercare]) -> list[list[Any]]:
    """Label, percent or None where nothing is known, and the words beside it."""
    found: list[list[Any]] = [[_("Reached at the end"), 100 * reached // results, f"{reached} / {results}"]]
    for care in cares:
        percent = Retention(care.stands, care.known, care.delivered).percent if care.answered_at else None
        words = _("not known yet") if percent is None else f"{care.stands} / {care.known}"
        found.append([_head(care), percent, words])
    return found
