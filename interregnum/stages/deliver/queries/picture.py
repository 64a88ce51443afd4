"""The picture of one assignment, the same for everybody who may see it; addresses differ by desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.period import local_day
from interregnum.parameters.values import values
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.beside import PAPERS, Beside, beside
from interregnum.stages.deliver.queries.decisions import DecisionView, decisions_of
from interregnum.stages.deliver.queries.help import HelpAsked, help_asked
from interregnum.stages.deliver.queries.mandate import MandateView, mandate_view
from interregnum.stages.deliver.queries.people import PeopleView, people_view
from interregnum.stages.deliver.queries.quality.bounds import NAMES
from interregnum.stages.deliver.queries.results import ResultView, results_of
from interregnum.stages.deliver.queries.signals import VerdictView, verdict_of
from interregnum.stages.deliver.queries.todos import manager_todos
from interregnum.stages.deliver.queries.visible import assignment_of, term_of, weeks_late
from interregnum.stages.deliver.rules.drift import Drift, drift, mean_mix
from interregnum.stages.deliver.rules.reporting import week_number, weeks_left
from interregnum.web import charts
from interregnum.web.charts.values import StackedChart
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event, Figure, Step, StepState, ToDo
from interregnum.web.templatetags.web import moment
from interregnum.web.words import ROLE_MIX

# The role mix of so many last weeks says where the role is going.
DRIFT_WEEKS = 4
# Weeks that the chart of the role mix shows at most.
CHART_WEEKS = 26
# What a list of reports does not show.
TEXTS = ("progress", "obstacles", "decisions_needed")


@dataclass(frozen=True)
class ReportLine:
    week: int
    monday: date
    mood: Badge
    read: Badge
    is_read: bool
    url: str


@dataclass(frozen=True)
class ReviewLine:
    """The next moment at which they look at it together: a three-party review, else a checkpoint of the plan."""

    title: str
    checkpoint: str
    on: date
    due: Badge
    url: str = ""


@dataclass(frozen=True)
class SponsorLine:
    """Minutes that the client's problem owner had in the newest report that says so, and those that the brief asks."""

    had: int
    asked: int
    week: int


@dataclass(frozen=True)
class Picture:
    """An assignment as a page shows it; `todos` is for its manager alone."""

    code: str
    number: str
    client: str
    manager: str
    category: Category
    assurance: Assurance
    problem: str
    result_wanted: str
    starts_on: date
    ends_on: date
    state: Badge
    plan_state: Badge
    plan_code: str
    plan_note: str
    plan_agreed_at: datetime | None
    steps: tuple[Step, ...]
    phases: tuple[Any, ...]
    figures: tuple[Figure, ...]
    results: tuple[ResultView, ...]
    mix: StackedChart | None
    drift: Drift | None
    drift_badge: Badge | None
    drift_role: object
    mandate: MandateView
    reports: tuple[ReportLine, ...]
    help_asked: HelpAsked | None
    late: tuple[date, ...]
    verdict: VerdictView
    decisions: tuple[DecisionView, ...]
    people: PeopleView
    next_review: ReviewLine | None
    sponsor: SponsorLine | None
    events: tuple[Event, ...]
    beside: Beside
    todos: tuple[ToDo, ...]


def assignment_picture(code: str, *, seen_by: Actor, on: date) -> Picture:
    """Raises Http404 for an assignment that is not theirs."""
    row: Any = assignment_of(code, seen_by=seen_by, along=PAPERS, review_at=_review_at())
    reports = list(row.reports.defer(*TEXTS).order_by("monday"))
    known = values(*NAMES, on=on)
    signals, reported = known["deliver.signals"], {report.monday for report in reports}
    results = results_of(row, on=on, margin=signals["course_points"])
    late = weeks_late(row, reported=reported, on=on)
    phases = tuple(row.phases.all())
    moved = _drift_of(row, reports, signals)
    decisions, people = decisions_of(row, seen_by=seen_by, on=on), people_view(row, seen_by=seen_by, on=on)
    return Picture(
        **{
            name: getattr(row, name)
            for name in ("code", "number", "category", "assurance", "problem", "result_wanted", "starts_on", "ends_on")
        },
        **{name: getattr(row, name) for name in ("plan_note", "plan_agreed_at")},
        client=row.organisation.name,
        manager=row.manager.name,
        state=looks.state_badge(row.state),
        plan_state=looks.plan_badge(row.plan_state),
        plan_code=row.plan_state,
        steps=steps_of(phases, on=on),
        phases=phases,
        figures=_figures(row, results, reports, on=on, late=len(late)),
        results=results,
        mix=_mix_chart(row, reports),
        drift=moved,
        drift_badge=looks.drift_badge(moved) if moved else None,
        drift_role=looks.role_word(moved.grew) if moved else "",
        mandate=mandate_view(row, within_days=known["deliver.announce_within_days"], on=on),
        reports=tuple(_line(report, seen_by) for report in reversed(reports)),
        help_asked=help_asked(row, reports, seen_by=seen_by),
        late=late,
        verdict=verdict_of(row, seen_by=seen_by, known=known, on=on),
        decisions=decisions,
        people=people,
        next_review=_next_review(row, phases, seen_by, on),
        sponsor=_sponsor(row, reports),
        events=history(row.code, seen_by=seen_by),
        beside=beside(row, seen_by=seen_by),
        todos=manager_todos(row, reported=reported, plan_within_days=known["deliver.plan_due_days"], on=on)
        if seen_by.role == Role.MANAGER
        else (),
    )


