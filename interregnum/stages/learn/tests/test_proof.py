"""The proof of the firm: what is reckoned of closed cases, of how many it is told, and the list behind each figure."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Category
from interregnum.stages.ask.models import Request
from interregnum.stages.brief.models import Brief
from interregnum.stages.deliver.models import Assignment, Measurement, WeeklyReport
from interregnum.stages.guarantee.rules.reasons import Cause
from interregnum.stages.learn.actions.keep_proof import keep_proof_of_firm
from interregnum.stages.learn.models import Closed
from interregnum.stages.learn.queries.proof import proof_page
from interregnum.stages.learn.rules.measures import Measure, Way, figure_of
from interregnum.stages.learn.tests.learn_world import AFTER, OVER, ended, replaced
from tests.life import STARTS_ON
from tests.world import NOW, browser, make_cast

KNOWN = st.lists(st.tuples(st.integers(0, 50), st.just(50)), min_size=1, max_size=40)


@given(st.sampled_from(list(Way)), KNOWN, st.integers(1, 10))
def test_a_figure_lies_among_its_cases_and_is_never_told_of_too_few(way, known, least):
    found = figure_of(way, known, least=least)
    assert found.cases == len(known)
    if len(known) < least:
        assert found.value is None
        return
    numbers = [number for number, _of in known]
    scale = {Way.MEDIAN: 1.0, Way.MEAN: 0.1, Way.SHARE: 2.0}[way]
    assert min(numbers) * scale - 1e-9 <= found.value <= max(numbers) * scale + 1e-9


@pytest.fixture
def life(db):
    return ended(make_cast())


def another(**said) -> Brief:
    """A brief of a request of its own."""
    told = {"text": "x", "organisation_name": "y", "received_at": NOW, "contact_email": "a@example.org"}
    request = Request.objects.create(**told | {"state": said.pop("state", "received")})
    mix = {"operational": 100, "adviser": 0, "coach": 0, "change": 0}
    return Brief.objects.create(request=request, problem="x", assurance="light", **mix, **{"category": "change"} | said)


def copied(row: Closed, **said) -> None:
    row.pk, row.assignment, row.brief = None, None, another()
    for name, value in said.items():
        setattr(row, name, value)
    row.save()


def figure(page, measure: Measure):
    return next(line for line in page.lines if line.measure == measure)


def test_the_night_after_the_last_day_the_case_stands_there_with_its_measures(life):
    assert keep_proof_of_firm(AFTER) == 1
    row = Closed.objects.get()
    assert (row.year, row.closed_on, row.level, row.discipline) == (2026, OVER, "senior", "back_office")
    assert (row.filled, row.reached, row.reached_of) == (1, 1, 2)
    assert (row.shortlist, row.start, row.first_result) == (0, 7, 20)
    assert (row.reviews, row.reviews_of, row.client, row.manager) == (1, 3, 80, None)
    assert (row.guarantee, row.cause, row.hits) == (0, "", None)
    assert keep_proof_of_firm(AFTER) == 1
    assert Closed.objects.count() == 1


def measured(life, title: str, value: int, *, monday: date) -> None:
    row = Assignment.objects.get(code=life.assignment)
    mix = {"operational": 100, "adviser": 0, "coach": 0, "change": 0}
    told = {"submitted_at": NOW, "mood": "good", **mix}
    report, _made = WeeklyReport.objects.get_or_create(assignment=row, monday=monday, defaults=told)
    Measurement.objects.create(report=report, result=row.results.get(title=title), value=Decimal(value))


@pytest.mark.mission("A1")
def test_all_results_are_reached_on_the_day_from_which_none_fell_back(life):
    def days() -> int | None:
        keep_proof_of_firm(AFTER)
        return Closed.objects.get().all_results

    assert days() is None
    measured(life, "Eigenaren", 4, monday=date(2026, 6, 1))
    assert days() == (date(2026, 6, 7) - STARTS_ON).days
    measured(life, "Eigenaren", 3, monday=date(2026, 6, 8))
    assert days() is None
    measured(life, "Eigenaren", 5, monday=date(2026, 6, 15))
    assert days() == (date(2026, 6, 21) - STARTS_ON).days


def test_a_result_of_the_last_week_counts_though_the_week_ends_after_the_last_day(life):
    """The last day is a Friday, and a report is about its week until Sunday."""
    measured(life, "Eigenaren", 4, monday=OVER - timedelta(days=4))
    keep_proof_of_firm(AFTER)
    row = Closed.objects.get()
    assert (row.reached, row.all_results) == (2, (OVER - STARTS_ON).days)


def test_what_was_only_promised_is_no_first_result(life):
    Measurement.objects.all().delete()
    keep_proof_of_firm(AFTER)
    row = Closed.objects.get()
    assert (row.reached, row.first_result) == (0, None)


def test_a_replacement_is_counted_with_its_cause_whatever_that_is(life):
    replaced(life, Cause.MANDATE)
    keep_proof_of_firm(AFTER)
    row = Closed.objects.get()
    assert (row.guarantee, row.cause) == (1, "mandate")


def test_a_brief_whose_request_was_lost_counts_as_not_filled(life):
    another(state="lost", category="crisis")
    keep_proof_of_firm(AFTER)
    assert sorted(Closed.objects.values_list("category", "filled")) == [("change", 1), ("crisis", 0)]


def test_no_figure_of_four_cases_is_told_and_one_of_five_is(life):
    keep_proof_of_firm(AFTER)
    row, on = Closed.objects.get(), date(2026, 9, 1)
    for hours in (10, 20, 30):
        copied(row, shortlist=hours)
    assert figure(proof_page({}, on=on), Measure.SHORTLIST).figure == ""
    copied(row, shortlist=48)
    page = proof_page({}, on=on)
    line = figure(page, Measure.SHORTLIST)
    assert (line.cases, line.figure, line.market) == (5, "20", "48")
    assert line.source
    assert figure(proof_page({"category": str(Category.CRISIS)}, on=on), Measure.SHORTLIST).cases == 0
    assert figure(proof_page({"year": "2025"}, on=on), Measure.SHORTLIST).cases == 0


def test_every_figure_opens_its_list_which_a_partner_may_take_along(life):
    keep_proof_of_firm(AFTER)
    anton, bea = browser(life.cast.anton), browser(life.cast.bea)
    page = anton.get(reverse("bureau:learn-proof")).content.decode()
    for measure in Measure:
        address = reverse("bureau:learn-proof-list", args=[measure])
        assert address in page
        assert anton.get(address).status_code == 200
    told = bea.get(reverse("bureau:learn-proof-export", args=["client"]))
    assert "8" in b"".join(told.streaming_content).decode()
    assert bea.get(reverse("bureau:learn-proof-workbook", args=["client"])).content[:2] == b"PK"
    assert anton.get(reverse("bureau:learn-proof-export", args=["client"])).status_code == 404
    assert bea.get(reverse("bureau:learn-proof-list", args=["unknown"])).status_code == 404


@pytest.mark.parametrize("who", ["carla", "max", "sara", "berend"])
def test_nobody_else_reads_the_proof(life, who):
    assert browser(getattr(life.cast, who)).get(reverse("bureau:learn-proof")).status_code == 404
