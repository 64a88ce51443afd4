"""What a CV says, from its lines."""

import pytest

from interregnum.people.rules.cv.read import read_cv
from interregnum.people.rules.cv.titles import levels_of
from interregnum.people.rules.cv.values import Position, Study

DUTCH = """
CURRICULUM VITAE

Aafke van den Denkbeeld
Dorpsstraat 12, 3511 AB Utrecht
Mobiel: +31 (0)6 1234 5678
aafke@voorbeeld.nl
Geboren: 12-03-1970 te Zwolle

WERKERVARING

Interim Manager Operations
Voorbeeldbank N.V., Amsterdam
jan. 2019 – heden
- Leiding gegeven aan 45 fte in 2020 en 2021
- Achterstand weggewerkt

Hoofd Schade
Proefpolis Verzekeringen
2015–2018
- Kosten met 18% verlaagd

OPLEIDINGEN

1990 - 1994   Bedrijfseconomie, Universiteit van Nergenshuizen
HBO Bedrijfskunde, Hogeschool Verzonnendam

TALEN
Nederlands (moedertaal), Engels (vloeiend)
"""


def text(content):
    return read_cv({"kind": "text", "text": content})


def test_a_plain_text_is_read():
    cv = text(DUTCH)
    assert (cv.name, cv.email) == ("Aafke van den Denkbeeld", "aafke@voorbeeld.nl")
    assert (cv.phone, cv.city) == ("+31 (0)6 1234 5678", "Utrecht")
    assert cv.languages == ("nl", "en")
    assert cv.positions == (
        Position("Voorbeeldbank N.V.", "Interim Manager Operations", "2019-01", None),
        Position("Proefpolis Verzekeringen", "Hoofd Schade", "2015-01", "2018-12"),
    )
    assert cv.education == (
        Study("Bedrijfseconomie", "Universiteit van Nergenshuizen", 1994),
        Study("HBO Bedrijfskunde", "Hogeschool Verzonnendam", None),
    )
    assert "cv.vague_periods" in {remark.code for remark in cv.warnings}
    assert "back_office" in cv.disciplines
    assert cv.levels == ("senior", "middle")


LINES = {
    "Interim Manager bij Voorbeeldbank | jan 2019 - mrt 2020": ("Interim Manager", "Voorbeeldbank"),
    "jan 2019 - mrt 2020: Teamleider – Voorbeeldbank": ("Teamleider", "Voorbeeldbank"),
    "Voorbeeldbank N.V. – Teamleider (jan 2019 - mrt 2020)": ("Teamleider", "Voorbeeldbank N.V."),
    "01/2019 - 03/2020\tGemeente Voorbeeldstad, Utrecht\tHoofd Financiën": (
        "Hoofd Financiën",
        "Gemeente Voorbeeldstad",
    ),
    "Project Manager at Atlas Insurance Ltd, Jan 2019 – Mar 2020": ("Project Manager", "Atlas Insurance Ltd"),
}


@pytest.mark.parametrize(("line", "job"), LINES.items(), ids=LINES)
def test_a_job_on_one_line_is_taken_apart(line, job):
    cv = text(f"Werkervaring\n\n{line}\n- Een achterstand weggewerkt van veel dossiers\n")
    (one,) = cv.positions
    assert (one.title, one.employer, one.start, one.end) == (*job, "2019-01", "2020-03")


def test_several_functions_at_one_employer_all_have_it():
    cv = text(
        "Ervaring\n\nVoorbeeldbank N.V.\nManager Schade\njan 2019 - heden\n- Veel gedaan aan de achterstand hier\n\n"
        "Teamleider Schade\njan 2015 - dec 2018\n- Ook veel gedaan aan de achterstand\n"
    )
    assert [one.employer for one in cv.positions] == ["Voorbeeldbank N.V."] * 2
    assert [one.title for one in cv.positions] == ["Manager Schade", "Teamleider Schade"]


def test_a_birthday_is_taken_for_nothing():
    cv = text(
        "Naam: Bram Bedenksel\nGeboortedatum: 01-02-1970\nGeboorteplaats: Zwolle\nWoonplaats: Ede\n\nWerkervaring\n"
    )
    assert (cv.phone, cv.city, cv.positions) == ("", "Ede", ())


def test_a_scan_is_said_to_be_one():
    page = {"width": 595, "height": 842, "words": [], "pictures": True}
    assert [one.code for one in read_cv({"kind": "pdf", "pages": [page]}).warnings] == ["cv.scan"]


def test_json_resume_of_any_shape_is_taken():
    cv = read_cv(
        {"kind": "json", "data": {"basics": [], "work": [{"name": 7, "position": None}, "x"], "languages": "nl"}}
    )
    assert cv.positions == (Position("7", "", "", None),)


def test_a_network_of_professionals_writes_languages_and_periods_its_own_way():
    cv = text(
        "Ervaring\n\nBlauwdruk Group\n6 jaar 2 maanden\n"
        "Manager Operations\njanuari 2021 - heden (3 jaar 2 maanden)\nUtrecht\n\n"
        "Teamleider\njanuari 2018 - december 2020 (3 jaar)\nUtrecht\n"
    )
    assert cv.positions == (
        Position("Blauwdruk Group", "Manager Operations", "2021-01", None),
        Position("Blauwdruk Group", "Teamleider", "2018-01", "2020-12"),
    )


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Lid van de directie", "executive"),
        ("Directielid", "executive"),
        ("Member of the Executive Board", "executive"),
        ("Directeur Bedrijfsvoering", "senior"),
        ("Senior adviseur", "specialist"),
    ],
)
def test_a_title_names_a_level(title, level):
    assert levels_of([title]) == (level,)
