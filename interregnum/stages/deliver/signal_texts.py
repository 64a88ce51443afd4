"""The words of early warnings: the verdict, and of each signal its evidence in a sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interregnum.kernel.minutes import clock
from interregnum.stages.deliver.rules.drift import ROLES
from interregnum.stages.deliver.rules.signals import Signal, SignalLevel, Standing, Who
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
}
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


# A sentence with the facts put in, or a function for one that counts.
EVIDENCE: dict[str, Promise | Callable[[Facts], str]] = {
    "missed_reports": _missed,
    "result_behind": _("“%(title)s” is %(points)s points of its way behind the time."),
    "result_overdue": _("“%(title)s” is past its day and not reached."),
    "plan_late": _("The plan of approach is not agreed, %(days)s days after the start."),
    "mandate_unannounced": _("The mandate is not announced, %(days)s days after the start."),
    "role_drift": _("“%(role)s” took %(by)s points more of the week than agreed."),
    "decision_open": _decision,
    "sponsor_short": _("The client had %(had)s hours a week for this; the brief asks %(asked)s."),
    "hours_unapproved": _("Hours wait for approval since %(days)s days."),
    "resistance_unmet": _unmet,
    "effect_unseen": _("What an approach to resistance did is to be said; it was due %(days)s days ago."),
    "readiness_low": _("%(who)s: the lowest step of readiness scores %(score)s of 5."),
    "commitment_falls": _fallen,
}


def evidence_of(signal: Signal) -> str:
    """The evidence of a signal in a sentence."""
    words, facts = EVIDENCE[signal.code], dict(signal.facts)
    if callable(words):
        return words(facts)
    if "role" in facts:
        facts["role"] = ROLE_MIX[ROLES.index(str(facts["role"]))]
    if "minutes" in facts:
        facts |= {"had": clock(int(str(facts["minutes"]))), "asked": clock(int(str(facts["asked"])))}
    return str(words) % facts
