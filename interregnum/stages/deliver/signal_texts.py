"""The words of early warnings: the verdict, and of each signal its name, what it looks at, and its evidence."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.minutes import clock
from interregnum.stages.deliver import stake_texts
from interregnum.stages.deliver.rules.commitment import Circle
from interregnum.stages.deliver.rules.drift import ROLES
from interregnum.stages.deliver.rules.seen import Who
from interregnum.stages.deliver.rules.signals import VEIL, Signal, SignalLevel, Standing
from interregnum.stages.deliver.signal_names import EXPLAINED as EXPLAINED
from interregnum.stages.deliver.signal_names import TITLES as TITLES
from interregnum.web.templatetags.web import number
from interregnum.web.words import ROLE_MIX

STANDINGS: dict[Standing, Promise] = {
    Standing.GOOD: _("It goes well"),
    Standing.ATTENTION: _("It needs attention"),
    Standing.RISK: _("It is at risk"),
}
LEVELS: dict[SignalLevel, Promise] = {SignalLevel.RED: _("Act now"), SignalLevel.AMBER: _("Keep an eye on it")}
PLACES: dict[Who, Promise] = {
    Who.MANAGER: _("the interim manager"),
    Who.CLIENT: _("the client"),
    Who.BUREAU: _("the firm"),
    Who.SHADOW: _("the shadow manager"),
}
UNPREPARED = _("Came to the last three-party review unprepared: %(sides)s.")
type Facts = Mapping[str, Any]


def _missed(facts: Facts) -> str:
    return ngettext(
        "%(count)s week has passed without a report.", "%(count)s weeks have passed without a report.", facts["count"]
    ) % {"count": facts["count"]}


def _decision(facts: Facts) -> str:
    return ngettext("“%(what)s” is open for %(days)s day.", "“%(what)s” is open for %(days)s days.", facts["days"]) % {
        "what": facts["what"],
        "days": facts["days"],
    }


def _overdue(facts: Facts) -> str:
    return ngettext(
        "“%(what)s” was to be decided %(days)s day ago.",
        "“%(what)s” was to be decided %(days)s days ago.",
        facts["days"],
    ) % {"what": facts["what"], "days": facts["days"]}


def _unmet(facts: Facts) -> str:
    return ngettext(
        "Resistance that was seen %(days)s day ago has no approach yet.",
        "Resistance that was seen %(days)s days ago has no approach yet.",
        facts["days"],
    ) % {"days": facts["days"]}


def _fallen(facts: Facts) -> str:
    return ngettext(
        "%(count)s stakeholder stands lower than four weeks ago.",
        "%(count)s stakeholders stand lower than four weeks ago.",
        facts["count"],
    ) % {"count": facts["count"]}


def _against(facts: Facts) -> str:
    return ngettext(
        "%(count)s stakeholder with most influence is against the change.",
        "%(count)s stakeholders with most influence are against the change.",
        facts["count"],
    ) % {"count": facts["count"]}


def _deviations(facts: Facts) -> str:
    return ngettext(
        "The plan departs from the contract on %(count)s point that waits.",
        "The plan departs from the contract on %(count)s points that wait.",
        facts["count"],
    ) % {"count": facts["count"]}


def _leaving(facts: Facts) -> str:
    return ngettext(
        "%(count)s person whom the change needs leaves or has left.",
        "%(count)s persons whom the change needs leave or have left.",
        facts["count"],
    ) % {"count": facts["count"]}


def _cancels(facts: Facts) -> str:
    return ngettext(
        "The client called off a three-party review.",
        "The client called off three-party reviews %(count)s times in a row.",
        facts["count"],
    ) % {"count": facts["count"]}


def _reviews(facts: Facts) -> str:
    return ngettext(
        "The last three-party review did not take place.",
        "The last %(count)s three-party reviews did not take place.",
        facts["count"],
    ) % {"count": facts["count"]}


def _moved(facts: Facts) -> str:
    return ngettext(
        "The three-party review was moved %(count)s time.",
        "The three-party review was moved %(count)s times.",
        facts["count"],
    ) % {"count": facts["count"]}


def _unprepared(facts: Facts) -> str:
    sides = ", ".join(str(PLACES[Who(side)]) for side in facts["sides"])
    return str(UNPREPARED) % {"sides": sides}


def _undeclared(facts: Facts) -> str:
    return ngettext(
        "%(count)s introduced person or tie is not declared.",
        "%(count)s introduced persons or ties are not declared.",
        facts["count"],
    ) % {"count": facts["count"]}


def _declared_late(facts: Facts) -> str:
    return ngettext(
        "%(count)s introduced person was declared too late.",
        "%(count)s introduced persons were declared too late.",
        facts["count"],
    ) % {"count": facts["count"]}


def _pulse(facts: Facts) -> str:
    return gettext("The pulse among employees fell by %(points)s of 5.") % {"points": number(facts["points"])}


def _stays(facts: Facts) -> str:
    return ngettext(
        "What lay under the replacement is not mended, %(days)s day after it was found.",
        "What lay under the replacement is not mended, %(days)s days after it was found.",
        facts["days"],
    ) % {"days": facts["days"]}


def _unseen(facts: Facts) -> str:
    if not facts["days"]:
        return gettext("What an approach to resistance did is to be said today.")
    return ngettext(
        "What an approach to resistance did is to be said; it was due %(days)s day ago.",
        "What an approach to resistance did is to be said; it was due %(days)s days ago.",
        facts["days"],
    ) % {"days": facts["days"]}


# A sentence with the facts put in, or a function for one that counts.
EVIDENCE: dict[str, Promise | Callable[[Facts], str]] = {
    "sponsor_silent": _("The client last had time for it %(days)s days ago."),
    "sponsor_cancels": _cancels,
    "sponsor_short": _("The client had %(had)s hours a week for this; the brief asks %(asked)s."),
    "mandate_unannounced": _("The mandate is not announced, %(days)s days after the start."),
    "plan_late": _("The plan of approach is not agreed, %(days)s days after the start."),
    "deviation_days": _("The plan departs from the contract, and that waits since %(days)s days."),
    "deviation_count": _deviations,
    "score_gap": _("The client gives a %(client)s, the interim manager a %(manager)s."),
    "score_low": _("The client gives a %(client)s."),
    "score_drop": _("The client gave %(before)s out of 10 and now gives %(client)s."),
    "result_behind": _("“%(title)s” is %(points)s points of its way behind the time."),
    "result_overdue": _("“%(title)s” is past its day and not reached."),
    "decision_open": _decision,
    "decision_overdue": _overdue,
    "commitment_falls": _fallen,
    "against_change": _against,
    "pulse_fall": _pulse,
    "pulse_silent": _("At most %(percent)s%% of the employees answered the pulse."),
    "attendance_low": _("%(percent)s%% of who was asked came to the sessions."),
    "old_way": _("The old way goes on, %(days)s days after it was to end."),
    "missed_reports": _missed,
    "missed_reviews": _reviews,
    "reviews_moved": _moved,
    "reviews_unprepared": _unprepared,
    "ownerless": _("%(percent)s%% of the term has passed, and results without an owner in the line: %(count)s."),
    "heirless": _("%(percent)s%% of the term has passed and nobody inherits the work yet."),
    "budget_unused": _("%(percent)s%% of the budget that was planned until now is spent."),
    "load_long": _("The interim manager works more than five days a week, %(weeks)s weeks in a row."),
    "isolation": _("Interim manager and shadow manager have not spoken for %(weeks)s weeks."),
    "undeclared": _undeclared,
    "declared_late": _declared_late,
    "past_end": _("It goes on %(days)s days past its last day."),
    "long_running": _("It runs longer than %(months)s months, and going on was not decided for %(days)s days."),
    "staff_leaving": _leaving,
    "odds_low": _("The odds score is %(total)s; 7 is best, 28 worst."),
    "role_drift": _("“%(role)s” took %(by)s points more of the week than agreed."),
    "cause_stays": _stays,
    "hours_unapproved": _("Hours wait for approval since %(days)s days."),
    "resistance_unmet": _unmet,
    "effect_unseen": _unseen,
    "readiness_low": _("%(who)s: the lowest step of readiness scores %(score)s of 5."),
    VEIL: _("The people come along less well; interim manager and shadow manager see where."),
}


def evidence_of(signal: Signal) -> str:
    """The evidence of a signal in a sentence."""
    words, facts = EVIDENCE[signal.part], dict(signal.facts)
    if callable(words):
        return words(facts)
    if "role" in facts:
        facts["role"] = ROLE_MIX[ROLES.index(str(facts["role"]))] if facts["role"] else "–"
    if "minutes" in facts:
        facts |= {"had": clock(int(str(facts["minutes"]))), "asked": clock(int(str(facts["asked"])))}
    if "who" in facts:
        facts["who"] = stake_texts.CIRCLES[Circle(str(facts["who"]))]
    return str(words) % facts
