"""What is advised about a figure is the very figure made round; words of a function are no names."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.stages.deliver.models import Assignment, Stakeholder
from interregnum.stages.deliver.rules.commitment import Circle, StakeKind
from interregnum.stages.learn.rules.case_check import Bounds, Known, check
from interregnum.stages.learn.rules.case_roles import FUNCTIONS, ORDINARY, names_among, people_among
from interregnum.stages.learn.rules.case_round import rounded
from interregnum.stages.learn.rules.case_states import Sign
from interregnum.stages.learn.tests.case_world import CLOSED_AT, closed, written
from tests.world import browser, make_cast

pytestmark = pytest.mark.mission("D3")


@pytest.mark.parametrize(
    ("said", "language", "round_"),
    [
        ("143", "nl", "140"),
        ("1.234", "nl", "1.200"),
        ("1,234", "en", "1,200"),
        ("1.234,50", "nl", "1.200"),
        ("12,55", "nl", "13"),
        ("999", "en", "1,000"),
        ("1950.5", "en", "2,000"),
        ("0,1234", "nl", "0,12"),
        ("1 234 567", "nl", "1.200.000"),
    ],
)
def test_a_figure_is_made_round_as_its_language_writes_it(said, language, round_):
    assert rounded(said, figures=2, language=language) == round_


FIGURES = st.one_of(
    st.integers(100, 10**9).map("{:,}".format),
    st.integers(100, 10**9).map(str),
    st.decimals("0.01", "99999", places=2).map(str),
)


@given(FIGURES, st.integers(1, 4), st.sampled_from(["nl", "en"]))
def test_whoever_follows_the_advice_is_not_told_to_make_it_rounder(said, figures, language):
    bounds = Bounds(figures=figures, begins=100)
    text = f"Het kostte € {rounded(said, figures=figures, language=language)} bij elkaar."
    assert not [one for one in check({f"result_{language}": text}, Known(), bounds) if one.sign is Sign.AMOUNT]


ROLES = (
    "Hoofd acceptatie",
    "Hoofd Juridische Zaken",
    "Financieel Directeur",
    "Head of Finance",
    "Raad van Commissarissen",
    "Lid van de Raad van Bestuur",
    "Chief Risk Officer",
    "Teammanager Back Office",
    "Voorzitter van de ondernemingsraad",
    "Manager Claims Noord",
    "Polisadministratie",
    "CFO",
)


@pytest.mark.parametrize("role", ROLES)
def test_of_a_function_no_word_is_a_name(role):
    assert names_among([role]) == people_among([role]) == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sandra", "Sandra"),
        ("Sandra Pals", "Sandra Pals"),
        ("Sandra, hoofd acceptatie", "Sandra"),
        ("Sandra Pals hoofd acceptatie", "Sandra Pals"),
        ("Teamleider Sandra Pals", "Sandra Pals"),
        ("Directeur mevrouw Pals", "mevrouw Pals"),
        ("Jan de Raad", "Jan de Raad"),
    ],
)
def test_a_name_beside_a_function_stays_a_name(typed, name):
    assert names_among([typed]) == (name,)


def test_a_function_is_no_name_in_a_field_for_functions():
    typed = ["de directie", "Marieke de Groot", "Teamleider Acceptatie", "Directeur", ""]
    assert people_among(typed) == ("Marieke de Groot",)


def test_a_name_beside_a_function_or_addressed_is_a_name():
    typed = [
        "Marieke de Groot, teamleider acceptatie",
        "Directeur: Piet Pals (HR)",
        "mevrouw Jansen",
        "Team 1 / Team 2",
    ]
    assert people_among(typed) == ("Marieke de Groot", "Piet Pals", "mevrouw Jansen")


@given(
    st.sampled_from(sorted(FUNCTIONS)),
    st.lists(st.sampled_from(sorted(ORDINARY)), max_size=4),
    st.sampled_from([str.lower, str.upper, str.title]),
)
def test_functions_and_ordinary_words_in_any_capitals_name_nobody(function, beside, cased):
    typed = cased(" ".join([function, *beside]))
    assert names_among([typed]) == ()


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "figure"), [("nl", "2.837"), ("en", "2,837")])
def test_on_the_page_the_advice_names_the_figure_and_a_function_is_not_marked(language, figure):
    life = closed(make_cast())
    stakes = {"kind": StakeKind.PERSON, "circle": Circle.MIDDLE, "people": 1, "added_by": life.cast.max}
    for name in ("Hoofd Polisadministratie", "Kanarina"):
        told = stakes | {"name": name, "name_key": name.lower(), "added_at": CLOSED_AT}
        Stakeholder.objects.create(assignment=Assignment.objects.get(code=life.assignment), **told)
    said = f"Het hoofd polisadministratie en Kanarina zagen {figure} dossiers."
    written(life, **{f"result_{language}": said})
    page = browser(life.cast.bea).get(reverse("bureau:learn-case", args=[life.assignment])).text
    assert f"about {figure.replace('837', '800')} instead of {figure}" in page
    assert "<mark>kanarina</mark>" in page
    assert "<mark>hoofd" not in page
    assert "<mark>polisadministratie" not in page
