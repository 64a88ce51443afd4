"""A case of the library from draft to public page, and off it again, each at their own screen."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.learn.models import Case
from interregnum.stages.learn.tests.case_world import CLOSED_AT, SAID, closed
from tests import world
from tests.life import Life
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.mission("D3")]
PHONE, SCREEN = 390, 1280


@pytest.fixture
def life(filled: None) -> Iterator[Life]:
    life = closed(world.make_cast())
    with time_machine.travel(CLOSED_AT, tick=True):
        yield life


def button(do: str) -> str:
    return f"form:has([name=do][value={do}]) button"


def written_and_offered(bureau: Window, life: Life) -> None:
    """With the name of the client in it, it is marked and goes nowhere."""
    bureau.go(reverse("bureau:learn-case", args=[life.assignment])).press(button("draft"))
    edit = reverse("bureau:learn-case-edit", args=[life.assignment])
    bureau.go(edit).fill(**SAID | {"problem_nl": f"{life.cast.bank.name} had twee teams."})
    bureau.press("main form.form button.btn-primary")
    assert bureau.page.locator("mark").first.inner_text().lower() == life.cast.bank.name.lower()
    assert not bureau.page.locator(button("offer")).count()
    bureau.go(edit).fill(**SAID).press("main form.form button.btn-primary")
    assert not bureau.page.locator("mark").count()
    bureau.press(button("offer"))


def agreed_to(client: Window, life: Life) -> None:
    """It stands on the desk of the client, who reads that very text."""
    own = reverse("client:learn-case", args=[life.assignment])
    client.go(reverse("client:home")).press(f"main a[href='{own}']")
    assert SAID[f"approach_{client.language}"] in client.text
    client.tick(("answer", "agree")).page.check("[name=on_site]")
    client.press("main form.form button.btn-primary")


@pytest.mark.parametrize(("language", "width"), [("nl", PHONE), ("en", SCREEN)])
def test_a_case_is_drafted_checked_offered_agreed_to_shown_and_withdrawn(
    life: Life, window: Callable[..., Window], language: str, width: int
) -> None:
    written_and_offered(window(language, width).enter(world.browser(life.cast.bea)), life)
    client = window(language, width).enter(world.browser(life.cast.carla))
    agreed_to(client, life)
    every = reverse(f"front:learn-cases-{language}")
    public = reverse(f"front:learn-case-{language}", args=[Case.objects.get().code])
    visitor = window(language, width).go(every).press(f"main a[href='{public}']")
    assert SAID[f"result_{language}"] in visitor.text
    assert life.cast.bank.name not in visitor.text
    client.press(button("withdraw"))
    assert SAID[f"result_{language}"] not in visitor.go(public).text
    assert not visitor.go(every).page.locator(f"main a[href='{public}']").count()
