"""Somebody noted wrongly is corrected and removed; what costs trust waits for the shadow manager's own word."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.models import Payload
from interregnum.stages.deliver.models import ChosenApproach, Stakeholder
from interregnum.stages.deliver.queries import effects_due
from interregnum.stages.deliver.rules.resistance import Word
from tests.house.forms_of_assignments import asked_resistance_of, resistance_of, stakeholder_of
from tests.life import Life
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.mission("F1")
AT = NOW + timedelta(days=8)
NAMED = {"do": "correct", "kind": "group", "name": "Team offertes", "people": "9", "circle": "employees"}


@pytest.fixture
def life(cast: Cast) -> Any:
    with time_machine.travel(AT, tick=False):
        yield Life(cast, until="guarded")


def send(who: Any, address: str, code: str, **fields: str) -> Any:
    return browser(who).post(reverse(address, args=[code]), fields)


def test_a_wrong_name_is_corrected_and_kept_nowhere(cast: Cast, life: Life) -> None:
    code = stakeholder_of(life)
    sent = NAMED | {"version": "1"}
    assert send(cast.max, "manager:deliver-stakeholder", code, **sent, once="a").status_code == 302
    row = Stakeholder.objects.get()
    assert (row.name, row.people, row.version) == ("Team offertes", 9, 2)
    assert not any("Team aanvragen" in str(one.content) for one in Payload.objects.all())
    # A window that was opened before hears of it, and what was typed stays.
    late = send(cast.max, "manager:deliver-stakeholder", code, **sent | {"name": "Team x"}, once="b")
    assert late.status_code == 422 and "corrected meanwhile" in late.text and 'value="Team x"' in late.text


def test_the_manager_is_no_stakeholder_by_correction_either(cast: Cast, life: Life) -> None:
    sent = NAMED | {"version": "1", "name": cast.max_profile.name.upper(), "kind": "person"}
    answer = send(cast.max, "manager:deliver-stakeholder", stakeholder_of(life), **sent, once="a")
    assert answer.status_code == 422 and "That is you" in answer.text


def test_who_is_removed_is_seen_and_counted_nowhere_until_put_back(cast: Cast, life: Life) -> None:
    code = stakeholder_of(life)
    resistance_of(life)
    stakes = reverse("shadow:deliver-stakes", args=[life.assignment])
    assert "Team aanvragen" in browser(cast.sara).get(stakes).text
    assert send(cast.max, "manager:deliver-stakeholder", code, do="remove", once="a").status_code == 302
    assert "Team aanvragen" not in browser(cast.sara).get(stakes).text
    assert send(cast.max, "manager:deliver-stakeholder", code, do="remove", once="b").status_code == 422
    assert send(cast.max, "manager:deliver-stakeholder", code, do="put_back", once="c").status_code == 302
    assert "Team aanvragen" in browser(cast.sara).get(stakes).text


def waits(who: Any, role: str, life: Life) -> list[str]:
    """What the part about commitment on the page of the assignment asks."""
    page = browser(who).get(reverse(f"{role}:deliver-assignment", args=[life.assignment])).text
    part = page.split('<section aria-labelledby="people">')[1].split("</section>")[0]
    asked = ("Choose an approach to resistance", "Your word is asked", "what the approach to resistance did")
    return [words for words in (*asked, "Is against it") if words in part]


def test_the_page_of_the_assignment_asks_nothing_about_who_was_removed(cast: Cast, life: Life) -> None:
    code = stakeholder_of(life)
    resistance_of(life)
    assert waits(cast.max, "manager", life) == ["Choose an approach to resistance", "Is against it"]
    send(cast.max, "manager:deliver-stakeholder", code, do="remove", once="a")
    assert waits(cast.max, "manager", life) == waits(cast.sara, "shadow", life) == []
    send(cast.max, "manager:deliver-stakeholder", code, do="put_back", once="b")
    assert waits(cast.max, "manager", life) == ["Choose an approach to resistance", "Is against it"]


def test_the_page_of_the_assignment_asks_what_the_register_asks(cast: Cast, life: Life) -> None:
    code = asked_resistance_of(life)
    assert waits(cast.max, "manager", life) == ["Is against it"]
    assert waits(cast.sara, "shadow", life) == ["Your word is asked", "Is against it"]
    send(cast.sara, "shadow:deliver-resistance", code, do="word", agrees="no", why="Te duur.", once="c")
    assert waits(cast.max, "manager", life) == ["Choose an approach to resistance", "Is against it"]
    milder = {"do": "approach", "approach": "support", "why": "Anders.", "carried_out_by": "Max", "once": "d"}
    send(cast.max, "manager:deliver-resistance", code, **milder)
    assert waits(cast.max, "manager", life) == ["what the approach to resistance did", "Is against it"]


def test_what_costs_trust_waits_on_the_desk_of_the_shadow_manager_and_is_answered_there(cast: Cast, life: Life) -> None:
    code = asked_resistance_of(life)
    assert effects_due(seen_by=life.max, on=(AT + timedelta(days=60)).date()) == ()
    where = reverse("shadow:deliver-resistance", args=[code])
    assert where in browser(cast.sara).get(reverse("shadow:home")).text
    again = {"do": "approach", "approach": "support", "why": "Anders.", "carried_out_by": "Max", "once": "a"}
    assert send(cast.max, "manager:deliver-resistance", code, **again).status_code == 422
    assert send(cast.max, "manager:deliver-resistance", code, do="word", agrees="yes", why="Ik.").status_code == 404
    assert send(cast.sara, "shadow:deliver-resistance", code, do="word", agrees="yes", once="b").status_code == 422
    said = {"do": "word", "agrees": "yes", "why": "De directie staat erachter.", "once": "c"}
    assert send(cast.sara, "shadow:deliver-resistance", code, **said).status_code == 302
    assert "De directie staat erachter." in browser(cast.max).get(where.replace("/shadow/", "/manager/")).text
    assert where not in browser(cast.sara).get(reverse("shadow:home")).text
    assert len(effects_due(seen_by=life.max, on=(AT + timedelta(days=60)).date())) == 1


def test_an_approach_that_is_advised_against_makes_room_for_another(cast: Cast, life: Life) -> None:
    code = asked_resistance_of(life)
    said = {"do": "word", "agrees": "no", "why": "Te duur.", "once": "a"}
    assert send(cast.sara, "shadow:deliver-resistance", code, **said).status_code == 302
    milder = {"do": "approach", "approach": "support", "why": "Anders.", "carried_out_by": "Max", "once": "b"}
    assert send(cast.max, "manager:deliver-resistance", code, **milder).status_code == 302
    assert list(ChosenApproach.objects.values_list("word", flat=True)) == [Word.REFUSED, ""]


def test_the_manager_may_take_the_question_back(cast: Cast, life: Life) -> None:
    code = asked_resistance_of(life)
    assert send(cast.max, "manager:deliver-resistance", code, do="take_back", once="a").status_code == 302
    assert send(cast.max, "manager:deliver-resistance", code, do="take_back", once="b").status_code == 422
    late = send(cast.sara, "shadow:deliver-resistance", code, do="word", agrees="no", why="Te laat.", once="c")
    assert late.status_code == 422 and "taken back meanwhile" in late.text
