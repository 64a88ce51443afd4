"""One ordinary brief and one ordinary manager, to be changed where a test is about something else."""

from datetime import date
from typing import Any

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.values import Candidate, Wanted, Weights

MONDAY = date(2026, 3, 2)
EVEN = Weights(dict.fromkeys(CRITERIA, 10))


def a_brief(**changes: Any) -> Wanted:
    known: dict[str, Any] = {
        "category": Category.CHANGE,
        "level": Level.SENIOR,
        "role_mix": RoleMix(25, 20, 15, 40),
        "starts_on": MONDAY,
        "slack_days": 13,
        "days_a_week": 4,
        "client_name": "Voorbeeldbank N.V.",
        "reasons": (Reason.PERFORMANCE,),
        "disciplines": ("back_office",),
        "sector": "bank",
        "rate_ceiling": Money("1500"),
        "margin_percent": 20,
        "place": "Utrecht",
        "languages": ("nl",),
    }
    return Wanted(**known | changes)


def a_manager(code: str = "m1", **changes: Any) -> Candidate:
    known: dict[str, Any] = {
        "code": code,
        "name": "Max Verzonnen",
        "place": "Amsterdam",
        "travel_km": 80,
        "available_on": MONDAY,
        "days_a_week": 4,
        "day_rate": Money("1200"),
        "level": Level.SENIOR,
        "disciplines": ("back_office", "finance"),
        "sectors": ("bank",),
        "languages": ("nl", "en"),
        "role_mix": RoleMix(25, 20, 15, 40),
        "categories": {Category.CHANGE: 3},
        "reasons": {Reason.PERFORMANCE: 3},
        "first_result_weeks": 6,
        "deadlocks_broken": 1,
        "cases_with_referee": 2,
        "former_employers": ("Proefpolis Verzekeringen N.V.",),
        "wants_permanent": False,
    }
    return Candidate(**known | changes)
