"""Who cannot take an assignment, and the one reason why."""

from datetime import timedelta

import pytest

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.money import Money
from interregnum.stages.choose.rules.eligibility import CONSTRAINTS, place_unknown
from interregnum.stages.choose.rules.organisations import same_organisation
from interregnum.stages.choose.rules.places import GRID, distance_km, known
from interregnum.stages.choose.rules.shortlist import first_constraint
from interregnum.stages.choose.rules.values import Needed
from interregnum.stages.choose.tests.rules_world import MONDAY, a_brief, a_manager

# A new one is there a day after the latest start, and well before it.
SLOW = Needed(MONDAY + timedelta(days=14), MONDAY - timedelta(days=365))
QUICK = Needed(MONDAY, MONDAY - timedelta(days=365))


def reason(brief: dict, manager: dict) -> str:
    found = first_constraint(a_manager(**manager), a_brief(**brief))
    return found[0].constraint if found else ""


def test_an_ordinary_manager_may_take_an_ordinary_assignment():
    assert reason({}, {}) == ""


@pytest.mark.mission("D2", "D5", "D6", "D7")
@pytest.mark.parametrize(
    ("brief", "manager", "code"),
    [
        ({}, {"consents": False}, "choose.no_consent"),
        ({}, {"available_on": MONDAY + timedelta(days=13)}, ""),
        ({}, {"available_on": MONDAY + timedelta(days=14)}, "choose.starts_too_late"),
        ({"slack_days": 0}, {"available_on": MONDAY + timedelta(days=1)}, "choose.starts_too_late"),
        ({"days_a_week": 5}, {"days_a_week": 4}, "choose.too_few_days"),
        ({"days_a_week": 2}, {"days_a_week": 4}, ""),
        ({}, {"day_rate": Money("1250")}, ""),
        ({}, {"day_rate": Money("1250.01")}, "choose.above_ceiling"),
        ({"rate_ceiling": None}, {"day_rate": Money("9000")}, ""),
        ({"screenings": {"conduct": SLOW}}, {}, "choose.screening_impossible"),
        ({"screenings": {"conduct": SLOW}}, {"screenings": {"conduct": "2025-03-01"}}, "choose.screening_impossible"),
        ({"screenings": {"conduct": SLOW}}, {"screenings": {"conduct": "2025-03-02"}}, ""),
        (
            {"screenings": {"conduct": SLOW}},
            {"screenings": {"employment": "2026-02-02"}},
            "choose.screening_impossible",
        ),
        ({"screenings": {"conduct": SLOW}, "slack_days": 14}, {}, ""),
        ({"screenings": {"conduct": QUICK}}, {}, ""),
        ({"screenings": {"conduct": QUICK}}, {"screenings": {"conduct": "not_passed"}}, "choose.screening_impossible"),
        ({"screenings": {"conduct": QUICK}}, {"screenings": {"conduct": "no_basis"}}, "choose.screening_impossible"),
        ({}, {"screenings": {"conduct": "not_passed"}}, ""),
        ({"languages": ("nl", "de")}, {}, "choose.language_missing"),
        ({"disciplines": ("sales",)}, {}, "choose.discipline_missing"),
        ({"disciplines": ("sales", "finance")}, {}, ""),
        ({"disciplines": ()}, {"disciplines": ()}, ""),
        ({}, {"level": Level.MIDDLE}, ""),
        ({}, {"level": Level.TEAM}, "choose.level_too_low"),
        ({}, {"level": Level.SPECIALIST}, "choose.level_too_low"),
        ({"level": Level.MIDDLE}, {"level": Level.SPECIALIST}, ""),
        ({"level": Level.SPECIALIST}, {"level": Level.TEAM}, ""),
        ({"level": Level.PROGRAMME}, {"level": Level.SPECIALIST}, "choose.level_too_low"),
        ({"level": Level.SUPERVISORY}, {"level": Level.EXECUTIVE}, ""),
        ({"level": Level.SUPERVISORY}, {"level": Level.SENIOR}, "choose.level_too_low"),
        ({}, {"former_employers": ("De VOORBEELDBANK",)}, "choose.past_with_client"),
        ({}, {"conflicts": ("Voorbeeldbank Hypotheken B.V.",)}, "choose.conflict_declared"),
        ({"category": Category.BRIDGING}, {"wants_permanent": True}, "choose.wants_to_be_hired"),
        ({"category": Category.PROJECT}, {"wants_permanent": True}, "choose.wants_to_be_hired"),
        ({}, {"place": "Maastricht"}, "choose.too_far"),
        ({"max_km": 30}, {}, "choose.too_far"),
        ({"max_km": 34}, {}, ""),
        ({"place": ""}, {"travel_km": 0}, ""),
        ({"place": "Nergenshuizen"}, {"travel_km": 0}, ""),
        ({}, {"place": "Nergenshuizen", "travel_km": 0}, ""),
    ],
)
def test_one_hard_constraint_is_enough(brief, manager, code):
    assert reason(brief, manager) == code


def test_the_first_constraint_in_order_is_the_one_named():
    hopeless = {"consents": True, "wants_permanent": True, "place": "Maastricht", "days_a_week": 1}
    assert reason({}, hopeless) == "choose.too_few_days"
    assert next(iter(CONSTRAINTS)) == "choose.no_consent"


def test_an_exclusion_holds_the_facts():
    (found,) = first_constraint(a_manager(day_rate=Money("1300")), a_brief())
    assert found.facts == {"rate": "1560.00", "ceiling": "1500.00"}


def test_an_unknown_town_is_noted_and_excludes_nobody():
    assert place_unknown(a_manager(place="Nergenshuizen"), a_brief())
    assert not place_unknown(a_manager(place="Nergenshuizen"), a_brief(place=""))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Voorbeeldbank N.V.", "voorbeeldbank", True),
        ("Coöperatie Voorbeeld U.A.", "Cooperatie Voorbeeld", True),
        ("Voorbeeldbank N.V.", "Voorbeeldbank Hypotheken B.V.", True),
        ("Voorbeeldbank", "Andere Bank", False),
        ("Bank", "Voorbeeld Bank", False),
        ("Voorbeeld Bank", "Voorbeeld Verzekeringen", False),
        ("De Groep", "De Groep", True),
        ("", "Voorbeeldbank", False),
        ("", "", False),
    ],
)
def test_two_names_of_one_organisation(one, other, same):
    assert same_organisation(one, other) is same
    assert same_organisation(other, one) is same


def test_distances_between_towns():
    assert distance_km("Utrecht", "amsterdam ") == 34
    assert distance_km("Den Bosch", "'s-Hertogenbosch") == 0
    assert distance_km("The Hague", "Rotterdam") == 21
    assert known("’s-Gravenhage") and not known("Nergenshuizen")
    # All of the country fits in the grid.
    assert all(0 < x < 280 and 305 < y < 620 for x, y in GRID.values())
