"""Names, places, numbers and dates in a text: each is found wherever it stands and however it is written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.stages.learn.rules.case_check import Bounds, Known, check, open_findings, pieces
from interregnum.stages.learn.rules.case_crowd import LEFT_OUT, Told, generalised, sharing
from interregnum.stages.learn.rules.case_fit import fits
from interregnum.stages.learn.rules.case_names import ENDINGS
from interregnum.stages.learn.rules.case_states import Sign

KNOWN = Known(
    people=("Carla van den Berg", "Max Voorbeeld", "Jan de Jong-Vossen", "Zoë Çelik"),
    organisations=("Voorbeeldfonds", "Zwaluw Verzekeringen N.V.", "Stichting Pensioenfonds Eik", "Bank De Proef"),
    places=("Amersfoort",),
    exact=("Lange Kolk 5",),
    foreign=("Doorlooptijd van een aanvraag",),
)
BOUNDS = Bounds(figures=2, begins=100, year=2024, hidden=("Hypotheekverstrekkers", "Team lead"))
CLEAN = (
    "Twee teams deden hetzelfde werk op twee manieren. In drie maanden kwam er één werkwijze.",
    "De doorlooptijd ging van 21 naar 10 werkdagen, bij ongeveer 140 dossiers en € 1.200 per dossier.",
    "In het voorjaar van 2024 stond 90% nog; dat was best veel. Elke teamleider kreeg een eigenaar in de lijn.",
    "An insurer wanted one way of working. It may have taken two weeks; 12.5 % was left.",
)


def found(text, name="problem_nl"):
    return [(one.sign, text[one.start : one.end]) for one in check({name: text}, KNOWN, BOUNDS)]


@pytest.mark.mission("D3")
@pytest.mark.parametrize("text", CLEAN)
def test_a_text_that_tells_of_nobody_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "sign", "said"),
    [
        ("Met Carla's aanpak lukte het.", Sign.PERSON, "Carla"),
        ("de bergse aanpak", Sign.PERSON, "bergse"),
        ("Mevrouw VAN DEN BÉRG zei ja.", Sign.PERSON, "BÉRG"),
        ("Dat vond Celik ook.", Sign.PERSON, "Celik"),
        ("V o s s e n deed het.", Sign.PERSON, "V o s s e n"),
        ("de pro-Vossenpartij", Sign.PERSON, "Vossenpartij"),
        ("CvdB was er ook.", Sign.PERSON, "CvdB"),
        ("De voorbeeldfondsmedewerkers klaagden.", Sign.PERSON, "voorbeeldfondsmedewerkers"),
        ("Voor-beeld-fonds groeide.", Sign.ORGANISATION, "Voor-beeld-fonds"),
        ("De Zwaluwbrede aanpak", Sign.ORGANISATION, "Zwaluwbrede"),
        ("Bij Bank De Proef was het druk.", Sign.ORGANISATION, "Bank De Proef"),
        ("Bij SPE was het druk.", Sign.ORGANISATION, "SPE"),
        ("In amersfoort.", Sign.PLACE, "amersfoort"),
        ("Utrecht was ver.", Sign.PLACE, "Utrecht"),
        ("Wij reden naar Best toe.", Sign.PLACE, "Best"),
        ("Aan de Lange Kolk 5.", Sign.ADDRESS, "Lange Kolk 5"),
        ("Kerkstraat 12 is het.", Sign.ADDRESS, "Kerkstraat 12"),
        ("Post naar 1234 AB.", Sign.ADDRESS, "1234 AB"),
        ("KvK 12345678.", Sign.NUMBER, "12345678"),
        ("BTW NL123456789B01.", Sign.NUMBER, "NL123456789B01"),
        ("IBAN NL91 ABNA 0417 1643 00.", Sign.NUMBER, "NL91 ABNA 0417 1643 00"),
        ("Bel 06-12345678.", Sign.CONTACT, "06-12345678"),
        ("Bel +31 (0)20 123 4567.", Sign.CONTACT, "+31 (0)20 123 4567"),
        ("Bel 06.12.34.56.78 nu.", Sign.CONTACT, "06.12.34.56.78"),
        ("Bel 010/1234567.", Sign.CONTACT, "010/1234567"),
        ("Mail naar info@wij.example nu.", Sign.CONTACT, "info@wij.example"),
        ("Zie www.wij.example/over", Sign.CONTACT, "www.wij.example/over"),
        ("143 dossiers.", Sign.AMOUNT, "143"),
        ("€ 1.234 per dag", Sign.AMOUNT, "1.234"),
        ("Het kostte 12,55 euro.", Sign.AMOUNT, "12,55"),
        ("Op 3 maart 2024.", Sign.DATE, "3 maart 2024"),
        ("On March 3rd, 2024.", Sign.DATE, "March 3rd, 2024"),
        ("Op 03-03-2024.", Sign.DATE, "03-03-2024"),
        ("In september was het zo.", Sign.DATE, "september"),
        ("In week 12.", Sign.DATE, "week 12"),
        ("In 2023 begon het.", Sign.YEAR, "2023"),
        ("Bij hypotheekverstrekkers speelt dit.", Sign.UNIQUE, "hypotheekverstrekkers"),
    ],
)
def test_what_tells_whose_it_is_is_marked(text, sign, said):
    assert (sign, said) in found(text)


@pytest.mark.parametrize(
    ("organisation", "text", "said"),
    [
        ("W.O.V. Nederland N.V.", "Bij WOV was het druk.", "WOV"),
        ("W.O.V. Nederland N.V.", "Bij w.o.v. was het druk.", "w.o.v"),
        ("Prof Pensioen", "Bij Prof was het druk.", "Prof"),
        ("RA Hypotheken", "De aanpak van RA werkte.", "RA"),
    ],
)
def test_an_organisation_that_is_called_by_letters_or_as_a_title_is_found(organisation, text, said):
    (one,) = check({"problem_nl": text}, Known(organisations=(organisation,)), BOUNDS)
    assert (one.sign, text[one.start : one.end]) == (Sign.ORGANISATION, said)
    assert check({"problem_nl": CLEAN[0]}, Known(organisations=(organisation,)), BOUNDS) == ()


@pytest.mark.parametrize("name", ["Ben de Vries", "drs. Ben de Vries", "Ben Vries"])
def test_a_first_name_that_is_a_particle_elsewhere_is_found(name):
    (one,) = check({"problem_nl": "Met Ben ging het goed."}, Known(people=(name,)), BOUNDS)
    assert one.said == "ben"
    assert check({"problem_nl": "Hij ben ik."}, Known(people=("Omar ben Salah",)), BOUNDS) == ()


def test_dutch_in_the_english_text_alone():
    text = "Doorlooptijd van een aanvraag: from 21 to 10."
    assert found(text, "result_en") == [(Sign.LANGUAGE, "Doorlooptijd van een aanvraag")]
    assert found(text, "result_nl") == []


def test_an_empty_text_cannot_be_called_false():
    (one,) = check({"title_nl": " "}, KNOWN, BOUNDS)
    assert one.sign is Sign.EMPTY
    assert open_findings((one,), {one.key}) == (one,)


def test_what_was_called_false_is_not_open_wherever_it_stands_again():
    every = check({"problem_nl": "Max winst. En MAX omzet."}, KNOWN, BOUNDS)
    assert len(every) == 2
    assert open_findings(every, {every[0].key}) == ()


def cased(word):
    """Each letter large or small."""
    letters = [st.sampled_from(sorted({one.lower(), one.upper()})) for one in word]
    return st.tuples(*letters).map("".join)


PARTS = ("carla", "berg", "max", "voorbeeld", "jan", "jong", "vossen", "zoë", "çelik", "zwaluw", "eik", "proef")
BESIDE = ("", " ", "\n", ". ", ", ", "(", "-", "“", "'", "/")


@given(
    st.sampled_from(PARTS).flatmap(cased),
    st.sampled_from(sorted(ENDINGS | {"", "'s", "-team"})),
    st.sampled_from(CLEAN),
    st.integers(0, 200),
    st.sampled_from(BESIDE[1:]),
    st.sampled_from(BESIDE[1:]),
)
def test_a_name_planted_anywhere_in_any_capitals_and_bent_is_found(name, ending, text, place, before, after):
    words = text.split(" ")
    at = place % (len(words) + 1)
    whole = " ".join(words[:at]) + before + name + ending + after + " ".join(words[at:])
    start = len(" ".join(words[:at])) + len(before)
    assert any(one.start <= start < one.end for one in check({"problem_nl": whole}, KNOWN, BOUNDS)), whole


@given(st.sampled_from(("voorbeeld", "vossen", "zwaluw", "voorbeeldfonds")).flatmap(cased), st.data())
def test_a_long_name_is_found_within_a_longer_word_and_taken_apart(name, data):
    inner = st.text("abcdefghij", max_size=6)
    within = f"{data.draw(inner)}{name}{data.draw(inner)}"
    between = data.draw(st.lists(st.sampled_from(["", "-", " ", "\u00ad", "\u200b"]), min_size=20, max_size=20))
    apart = "".join(f"{letter}{between[place]}" for place, letter in enumerate(name)).rstrip(" -")
    for text in (f"Zo was {within} toen.", f"Zo was {apart} toen."):
        assert check({"problem_nl": text}, KNOWN, BOUNDS), text


@given(st.text(max_size=300))
def test_the_pieces_are_the_text_and_findings_lie_apart(text):
    every = check({"problem_nl": text}, KNOWN, BOUNDS)
    places = [(one.start, one.end) for one in every]
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert "".join(piece.text for piece in pieces(text, every)) == text


@st.composite
def told(draw):
    names = {name: draw(st.sampled_from(["", "a", "b"])) for name in LEFT_OUT if name != "year"}
    return Told(**names, year=draw(st.sampled_from([0, 2023, 2024])))


@given(told(), st.lists(st.tuples(st.sampled_from("pqrs"), told()), max_size=12), st.integers(1, 4))
def test_what_is_told_is_shared_by_enough_or_nothing_is_told(own, others, least):
    everybody = [("own", own), *others]
    kept = generalised(own, everybody, least=least)
    assert sharing(kept, everybody) >= least or kept == Told()
    assert set(kept.facts().items()) <= set(own.facts().items())


@given(told(), told())
def test_a_case_fits_by_what_it_shares(case, wanted):
    found_ = fits([("c", case)], wanted, {wanted.discipline})
    for fit in found_:
        assert fit.shares
        assert all(getattr(case, name) == getattr(wanted, name) != "" for name in fit.shares)


def test_who_shares_most_stands_first_and_the_newest_of_equals():
    alike = Told("change", "banks")
    cases = [("new", alike), ("old", alike), ("more", Told("change", "banks", "hr")), ("none", Told("crisis"))]
    order = fits(cases, Told("change", "banks"), {"hr"})
    assert [one.code for one in order] == ["more", "new", "old"]
