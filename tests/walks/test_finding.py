"""The header of the bureau without a mouse: find somebody by `/`, write down a call by `c`."""

from collections.abc import Callable

import pytest

from interregnum.flow.search_index import refresh_search
from tests import world
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUSED = "document.activeElement"


@pytest.mark.parametrize(("language", "width"), [("nl", 1280), ("en", 390)])
def test_bea_finds_a_manager_and_writes_down_a_call(
    filled: None, window: Callable[..., Window], language: str, width: int
) -> None:
    cast = world.make_cast()
    refresh_search(world.NOW)
    bea = window(language, width).enter(world.browser(cast.bea)).go("/bureau/managers/")
    press, typed = bea.page.keyboard.press, bea.page.keyboard.type
    press("/")
    assert bea.page.evaluate(f"{FOCUSED}.id") == "find"
    typed("Voorb")
    bea.page.wait_for_selector(".find-found li a")
    bea.look()
    press("ArrowDown")
    assert bea.page.evaluate(f"{FOCUSED}.matches('.find-found li a')")
    press("ArrowUp")
    assert bea.page.evaluate(f"{FOCUSED}.id") == "find"
    press("Escape")
    assert bea.page.locator(".find-found a").count() == 0
    bea.page.fill("#find", "Olga")
    bea.page.wait_for_selector(".find-found li a:has-text('Olga')")
    press("ArrowDown")
    with bea.page.expect_navigation():
        press("Enter")
    bea.look()
    assert "Olga Voorbeeld" in bea.page.inner_text("h1")
    press("c")
    bea.page.wait_for_selector("dialog[open] [name=text]")
    bea.look()
    assert bea.page.input_value("dialog [name=who]") == "Olga Voorbeeld"
    bea.page.wait_for_function(f"{FOCUSED}.name === 'who'")
    bea.page.fill("dialog [name=who]", "")
    typed("Proef")
    bea.page.wait_for_selector("dialog [name=chosen]")
    bea.look()
    bea.page.get_by_label("Bank De Proef").check()
    bea.page.fill("dialog [name=text]", "Kan in maart beginnen.")
    bea.press("dialog .form-foot button.btn-primary")
    assert "Kan in maart beginnen." in bea.text
