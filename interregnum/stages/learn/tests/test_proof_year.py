"""A year of the firm on paper: its figures, pictures and rules, in two languages, and nothing of a few cases."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from interregnum.stages.guarantee.rules.reasons import Cause
from interregnum.stages.learn.actions.keep_proof import keep_proof_of_firm
from interregnum.stages.learn.models import Closed
from interregnum.stages.learn.queries.proof_year import proof_of_year
from interregnum.stages.learn.rules.measures import Measure
from interregnum.stages.learn.tests.learn_world import AFTER, OVER, ended
from interregnum.stages.learn.tests.test_proof import copied
from tests.world import browser, make_cast

YEAR = OVER.year


pytestmark = pytest.mark.mission("A2")


@pytest.fixture
def life(db):
    found = ended(make_cast())
    keep_proof_of_firm(AFTER)
    return found


def paper(who, language: str, year: int = YEAR) -> str:
    answer = browser(who).get(reverse("bureau:learn-proof-year", args=[year, language]))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert f"proof-{year}-{language}.pdf" in answer["Content-Disposition"]
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def row(found, place: int) -> list[str]:
    return found.data["rows"][list(Measure).index(place)]


def test_each_figure_stands_beside_the_year_before_and_the_market_with_its_rule_and_source(life):
    one = Closed.objects.get()
    for hours in (10, 20, 30, 48):
        copied(one, shortlist=hours)
    for _case in range(5):
        copied(one, shortlist=96, year=YEAR - 1)
    told = paper(life.cast.bea, "en")
    assert f"What we proved in {YEAR}" in told
    assert "No figure of fewer than 5 cases is told." in told
    assert "From request to shortlist hours, median 20 5 96 48" in told
    assert "Hours from the moment a request came in" in told
    assert "Advertised by a Danish and a Dutch bureau" in told
    assert "Briefs that were filled 100%" in told


def test_the_same_in_dutch_whatever_the_reader_speaks(life):
    told = paper(life.cast.bea, "nl")
    assert f"Wat wij bewezen in {YEAR}" in told
    assert "What we proved" not in told
    assert "In de markt" in told


def test_nothing_is_told_of_four_cases_nor_drawn(life):
    one = Closed.objects.get()
    for _case in range(3):
        copied(one, cause=Cause.MATCH)
    found = proof_of_year(YEAR, "en", on=AFTER.date())
    assert {line[2] for line in found.data["rows"]} == {"–"}
    assert [picture["bars"] for picture in found.data["pictures"]] == [[], []]
    assert all(picture["nothing"] for picture in found.data["pictures"])
    copied(one)
    found = proof_of_year(YEAR, "en", on=AFTER.date())
    assert row(found, Measure.FILLED)[2] == "100%"
    assert found.data["pictures"][0]["bars"]
    # Three guarantees among five cases: their causes are not told.
    assert found.data["pictures"][1]["bars"] == []


@pytest.mark.parametrize(("year", "language"), [(YEAR - 1, "nl"), (YEAR + 1, "en"), (1, "nl"), (YEAR, "de")])
def test_a_year_without_cases_and_an_unknown_language_have_no_paper(life, year, language):
    address = reverse("bureau:learn-proof-year", args=[year, language])
    assert browser(life.cast.bea).get(address).status_code == 404


def test_the_page_offers_each_year_in_both_languages(life):
    told = browser(life.cast.anton).get(reverse("bureau:learn-proof")).content.decode()
    for language in ("nl", "en"):
        assert reverse("bureau:learn-proof-year", args=[YEAR, language]) in told
    assert paper(life.cast.anton, "nl")


@pytest.mark.parametrize("who", ["carla", "max", "sara", "berend"])
def test_nobody_else_takes_it_along(life, who):
    address = reverse("bureau:learn-proof-year", args=[YEAR, "nl"])
    assert browser(getattr(life.cast, who)).get(address).status_code == 404
