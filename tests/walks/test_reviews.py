"""The three of a review on their phones, in Dutch: each prepares, the shadow manager begins it, all three sign."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.rules.reviews import ReviewState
from interregnum.stages.ensure.tests.review_world import MOMENT, first_review
from tests import world
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast_of_today(filled: None) -> Iterator[world.Cast]:
    with time_machine.travel(world.NOW, tick=True):
        yield world.make_cast()


def test_three_prepare_sit_together_and_sign_on_a_phone(
    cast_of_today: world.Cast, window: Callable[..., Window]
) -> None:
    cast = cast_of_today
    review = first_review(cast)
    people = {"client": cast.carla, "manager": cast.max, "shadow": cast.sara}
    windows = {desk: window("nl", 390, scans=True) for desk in people}
    with time_machine.travel(MOMENT, tick=True):
        for desk, person in people.items():
            here = windows[desk].enter(world.browser(person, language="nl"))
            here.go(reverse(f"{desk}:ensure-review-prepare", args=[review.code]))
            here.page.fill("input[name=score]", "8")
            here.page.fill("textarea[name=reason]", "Het loopt, en de mensen doen mee.")
            here.press("button[value=ready]")
        sara = windows["shadow"]
        for box in sara.page.locator("input[name=present]").all():
            box.check()
        sara.press("button[value=start]")
        sara.go(reverse("shadow:ensure-review-minutes", args=[review.code]))
        sara.page.fill("textarea[name=minutes]", "Alle punten besproken; het is nog de opdracht.")
        sara.page.check("input[name=decision][value=continue]")
        sara.press("button[value=conclude]")
        for desk, here in windows.items():
            here.go(reverse(f"{desk}:ensure-review", args=[review.code]))
            here.press("button[value=sign]")
            here.look_again(widths=(390,), dark=True)
    assert Review.objects.get().state == ReviewState.SIGNED
