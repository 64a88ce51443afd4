"""From where on each part of a signal is amber or red: dated parameters, each in its own home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.parameters.values import values
from interregnum.stages.deliver.rules.signals import PARTS, Bound, Bounds

BOUNDS, WINDOWS = "deliver.signal_bounds", "deliver.signal_windows"
REVIEWS, COURSE, ODDS = "ensure.review_signals", "deliver.signals", "deliver.odds_above"
FALL, SILENCE = "pulse.fall_tenths", "pulse.silence_percent"
NAMES = (
    BOUNDS, WINDOWS, REVIEWS, COURSE, ODDS, FALL, SILENCE, "deliver.plan_due_days", "deliver.announce_within_days",
)  # fmt: skip


@dataclass(frozen=True)
class Home:
    """Where a bound stands: parameter, key within it ("" for one that is a number), and what is added to what stands
    there: "more than 14 days" is "from 15 on"."""

    parameter: str
    key: str
    plus: float = 0


# What stands elsewhere than under its own name in BOUNDS, or under an older one.
PREFIX = {
    "sponsor_silent": "silent",
    "sponsor_cancels": "cancels",
    "sponsor_short": "sponsor",
    "mandate_unannounced": "announce",
    "plan_late": "plan",
    "result_behind": "behind",
    "decision_open": "decision",
    "commitment_falls": "fallen",
    "missed_reports": "missed",
    "hours_unapproved": "hours",
    "resistance_unmet": "unmet",
    "effect_unseen": "unseen",
    "readiness_low": "ready",
}
ELSEWHERE: dict[str, Home] = {
    "plan_late_amber": Home("deliver.plan_due_days", ""),
    "mandate_unannounced_amber": Home("deliver.announce_within_days", "", 1),
    "result_behind_amber": Home(COURSE, "course_points", 1),
    "role_drift_amber": Home(COURSE, "drift_notice"),
    "role_drift_red": Home(COURSE, "drift_large"),
    "score_gap_amber": Home(REVIEWS, "gap_amber"),
    "score_gap_red": Home(REVIEWS, "gap_red"),
    # Scores are whole: up to 6.5 is below 7.
    "score_low_amber": Home(REVIEWS, "score_amber", 0.5),
    "score_low_red": Home(REVIEWS, "score_red", 0.5),
    "score_drop_red": Home(REVIEWS, "drop_red"),
    "reviews_moved_amber": Home(REVIEWS, "moves"),
    "odds_low_amber": Home(ODDS, "doubt_above", 1),
    "odds_low_red": Home(ODDS, "against_above", 1),
    "pulse_fall_amber": Home(FALL, "pulse_notice"),
    "pulse_fall_red": Home(FALL, "pulse_large"),
    "pulse_silent_amber": Home(SILENCE, "pulse_notice"),
    "pulse_silent_red": Home(SILENCE, "pulse_large"),
    "readiness_low_amber": Home(BOUNDS, "ready_amber", 1),
    "readiness_low_red": Home(BOUNDS, "ready_red", 1),
}


def home_of(part: str, level: str) -> Home:
    """Where the bound of a part stands; there may be none under that key, then it is never reached."""
    return ELSEWHERE.get(f"{part}_{level}") or Home(BOUNDS, f"{PREFIX.get(part, part)}_{level}")


def bounds_from(known: Mapping[str, Any]) -> Bounds:
    """`known` holds the parameters of NAMES."""
    return {part: Bound(_bound(part, "amber", known), _bound(part, "red", known)) for part in PARTS}


def _bound(part: str, level: str, known: Mapping[str, Any]) -> float | None:
    home = home_of(part, level)
    found = known[home.parameter] if not home.key else known[home.parameter].get(home.key)
    return None if found is None else found + home.plus


def bounds_on(on: date) -> Bounds:
    return bounds_from(values(*NAMES, on=on))
