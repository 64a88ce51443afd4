"""A plan of approach through the browser: differences with the contract, versions, and changing what was agreed."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.amend import draw_amendment
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.deliver.models import Assignment, PlanDeviation
from interregnum.stages.deliver.queries import to_recontract
from interregnum.stages.deliver.rules.states import PlanState
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.deliver.tests.test_manager_pages import plan_fields
from tests.life import Life
from tests.world import NOW, Cast, browser

LATER = NOW + timedelta(days=12)


@pytest.fixture
def life(cast: Cast) -> Any:
    with time_machine.travel(LATER, tick=False):
        yield Life(cast, until="planned")


def row_of(life: Life) -> Assignment:
    return Assignment.objects.get(code=life.assignment)


def written(life: Life, **changes: str) -> dict[str, str]:
    code = row_of(life).results.get().code
    result = {"code": code, "title": "Dagen tot een antwoord", "target": "5", "due_on": "2026-07-31"}
    return plan_fields() | {f"result-0-{name}": value for name, value in result.items()} | changes


def press(cast: Cast, life: Life, who: str, **fields: str) -> Any:
    desk = "client" if who == "carla" else "manager"
    account = getattr(cast, who)
    return browser(account).post(reverse(f"{desk}:deliver-plan", args=[life.assignment]), fields)


@pytest.mark.mission("A1")
def test_the_contracted_results_stand_in_the_plan_from_the_first_day(cast: Cast) -> None:
    life = Life(cast, until="signed")
    result = row_of(life).results.get()
    assert (result.title, result.target, result.contracted) == ("Dagen tot een antwoord", 5, "Dagen tot een antwoord")


@pytest.mark.mission("A1")
def test_what_differs_from_the_contract_is_answered_line_by_line_before_anything_is_agreed(cast: Cast, life: Life):
    press(cast, life, "carla", do="send_back", note="Langer mag.", once="a")
    longer = written(life, do="send", once="b", **{"result-0-target": "8", "phase-1-ends_on": "2026-12-01"})
    assert press(cast, life, "max", **longer).status_code == 302
    page = browser(cast.carla).get(reverse("client:deliver-plan", args=[life.assignment])).text
    assert "Another target" in page and "goes on after the last day" in page
    assert press(cast, life, "carla", do="agree", version="2", once="c").status_code == 422
    lines = [one.position for one in PlanDeviation.objects.filter(version__number=2)]
    assert len(lines) == 2
    for line, answer in zip(lines, ("refused", "recontract"), strict=True):
        press(cast, life, "carla", do="answer", version="2", line=str(line), answer=answer, once=f"d{line}")
    refused = press(cast, life, "carla", do="agree", version="2", once="e")
    assert refused.status_code == 422 and "You refused" in refused.text
    press(cast, life, "carla", do="answer", version="2", line=str(lines[0]), answer="accepted", once="f")
    assert press(cast, life, "carla", do="agree", version="2", once="g").status_code == 302
    row = row_of(life)
    assert (row.plan_state, row.results.get().target) == (PlanState.AGREED, 8)


@pytest.mark.mission("A1")
def test_what_must_go_into_the_contract_waits_at_the_bureau_until_an_amendment_is_drawn(cast: Cast, life: Life):
    press(cast, life, "carla", do="send_back", note="Langer mag.", once="a")
    press(cast, life, "max", **written(life, do="send", once="b", **{"phase-1-ends_on": "2026-12-01"}))
    press(cast, life, "carla", do="answer", version="2", line="1", answer="recontract", once="c")
    desk = browser(cast.anton).get(reverse("bureau:home")).text
    assert reverse("bureau:contract-amend", args=[life.contract]) in desk
    assert [one.lines for one in to_recontract(seen_by=life.anton, most=5)] == [1]
    assert to_recontract(seen_by=cast.actor(cast.aad), most=5) == ()
    row = row_of(life)
    terms = terms_now(row.contract)
    drawn = draw_amendment(
        contract=life.contract,
        new=type(terms)(**vars(terms) | {"ends_on": date(2026, 12, 4)}),
        holds_from=date(2026, 8, 1),
        reason="Langer.",
        decided_by="Carla",
        by=life.anton,
        at=LATER + timedelta(days=1),
    )
    assert not isinstance(drawn, Refused)
    assert to_recontract(seen_by=life.anton, most=5) == ()


@pytest.mark.mission("A1")
def test_a_change_is_a_version_and_what_was_agreed_holds_and_stays_readable(cast: Cast, life: Life):
    press(cast, life, "carla", do="agree", version="1", once="a")
    assert press(cast, life, "max", do="begin", once="b").status_code == 302
    anew = written(life, do="save", once="c", stop_criteria="Na tien weken.")
    press(cast, life, "max", **anew)
    assert row_of(life).plan_texts.get(part="stop_criteria").text != "Na tien weken."
    client = browser(cast.carla)
    address = reverse("client:deliver-plan", args=[life.assignment])
    assert "Na tien weken." not in client.get(address).text
    press(cast, life, "max", **anew | {"do": "send", "once": "d"})
    page = client.get(address).text
    assert "Na tien weken." in page and "Als na acht weken" in page
    assert row_of(life).plan_texts.get(part="stop_criteria").text != "Na tien weken."
    press(cast, life, "carla", do="agree", version="2", once="e")
    row = row_of(life)
    assert row.plan_texts.get(part="stop_criteria").text == "Na tien weken."
    for desk, who in (("client", "carla"), ("manager", "max"), ("bureau", "anton")):
        old = browser(getattr(cast, who)).get(reverse(f"{desk}:deliver-plan", args=[life.assignment]) + "?version=1")
        assert "Als na acht weken" in old.text
    assert client.get(f"{address}?version=9").status_code == client.get(f"{address}?version=x").status_code == 404


def test_a_change_that_is_dropped_leaves_the_plan_as_agreed(cast: Cast, life: Life):
    press(cast, life, "carla", do="agree", version="1", once="a")
    press(cast, life, "max", do="begin", once="b")
    press(cast, life, "max", **written(life, once="c", stop_criteria="Na tien weken."))
    assert press(cast, life, "max", do="drop", once="d").status_code == 302
    assert press(cast, life, "max", do="drop", once="e").status_code == 422
    row = row_of(life)
    assert row.plan_state == PlanState.AGREED and not hasattr(row, "plan_change")
    assert row.plan_texts.get(part="stop_criteria").text.startswith("Als na acht")


def test_the_form_asks_what_the_category_asks(cast: Cast) -> None:
    row = make_assignment(cast, category="crisis")
    with time_machine.travel(NOW, tick=False):
        page = browser(cast.max).get(reverse("manager:deliver-plan", args=[row.code])).text
    assert "what the supervisor asks" in page
