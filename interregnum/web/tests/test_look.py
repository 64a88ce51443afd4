"""How values are written in both languages, and that every piece draws under the strict policy."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from interregnum.kernel import lists
from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.web import words
from interregnum.web.pieces import Badge, Cell, Column, Meter, Row, Table, Tone
from interregnum.web.role_mix import RoleMixField
from interregnum.web.samples import SampleForm, sample_components
from interregnum.web.templatetags import web as tags

WEB = Path(tags.__file__).parents[1]
NBSP = "\u00a0"
ENUMS = [kind for kind in vars(lists).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and len(kind)]


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("nl", Money("1250"), f"€{NBSP}1.250"),
        ("nl", Money("1250.5"), f"€{NBSP}1.250,50"),
        ("en", Money("1250.5"), f"€{NBSP}1,250.50"),
        ("nl", Money("-3"), f"−€{NBSP}3"),
        ("en", None, "–"),
    ],
)
def test_money_in_the_language_of_the_reader(language: str, amount: Money | None, written: str) -> None:
    with translation.override(language):
        assert tags.euro(amount) == written


def test_days_and_moments() -> None:
    on, at = date(2026, 3, 3), datetime(2026, 7, 3, 12, 5, tzinfo=UTC)
    with translation.override("nl"):
        assert tags.day(on).replace(NBSP, " ") == "3 mrt 2026"
        assert tags.day(on, "long").replace(NBSP, " ") == "3 maart 2026"
        assert tags.moment(at).replace(NBSP, " ") == "3 jul 2026, 14:05"
    with translation.override("en"):
        assert tags.day(on).replace(NBSP, " ") == "3 Mar 2026"
    assert tags.machine(on) == "2026-03-03"
    assert tags.day(None) == "–"


def test_numbers_keep_their_own_decimals() -> None:
    with translation.override("nl"):
        assert [tags.number(value) for value in (12, 12.5, Decimal("1000.125"), -4, None, 100)] == [
            "12",
            "12,5",
            "1.000,13",
            "−4",
            "–",
            "100",
        ]
        assert tags.share(40) == "40%"
        assert tags.points(12.5, 15) == "12,5 van 15"


def test_what_stands_in_a_cell() -> None:
    with translation.override("en"):
        assert tags.shown(Badge("<b>", Tone.GOOD)).startswith('<span class="badge')
        assert "&lt;b&gt;" in tags.shown(Badge("<b>"))
        assert tags.shown(Cell("a", note="<i>", url="/x")) == '<a href="/x">a</a><small>&lt;i&gt;</small>'
        assert tags.shown(lists.Category.CHANGE) == "Change management"
        assert [tags.shown(value) for value in (True, False, None, "", "<")] == ["Yes", "No", "–", "–", "&lt;"]


@pytest.mark.parametrize("enum", [*ENUMS, Role])
def test_each_member_of_each_list_has_a_word_in_both_languages(enum: type[StrEnum]) -> None:
    for member in enum:
        spoken = set()
        for language in ("nl", "en"):
            with translation.override(language):
                spoken.add(str(words.word_of(member)))
        assert str(member) not in spoken


def test_a_code_becomes_a_word_when_its_list_is_named() -> None:
    with translation.override("nl"):
        assert words.word_of("restore_order", "reason") == "Orde en rust herstellen"
        assert words.choices("category", empty="?")[0] == ("", "?")


def _page(language: str) -> str:
    request = RequestFactory().get("/?page=2&sort=client")
    with translation.override(language):
        return render_to_string("web/sample.html", _context() | {"request": request})


def _context() -> dict[str, object]:
    context = sample_components()
    return {**context, "side": context["sides"][0]}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_piece_draws_without_inline_style_or_script(language: str) -> None:
    page = _page(language)
    assert not re.search(r"\sstyle=|\son\w+=|<script|javascript:", page)
    # A coordinate with a comma would come from writing numbers in Dutch.
    for value in re.findall(r' (?:x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"', page):
        assert re.fullmatch(r"-?[\d.]+%?", value), value


def test_the_error_stands_beside_its_field_and_is_tied_to_it() -> None:
    form = _context()["side"].form  # type: ignore[attr-defined]
    with translation.override("en"):
        html = render_to_string("web/pieces/fields.html", {"form": form})
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="light_problem_helptext light_problem_error"' in html
    assert 'id="light_problem_error"' in html
    assert '<a href="#light_problem">' in html
    assert html.count(">optional<") == 2


def test_sorting_and_paging_keep_what_was_asked() -> None:
    request = RequestFactory().get("/list/?q=bank&page=4")
    table = Table(
        columns=[Column("name", "Name", sortable=True)], rows=[Row(("Bank",))], base_url="/list/", sort="name"
    )
    html = render_to_string("web/pieces/table.html", {"table": table, "request": request})
    assert 'href="/list/?q=bank&amp;sort=-name"' in html
    assert 'aria-sort="ascending"' in html


def test_an_empty_list_says_what_to_do_and_an_empty_search_how_to_widen_it() -> None:
    columns = [Column("name", "Name")]
    with translation.override("en"):
        empty = render_to_string(
            "web/pieces/table.html", {"table": Table(columns=columns, rows=[], empty_title="None")}
        )
        narrow = render_to_string(
            "web/pieces/table.html", {"table": Table(columns=columns, rows=[], query="zz", base_url="/list/")}
        )
    assert "<h3>None</h3>" in empty
    assert "Show everything" in narrow


@pytest.mark.parametrize(
    ("typed", "right"),
    [(("40", "20", "15", "25"), True), (("40", "20", "15", "20"), False), (("100", "", "", ""), False)],
)
def test_the_role_mix_adds_up(typed: tuple[str, ...], right: bool) -> None:
    form = SampleForm({f"mix_{number}": value for number, value in enumerate(typed)})
    assert ("mix" not in form.errors) is right
    if right:
        assert RoleMixField().clean(list(typed)) == RoleMix(40, 20, 15, 25)


def test_a_meter_stays_between_nothing_and_all() -> None:
    assert [Meter("", part, 10).width for part in (-1, 5, 20)] == ["0.0%", "50.0%", "100.0%"]
    assert Meter("", 1, 0).width == "0.0%"


def test_a_query_string_without_a_request_is_still_one() -> None:
    assert Template("{% load web %}{% query page=2 %}").render(Context()) == "?page=2"


def test_the_stylesheets_name_no_other_host() -> None:
    for sheet in (WEB / "static").rglob("*.css"):
        assert not re.search(r"https?://|@import", sheet.read_text()), sheet.name
