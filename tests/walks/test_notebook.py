"""In confidence: the manager asks on a phone, the shadow manager answers at a desk, the partner reads hours alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine

from tests import world
from tests.life import Life
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECRET = "De bestuurder wil tekenen zonder de raad."


@pytest.fixture
def life(filled: None) -> Iterator[Life]:
    with time_machine.travel(world.NOW + timedelta(days=8), tick=True):
        yield Life(world.make_cast(), until="guarded")


def test_what_is_asked_in_confidence_stays_with_the_two(life: Life, window: Callable[..., Window]) -> None:
    max_ = window("nl", 390).enter(world.browser(life.cast.max))
    max_.go(f"/manager/assignments/{life.assignment}/").press("a[href$='/notebook/']")
    max_.press("a[href$='/ask/']").press("main form.form button.btn-primary")
    assert max_.page.locator(".error-summary").count() == 1
    max_.fill(text=SECRET).press("main form.form button.btn-primary")
    sara = window("en").enter(world.browser(life.cast.sara)).go("/shadow/")
    assert SECRET not in sara.text
    sara.press(".todo a[href*='/soundings/']")
    assert SECRET in sara.text
    sara.fill(text="Ga eerst naar de raad.").press("main form.form button.btn-primary")
    sara.press("a[href$='/talk/']").fill(talk_at="2026-03-20T10:00").press("main form.form button.btn-primary")
    assert "Ga eerst naar de raad." in max_.go(max_.path).text
    sara.press("a[href$='/close/']").fill(minutes="45").press("main form.form button.btn-primary")
    bea = window("nl").enter(world.browser(life.cast.bea)).go("/bureau/sounding-board/")
    assert "0:45" in bea.text
    assert SECRET not in bea.text
    sara.press("a[href$='/release/']").tick(("reason", "integrity")).fill(why="De wet.")
    sara.press("main form.form button.btn-danger")
    assert SECRET in bea.go("/bureau/sounding-board/").text
