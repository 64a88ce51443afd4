"""Words about how assignments ended, and about the bounds of signals."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.queries.signal_words import PART_NAMES
from interregnum.stages.ensure.rules.hits import Outcome

OUTCOMES: dict[StrEnum, Promise] = {
    Outcome.SUCCESS: _("Results reached"),
    Outcome.PARTIAL: _("Reached in part"),
    Outcome.REPLACED: _("The manager was replaced"),
    Outcome.STOPPED: _("Stopped"),
    Outcome.RELAPSED: _("Fell back within a year"),
}
LEVELS = {"amber": (_("amber from"), _("amber below")), "red": (_("red from"), _("red below"))}
OUTCOME_REFUSALS: dict[str, Promise] = {
    "ensure.not_ended": _("It still runs. How it ended can be noted after its last day."),
    "ensure.bounds_crossed": _("Red must lie beyond amber. Change one of the two."),
    "ensure.bound_without_day": _("Choose from which day the new bounds hold."),
    "parameters.too_early": _("Choose today or a later day."),
    "parameters.same": _("These bounds hold already."),
}
OUTCOME_FACTS: dict[str, Promise] = {"OutcomeNoted": _("How it ended was noted")}


def bound_label(part: str, level: str, *, is_low: bool) -> object:
    return format_lazy("{}: {}", PART_NAMES[part], LEVELS[level][is_low])
