"""How often the three sit together was signed, and stays so."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.parameters.values import set_value
from interregnum.stages.contract.models import Contract
from interregnum.stages.ensure.actions.plan_reviews import plan_reviews
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.tests.review_world import running
from tests.world import NOW

pytestmark = pytest.mark.mission("G4")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


def test_the_rhythm_is_that_of_the_contract_as_signed(cast):
    """Every week is for who signs from now on."""
    running(cast)
    Contract.objects.update(drawn_at=NOW - timedelta(days=1))
    held = {"none": 0, "light": 1, "standard": 1, "intensive": 1}
    set_value("ensure.review_weeks.assurance", held, valid_from=NOW.date(), source="Proef")
    plan_reviews(NOW + timedelta(days=14))
    assert sorted(str(day) for day in Review.objects.values_list("due_on", flat=True)) == ["2026-03-12", "2026-03-30"]


def test_what_the_contract_kept_goes_before_the_practice_of_any_day(cast):
    row = running(cast)
    weeks = {"none": 0, "light": 3, "standard": 3, "intensive": 3}
    by_category = dict.fromkeys(("change", "bridging", "project", "crisis", "expertise"), 3)
    kept = {"review_weeks_by_assurance": weeks, "review_weeks_by_category": by_category, "review_landing_days": 10}
    Contract.objects.filter(assignment=row).update(terms={"aftercare_months": {"first": 3}} | kept)
    plan_reviews(NOW + timedelta(days=14))
    assert sorted(str(day) for day in Review.objects.values_list("due_on", flat=True)) == ["2026-03-12", "2026-03-23"]