def _review_at() -> Subquery:
    """When the three sit together next; a later stage keeps those, hence by relation."""
    planned = Assignment.objects.filter(pk=OuterRef("pk"), reviews__state="planned").order_by("reviews__starts_at")
    return Subquery(planned.values("reviews__starts_at")[:1])


def _next_review(row: Any, phases: Sequence[Any], seen_by: Actor, on: date) -> ReviewLine | None:
    phase = next((one for one in phases if one.ends_on >= on), None)
    if row.review_at:
        starts_on, title = local_day(row.review_at), _("Three-party review")
        desk = "bureau" if seen_by.is_bureau else str(seen_by.role)
        url = reverse(f"{desk}:ensure-reviews-of", args=[row.code])
        return ReviewLine(title, moment(row.review_at), starts_on, looks.days_to(starts_on, on=on), url)
    if phase is None:
        return None
    return ReviewLine(phase.title, phase.checkpoint, phase.ends_on, looks.days_to(phase.ends_on, on=on))


def _sponsor(row: Assignment, reports: Sequence[WeeklyReport]) -> SponsorLine | None:
    last = next((one for one in reversed(reports) if one.sponsor_minutes is not None), None)
    asked = 60 * (row.contract.brief.sponsor_hours or 0)
    return SponsorLine(last.sponsor_minutes or 0, asked, week_number(last.monday)) if last else None


def steps_of(phases: Sequence[Any], *, on: date) -> tuple[Step, ...]:
    """The phases of the plan as steps; the first whose checkpoint is still to come is the current one."""
    current = next((place for place, phase in enumerate(phases) if on <= phase.ends_on), len(phases))
    states = (
        StepState.DONE if place < current else StepState.CURRENT if place == current else StepState.TODO
        for place in range(len(phases))
    )
    return tuple(Step(phase.title, state) for phase, state in zip(phases, states, strict=True))


def _figures(
    row: Assignment, results: Sequence[ResultView], reports: Sequence[WeeklyReport], *, on: date, late: int
) -> tuple[Figure, ...]:
    last = reports[-1] if reports else None
    missing = ngettext("%(count)s week without a report", "%(count)s weeks without a report", late) % {"count": late}
    good = sum(result.is_on_course for result in results)
    return (
        Figure(_("Weeks to go"), weeks_left(term_of(row), on=on), looks.until(row.ends_on)),
        Figure(
            _("Results on course"),
            _("%(good)s of %(all)s") % {"good": good, "all": len(results)} if results else "–",
            "" if results else _("no results agreed yet"),
        ),
        Figure(
            _("Last report"),
            _("Week %(week)s") % {"week": week_number(last.monday)} if last else "–",
            missing if late else texts.MOODS[last.mood] if last else "",
        ),
        Figure(_("Reports"), len(reports), ""),
    )


def _drift_of(row: Assignment, reports: Sequence[WeeklyReport], signals: dict[str, int]) -> Drift | None:
    if not reports:
        return None
    recent = mean_mix([report.role_mix for report in reports[-DRIFT_WEEKS:]])
    return drift(row.role_mix, recent, notice=signals["drift_notice"], large=signals["drift_large"])


def _mix_chart(row: Assignment, reports: Sequence[WeeklyReport]) -> StackedChart | None:
    """B3: the role mix of each week beside the one agreed."""
    if not reports:
        return None
    return charts.stacked_chart(
        title=_("Role mix per week"),
        series=ROLE_MIX,
        weeks=[(str(week_number(report.monday)), tuple(report.role_mix)) for report in reports[-CHART_WEEKS:]],
        reference=(_("agreed"), tuple(row.role_mix)),
    )


def _line(report: WeeklyReport, actor: Actor) -> ReportLine:
    return ReportLine(
        week_number(report.monday),
        report.monday,
        looks.mood_badge(report.mood),
        looks.read_badge(report.read_at),
        report.read_at is not None,
        report_url(report, actor),
    )


def report_url(report: WeeklyReport, actor: Actor) -> str:
    """Where this person reads a report: the manager on the page where it was written."""
    if actor.role == Role.MANAGER:
        return reverse("manager:deliver-report", args=[report.assignment.code]) + f"?week={report.monday}"
    desk = "bureau" if actor.is_bureau else str(actor.role)
    return reverse(f"{desk}:deliver-report", args=[report.code])
