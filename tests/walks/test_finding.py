"""The header of the bureau without a mouse: find somebody by `/`, write down a call by `c`."""

from collections.abc import Callable

import pytest

from interregnum.flow.search_index import refresh_search
from tests import world
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUSED = "document.activeElement"


def walk_through_what_is_found(bea: Window) -> None:
    press = bea.page.keyboard.press
    press("/")
    assert bea.page.evaluate(f"{FOCUSED}.id") == "find"
    bea.page.keyboard.type("Voorb")
    bea.page.wait_for_selector(".find-found li a")
    bea.look()
    press("ArrowDown")
    assert bea.page.evaluate(f"{FOCUSED}.matches('.find-found li a')")
    press("ArrowUp")
    assert bea.page.evaluate(f"{FOCUSED}.id") == "find"
    press("Escape")
    assert bea.page.locator(".find-found a").count() == 0


def go_to_olga(bea: Window) -> None:
    bea.page.fill("#find", "Olga")
    bea.page.wait_for_selector(".find-found li a:has-text('Olga')")
    bea.page.keyboard.press("ArrowDown")
    with bea.page.expect_navigation():
        bea.page.keyboard.press("Enter")
    bea.look()
    assert "Olga Voorbeeld" in bea.page.inner_text("h1")


def write_down_a_call_with_the_bank(bea: Window) -> None:
    bea.page.keyboard.press("c")
    bea.page.wait_for_selector("dialog[open] [name=text]")
    bea.look()
    assert bea.page.input_value("dialog [name=who]") == "Olga Voorbeeld"
    bea.page.wait_for_function(f"{FOCUSED}.name === 'who'")
    bea.page.fill("dialog [name=who]", "")
    bea.page.keyboard.type("Proef")
    bea.page.wait_for_selector("dialog [name=chosen]")
    bea.look()
    bea.page.get_by_label("Bank De Proef").first.check()
    bea.page.fill("dialog [name=text]", "Belt morgen terug.")
    bea.press("dialog .form-foot button.btn-primary")
    assert "Belt morgen terug." in bea.text


@pytest.mark.parametrize(("language", "width"), [("nl", 1280), ("en", 390)])
def test_bea_finds_a_manager_and_writes_down_a_call(
    filled: None, window: Callable[..., Window], language: str, width: int
) -> None:
    cast = world.make_cast()
    refresh_search(world.NOW)
    bea = window(language, width).enter(world.browser(cast.bea)).go("/bureau/managers/")
    walk_through_what_is_found(bea)
    go_to_olga(bea)
    write_down_a_call_with_the_bank(bea)
