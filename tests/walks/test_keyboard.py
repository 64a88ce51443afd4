"""Without a mouse, with a slip, and with bad luck: nothing is out of reach and nothing typed is lost."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine

from interregnum.stages.ask.models import Request
from tests import world
from tests.life import Life
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Window]
TYPED = {
    "text": "Onze verwerking loopt vast en wij zoeken een verandermanager.",
    "organisation_name": "Bank De Proef",
    "contact_name": "Carla",
    "contact_email": "carla@example.org",
}
SEND = "main form.form button.btn-primary"
FOCUSED = "document.activeElement"
# What shows where the focus is: a line around it, or a line drawn by a shadow.
SHOWN = """(() => { const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none"; })()"""


@pytest.fixture
def cast(filled: None) -> world.Cast:
    return world.make_cast()


@pytest.fixture
def sent(cast: world.Cast) -> Iterator[Life]:
    with time_machine.travel(world.NOW + timedelta(hours=1), tick=True):
        yield Life(cast, until="sent")


def test_the_first_tab_skips_to_the_content_and_every_stop_shows(cast: world.Cast, window: Open) -> None:
    page = window().go("/ask/").page
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.className") == "skip"
    assert page.locator("a.skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "main"
    stops = set()
    for _stop in range(14):
        page.keyboard.press("Tab")
        stops.add(page.evaluate(f"{FOCUSED}.name || {FOCUSED}.textContent"))
        assert page.evaluate(SHOWN), page.evaluate(f"{FOCUSED}.outerHTML")
    assert set(TYPED) < stops


def test_a_slash_goes_to_the_search_box(cast: world.Cast, window: Open) -> None:
    bea = window().enter(world.browser(cast.bea)).go("/bureau/managers/")
    bea.page.keyboard.press("/")
    assert bea.page.evaluate(f"{FOCUSED}.id") == "find"
    box = bea.page.locator("main [data-search]")
    box.focus()
    bea.page.keyboard.type("Olga/")
    bea.page.wait_for_url("**q=Olga*")
    assert box.input_value() == "Olga/"
    bea.page.keyboard.press("Backspace")
    bea.page.get_by_text("Olga Voorbeeld").wait_for()
    assert bea.page.get_by_text("Max Voorbeeld").count() == 0


def test_a_dialog_opens_and_closes_by_keyboard(sent: Life, window: Open) -> None:
    carla = window().enter(world.browser(sent.cast.carla)).go(f"/client/proposals/{sent.proposal}/")
    carla.page.focus("[data-dialog]")
    carla.page.keyboard.press("Enter")
    assert carla.page.locator("dialog[open]").count() == 1
    assert carla.page.evaluate(f"!!{FOCUSED}.closest('dialog')")
    carla.look()
    carla.page.keyboard.press("Escape")
    assert carla.page.locator("dialog[open]").count() == 0
    assert carla.page.evaluate(f"'dialog' in {FOCUSED}.dataset")


def test_a_form_with_a_slip_says_so_first(cast: world.Cast, window: Open) -> None:
    visitor = window(width=390).go("/ask/").fill(text=TYPED["text"]).press(SEND)
    assert visitor.page.evaluate(f"{FOCUSED}.matches('.error-summary')")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate(f"{FOCUSED}.name") == "organisation_name"
    assert visitor.page.input_value("[name=text]") == TYPED["text"]


def test_a_draft_outlives_the_page_until_it_is_sent(cast: world.Cast, window: Open) -> None:
    visitor = window().go("/ask/").fill(**TYPED)
    visitor.page.wait_for_timeout(500)
    visitor.go("/ask/")
    assert {name: visitor.page.input_value(f"[name={name}]") for name in TYPED} == TYPED
    assert visitor.page.locator("[data-draft-note]").is_visible()
    visitor.press(SEND)
    assert visitor.page.evaluate("localStorage.length") == 0
    assert visitor.go("/ask/").page.input_value("[name=text]") == ""


def test_a_draft_of_a_form_that_was_filled_in_already_comes_back_too(cast: world.Cast, window: Open) -> None:
    life = Life(cast, until="confirmed")
    bea = window().enter(world.browser(cast.bea)).go(f"/bureau/briefs/{life.brief}/")
    bea.fill(result_wanted="Binnen vijf dagen een antwoord.", place="Zwolle").page.wait_for_timeout(500)
    bea.go(f"/bureau/briefs/{life.brief}/")
    assert bea.page.input_value("[name=place]") == "Zwolle"
    # What somebody else saved meanwhile goes before the draft.
    bea.press("main .form-foot button >> nth=0")
    bea.fill(place="Assen").page.wait_for_timeout(500)
    other = window().enter(world.browser(cast.anton)).go(f"/bureau/briefs/{life.brief}/")
    other.fill(place="Meppel").press("main .form-foot button >> nth=0")
    bea.go(f"/bureau/briefs/{life.brief}/")
    assert bea.page.input_value("[name=place]") == "Meppel"


def test_after_an_ended_session_the_form_is_there_with_what_was_typed(cast: world.Cast, window: Open) -> None:
    carla = window().sign_in("carla@example.org").go("/client/requests/new/").fill(text=TYPED["text"])
    carla.context.clear_cookies(name="sessionid")
    carla.press(SEND)
    assert carla.path.startswith("/account/sign-in/")
    carla.sign_in("carla@example.org")
    assert carla.page.input_value("[name=text]") == TYPED["text"]
    carla.press(SEND)
    assert Request.objects.count() == 1


def test_a_double_click_makes_one_request(cast: world.Cast, window: Open) -> None:
    visitor = window().go("/ask/").fill(**TYPED)
    with visitor.page.expect_navigation():
        visitor.page.dblclick(SEND)
    visitor.page.wait_for_url("**/ask/received/**")
    assert Request.objects.count() == 1


def test_the_night_stays_when_one_comes_back(cast: world.Cast, window: Open) -> None:
    visitor = window().go("/")
    visitor.page.click("[data-theme-switch] button[value=dark]")
    assert visitor.go("/ask/").page.get_attribute("html", "data-theme") == "dark"
