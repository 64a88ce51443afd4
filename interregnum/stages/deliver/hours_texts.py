"""Words about hours: refusals and facts."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interregnum.kernel.minutes import clock

HOURS_REFUSALS = {
    "deliver.hours_negative": _("Hours cannot be less than nothing. Write 0 or leave the day empty."),
    "deliver.hours_outside_term": _("This day is outside the term of the assignment. Leave it empty."),
    "deliver.hours_ahead": _("This day has not come yet. Write its hours when it has."),
    "deliver.hours_above_day": _("This day has %(most)s hours. Write fewer."),
    "deliver.hours_above_day_elsewhere": _(
        "With the %(elsewhere)s hours that you wrote for another assignment this is more than a day has (%(most)s)."
    ),
    "deliver.hours_not_started": _("The assignment has not started yet. Hours can be written from its first day on."),
    "deliver.hours_sent": _("The hours of this week were sent already. Reload the page to correct them."),
    "deliver.hours_changed": _(
        "These hours were changed in another window meanwhile. What you typed still stands here: look at the other "
        "window, or reload the page and type it again."
    ),
    "deliver.hours_same": _("Nothing is different from what was sent. Change a day first."),
    "deliver.hours_reason_needed": _("Say in a few words why: the client reads it beside the change."),
    "deliver.hours_own": _("Somebody else must approve hours that you sent yourself."),
    "deliver.hours_answered": _("These hours do not wait for an answer any more. What stands now, you see below."),
    "deliver.hours_changed_meanwhile": _(
        "The manager changed these hours meanwhile. Look at them as they are now, and answer again."
    ),
    "deliver.hours_back_why": _("Say what is not right, so that the manager can mend it."),
}
HOURS_FACTS = {
    "HoursWritten": _("The hours of week %(week)s were written"),
    "HoursSent": _("The hours of week %(week)s were sent to the client"),
    "HoursCorrected": _("The hours of week %(week)s were corrected"),
    "HoursApproved": _("Hours of week %(week)s were approved"),
    "HoursSentBack": _("Hours of week %(week)s were sent back"),
    "HoursCountAsApproved": _("The hours of week %(week)s count as approved: nobody answered"),
}


def _hours(fact: dict[str, Any]) -> str:
    return _now("%(hours)s hours") % {"hours": clock(fact["minutes"])}


def _corrected(fact: dict[str, Any]) -> str:
    return _now("from %(before)s to %(after)s hours") % {
        "before": clock(fact["before"]),
        "after": clock(fact["minutes"]),
    }


def _days(fact: dict[str, Any]) -> str:
    return ngettext("%(days)s day", "%(days)s days", fact["days"]) % {"days": fact["days"]}


HOURS_DETAILS = {
    "HoursWritten": _hours,
    "HoursSent": _hours,
    "HoursCorrected": _corrected,
    "HoursApproved": _hours,
    "HoursSentBack": _days,
    "HoursCountAsApproved": _hours,
}
