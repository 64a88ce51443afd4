"""States as badges, in words and tones."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.stages.deliver import texts
from interregnum.stages.deliver.rules.drift import ROLES, Drift, DriftLevel
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.rules.progress import Course
from interregnum.stages.deliver.rules.reporting import week_number
from interregnum.stages.deliver.rules.states import AssignmentState, Mood, PlanState
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import day
from interregnum.web.words import ROLE_MIX

COURSE_TONES = {
    Course.NOT_MEASURED: Tone.NEUTRAL,
    Course.BEHIND: Tone.BAD,
    Course.ON_COURSE: Tone.GOOD,
    Course.AHEAD: Tone.GOOD,
    Course.REACHED: Tone.GOOD,
}
STATE_TONES = {
    AssignmentState.LANDING: Tone.INFO,
    AssignmentState.RUNNING: Tone.GOOD,
    AssignmentState.CLOSED: Tone.NEUTRAL,
}
PLAN_TONES = {
    PlanState.DRAFT: Tone.NEUTRAL,
    PlanState.PROPOSED: Tone.INFO,
    PlanState.AGREED: Tone.GOOD,
    PlanState.SENT_BACK: Tone.WARN,
}
MOOD_TONES = {Mood.GOOD: Tone.GOOD, Mood.MIXED: Tone.WARN, Mood.HARD: Tone.BAD}
HOURS_TONES = {
    HoursState.DRAFT: Tone.NEUTRAL,
    HoursState.SENT: Tone.INFO,
    HoursState.RETURNED: Tone.WARN,
    HoursState.APPROVED: Tone.GOOD,
}
DRIFT_TONES = {DriftLevel.OK: Tone.GOOD, DriftLevel.NOTICE: Tone.WARN, DriftLevel.LARGE: Tone.BAD}


def state_badge(state: AssignmentState) -> Badge:
    return Badge(texts.STATES[state], STATE_TONES[state])


def plan_badge(state: PlanState) -> Badge:
    return Badge(texts.PLAN_STATES[state], PLAN_TONES[state])


def mood_badge(mood: Mood) -> Badge:
    return Badge(texts.MOODS[mood], MOOD_TONES[mood])


def read_badge(read_at: datetime | None) -> Badge:
    return Badge(_("Read by the client"), Tone.NEUTRAL) if read_at else Badge(_("Not read yet"), Tone.INFO)


def hours_badge(state: HoursState, *, is_silent: bool = False) -> Badge:
    words = _("Approved by silence") if is_silent and state == HoursState.APPROVED else texts.HOURS_STATES[state]
    return Badge(words, HOURS_TONES[state])


def drift_badge(moved: Drift) -> Badge:
    return Badge(texts.DRIFTS[moved.level], DRIFT_TONES[moved.level])


def role_word(code: str) -> object:
    """The words of one of the four roles; "" for none."""
    return ROLE_MIX[ROLES.index(code)] if code else ""


def until(last: date) -> str:
    return _("until %(day)s") % {"day": day(last)}


def week_name(monday: date) -> str:
    """ "Week 12"."""
    return _("Week %(week)s") % {"week": week_number(monday)}


def days_to(last: date, *, on: date) -> Badge:
    """How far off a day is that is still to come."""
    days = (last - on).days
    words = ngettext("in %(days)s day", "in %(days)s days", days) % {"days": days} if days else _("today")
    return Badge(words, Tone.WARN if days <= 3 else Tone.NEUTRAL)
