"""Words about the record of a manager: lines, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interregnum.stages.guarantee.rules.reasons import Cause
from interregnum.stages.learn.case_texts import CASE_DETAILS, CASE_FACTS
from interregnum.stages.learn.rules.lines import SHARES, TENTHS, Kind
from interregnum.stages.learn.rules.record import Sums, Told
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import number

KINDS: dict[StrEnum, Promise] = {
    Kind.RESULTS: _("Results reached"),
    Kind.FIRST_RESULT: _("Days to the first result"),
    Kind.STANDS_3: _("Still at the norm after 3 months"),
    Kind.STANDS_6: _("Still at the norm after 6 months"),
    Kind.STANDS_12: _("Still at the norm after 12 months"),
    Kind.CLIENT: _("Score of the client, of 10"),
    Kind.SHADOW: _("Score of the shadow manager, of 10"),
    Kind.EMPLOYEES: _("Pulse among employees, of 5"),
    Kind.DEADLOCKS: _("Deadlocks broken"),
    Kind.ROLE_MIX: _("Points of 100 in another role than offered"),
    Kind.REPLACED: _("Replaced under the guarantee"),
}
SOURCES: dict[StrEnum, Promise] = {
    Kind.RESULTS: _("Plan and weekly reports"),
    Kind.FIRST_RESULT: _("Weekly reports"),
    Kind.STANDS_3: _("Aftercare"),
    Kind.STANDS_6: _("Aftercare"),
    Kind.STANDS_12: _("Aftercare"),
    Kind.CLIENT: _("Three-party reviews and the evaluation at the end"),
    Kind.SHADOW: _("Three-party reviews and the evaluation at the end"),
    Kind.EMPLOYEES: _("Published rounds of the pulse"),
    Kind.DEADLOCKS: _("Decisions that lay open long past their day and were taken"),
    Kind.ROLE_MIX: _("Contract and weekly reports"),
    Kind.REPLACED: _("The cause that was written down"),
}
CAUSES: dict[str, Promise] = {
    Cause.MATCH: _("The match was not right"),
    Cause.MANAGER: _("The manager fell short"),
}
REFUSALS: dict[str, Promise] = {
    "learn.contested": _("You contested this line already. The bureau decides; you find its answer here."),
    "learn.decided": _("This was decided already, or nobody contests it. What was decided, you see below."),
}
FACTS: dict[str, Promise] = CASE_FACTS | {
    "RecordLineNoted": _("A line came into the record, or changed"),
    "RecordLineDropped": _("A line of the record is not so any more"),
    "RecordLineCommented": _("The manager wrote beside a line of the record"),
    "RecordLineContested": _("The manager contested a line of the record"),
    "RecordContestDecided": _("The bureau decided about a contested line of the record"),
}
DETAILS = CASE_DETAILS | {
    "RecordContestDecided": lambda fact: gettext("it counts no more") if fact["is_struck"] else gettext("it stands"),
}


def said(kind: str, amount: int, of: int) -> str:
    """A line in figures: "2 of 3", "7.5", "12"."""
    if kind in SHARES:
        return gettext("%(number)s of %(of)s") % {"number": number(amount), "of": number(of)}
    return number(amount / 10 if kind in TENTHS else amount)


def sum_said(kind: Kind, own: Sums) -> str:
    if kind in SHARES:
        return said(kind, own.number, own.of)
    return number(round(own.number / own.lines / (10 if kind in TENTHS else 1), 1))


def shrunk_said(kind: Kind, found: Told) -> tuple[str, str]:
    """The shrunk figure, and its interval; two empty texts while the firm knows too little."""
    if found.shrunk is None or found.low is None or found.high is None:
        return "", ""
    if kind in SHARES:
        figure, low, high = (f"{round(100 * one)}%" for one in (found.shrunk, found.low, found.high))
    else:
        figure, low, high = (
            number(round(one / (10 if kind in TENTHS else 1), 1)) for one in (found.shrunk, found.low, found.high)
        )
    return figure, gettext("%(low)s to %(high)s") % {"low": low, "high": high}


def badge_of(*, is_contested: bool, is_struck: bool | None) -> Badge | None:
    if is_struck:
        return Badge(_("counts no more"), Tone.NEUTRAL)
    if not is_contested:
        return None
    return Badge(_("contested"), Tone.WARN) if is_struck is None else Badge(_("contested, it stands"), Tone.INFO)
