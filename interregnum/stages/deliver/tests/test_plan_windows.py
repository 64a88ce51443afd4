"""The plan of approach in two windows: the second save wipes nothing, shows both, and lets the manager choose."""

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.plan import Plan, ResultLine
from interregnum.stages.deliver.rules.plan_kept import is_same, recognised
from interregnum.stages.deliver.tests.deliver_world import a_plan, make_assignment
from tests.life import Life
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")

A_DAY = date(2026, 7, 31)


@pytest.fixture
def row(cast: Cast) -> Assignment:
    made = make_assignment(cast)
    assert save_plan(assignment=made.code, plan=a_plan(), by=cast.actor(cast.max), at=NOW) is None
    return made


def posted(html: str) -> dict[str, str]:
    """What a browser would post of the form on a page, without its once."""
    form = html.split('data-draft="plan-')[1]
    fields = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = (re.search(rf'{key}="([^"]*)"', tag) for key in ("name", "value"))
        if name and 'type="radio"' not in tag:
            fields[name[1]] = unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s*([^<]*)</textarea>', form):
        fields[name] = unescape(text)
    return {name: value for name, value in fields.items() if name not in {"once", "csrfmiddlewaretoken"}}


def address(row: Assignment) -> str:
    return reverse("manager:deliver-plan", args=[row.code])


def said(row: Assignment) -> dict[str, str]:
    return {str(part): text for part, text in row.plan_texts.values_list("part", "text")}


@pytest.mark.mission("A1")
def test_two_windows_show_both_and_the_manager_chooses(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    one, other = posted(window.get(address(row)).text), posted(window.get(address(row)).text)
    assert window.post(address(row), one | {"facts": "Eerste.", "approach": "Samen.", "do": "save"}).status_code == 302
    typed = other | {"facts": "Tweede.", "result-0-target": "7"}
    shown = window.post(address(row), typed | {"do": "send"})
    assert shown.status_code == 422
    for words in ("changed somewhere else", "Eerste.", "Tweede.", "Samen.", "→ 7 ", "→ 5 "):
        assert words in shown.text, words
    for name, differs in (("facts", True), ("approach", True), ("results", True), ("phases", False)):
        assert (f'name="choose_{name}"' in shown.text) is differs, name
    assert said(row)["facts"] == "Eerste."
    again = posted(shown.text) | {"do": "save", "choose_approach": "stands", "choose_facts": "typed"}
    assert window.post(address(row), again).status_code == 302
    assert (said(row)["facts"], said(row)["approach"], row.results.get().target) == ("Tweede.", "Samen.", 7)


def test_all_that_was_saved_elsewhere_is_kept_with_one_press(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    old = posted(window.get(address(row)).text)
    window.post(address(row), old | {"facts": "Eerste.", "do": "save"})
    before = Assignment.objects.get(pk=row.pk).plan_saves
    answer = window.post(address(row), old | {"facts": "Tweede.", "phase-0-title": "Anders", "do": "stands"})
    assert answer.status_code == 302
    row = Assignment.objects.get(pk=row.pk)
    assert (said(row)["facts"], row.plan_saves) == ("Eerste.", before)
    assert not row.phases.filter(title="Anders").exists()


def test_the_same_draft_saved_twice_is_one_and_keeps_its_result(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    old = posted(window.get(address(row)).text) | {"do": "save"}
    old |= {"result-1-title": "Klachten", "result-1-unit": "per week", "result-1-baseline": "9"}
    old |= {"result-1-target": "2", "result-1-due_on": str(A_DAY)}
    codes = []
    for _time in range(2):
        assert window.post(address(row), old).status_code == 302
        codes.append(list(row.results.values_list("code", flat=True)))
    assert len(codes[0]) == 2
    assert codes[0] == codes[1]
    assert Entry.objects.filter(kind="PlanWritten").count() == 2


def test_a_change_of_an_agreed_plan_is_guarded_in_the_same_way(cast: Cast) -> None:
    with time_machine.travel(NOW + timedelta(days=12), tick=False):
        life = Life(cast, until="running")
        row, window = Assignment.objects.get(code=life.assignment), browser(cast.max)
        window.post(address(row), {"do": "begin"})
        old = posted(window.get(address(row)).text)
        window.post(address(row), old | {"facts": "Eerste.", "do": "save"})
        assert window.post(address(row), old | {"facts": "Tweede.", "do": "save"}).status_code == 422
        # The change is dropped and begun again: what an old window shows of it is not the plan any more.
        late = posted(window.get(address(row)).text)
        for do in ("drop", "begin"):
            assert window.post(address(row), {"do": do}).status_code == 302
        assert window.post(address(row), late | {"do": "save"}).status_code == 422


def test_the_action_itself_refuses_a_draft_that_was_overtaken(cast: Cast, row: Assignment) -> None:
    told: dict[str, Any] = {"assignment": row.code, "version": 0, "by": cast.actor(cast.max), "at": NOW}
    assert save_plan(plan=a_plan(), **told) is None
    refused = save_plan(plan=a_plan(results=()), **told)
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == "deliver.plan_changed"


TITLES = st.lists(st.sampled_from(["Dagen", "Klachten", "Omzet", "Verzuim"]), max_size=4, unique=True)


def planned(lines: list[tuple[str, str]]) -> Plan:
    return Plan({}, tuple(ResultLine(title, "n", Decimal(1), Decimal(2), A_DAY, code) for title, code in lines), ())


@given(TITLES, TITLES, st.data())
def test_what_stands_is_recognised_by_its_title_and_no_code_comes_twice(
    there: list[str], typed: list[str], data: st.DataObject
) -> None:
    standing = planned([(title, f"code {title}") for title in there])
    lines = [(title, data.draw(st.sampled_from(["", "gone", f"code {title}"]))) for title in typed]
    found = recognised(planned(lines), standing)
    codes = [one.code for one in found.results if one.code.startswith("code ") and one.title in there]
    assert len(codes) == len(set(codes))
    assert all(one.code == f"code {one.title}" for one in found.results if one.title in there)
    assert is_same(recognised(found, standing), found)
    assert [one.title for one in found.results] == typed
