"""A client who is not satisfied, on a phone: the manager is replaced at once, the work handed over, the cause mended;
and the ladder that comes before it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.people.models import Account
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.ensure.actions.climb_ladder import climb_ladders
from interregnum.stages.ensure.models import EscalationStep
from interregnum.stages.ensure.tests.review_world import running as guarded
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.models import Complaint, StandBy
from interregnum.stages.guarantee.rules.states import CaseState
from interregnum.stages.guarantee.tests.guarantee_world import (
    PRESSED,
    account_of_manager,
    asked,
    running,
    says_yes,
    succeeded,
)
from tests import world
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast_of_today(filled: None) -> Iterator[world.Cast]:
    with time_machine.travel(world.NOW, tick=True):
        yield world.make_cast()


class Walk:
    """The windows of everybody who has a part in one guarantee."""

    def __init__(self, cast: world.Cast, window: Callable[..., Window]) -> None:
        self.life = running(cast)
        self.cast, self.window = cast, window
        self.case = Complaint()

    def open(self, person: Account, language: str, width: int) -> Window:
        return self.window(language, width, scans=True).enter(world.browser(person, language=language))

    def complain(self, carla: Window) -> None:
        carla.go(reverse("client:deliver-assignment", args=[self.life.assignment]))
        carla.press(f"a[href='{reverse('client:guarantee-complain', args=[self.life.assignment])}']")
        # Nothing chosen yet: each field says what lacks, and nothing is lost.
        carla.fill(words="Er komt niets van terecht.").press("main form button.btn-primary")
        assert "Er komt niets van terecht." in carla.page.input_value("[name=words]")
        carla.tick(("reason", "result"), ("choice", "replace")).press("main form button.btn-primary")
        (self.case,) = Complaint.objects.all()
        assert len(asked(self.case.code)) == 3
        assert "Voorbeeld" not in carla.page.inner_text("main section:has(#asked)")

    def hear(self, anton: Window) -> None:
        anton.go(reverse("bureau:guarantee-cases"))
        anton.press(f"a[href='{reverse('bureau:guarantee-case', args=[self.case.code])}']")
        anton.press("button[value=talk]")
        first = self.open(self.cast.max, "nl", 390).go(reverse("manager:guarantee-own", args=[self.case.code]))
        first.fill(words="Ik kreeg geen mandaat.").press("main form button.btn-primary")
        first.go(reverse("manager:guarantee-hand-over", args=[self.case.code]))
        first.fill(document="Het plan ligt bij de directie.", contacts="Ans", decisions="De planning")
        first.press("main form button.btn-primary")

    def succeed(self) -> None:
        second = asked(self.case.code)[1]
        says_yes(self.cast, second)
        contract = succeeded(self.life, self.case.code)
        heir = self.open(account_of_manager(contract.manager), "nl", 390)
        heir.go(reverse("manager:guarantee-take-over", args=[self.case.code])).page.check("[name=sure]")
        heir.press("main form button.btn-primary")
        # Whoever was not chosen may stand by for this client, from the page of the invitation.
        other = self.open(account_of_manager(second.manager), "nl", 390)
        other.go(reverse("manager:choose-invitation", args=[second.code]))
        other.press(f"a[href='{reverse('manager:guarantee-stand-by', args=[second.code])}']")
        other.press("main form button[name=do]")
        assert StandBy.objects.get().manager == second.manager

    def mend(self, anton: Window) -> None:
        anton.go(reverse("bureau:guarantee-case", args=[self.case.code]))
        anton.tick(("cause", "mandate")).fill(words="He could decide nothing.", lesson="The mandate first.")
        anton.press("button[value=cause]")
        anton.fill(how="The board gave the mandate.").press("button[value=mend]")
        assert "The board gave the mandate." in anton.text


def test_replaced_at_once_handed_over_and_mended(cast_of_today: world.Cast, window: Callable[..., Window]) -> None:
    cast = cast_of_today
    walk = Walk(cast, window)
    with time_machine.travel(PRESSED, tick=True):
        carla, anton = walk.open(cast.carla, "nl", 390), walk.open(cast.anton, "en", 1280)
        walk.complain(carla)
        walk.hear(anton)
        walk.succeed()
        carla.go(reverse("client:guarantee-case", args=[walk.case.code]))
        walk.mend(anton)
    later = PRESSED + timedelta(days=7)
    with time_machine.travel(later, tick=True):
        assert finish_replacements(later) == 1
        # Their sessions of a week ago are over.
        for person, desk, language, width, other in (
            (cast.carla, "client", "nl", 390, 1280),
            (cast.anton, "bureau", "en", 1280, 390),
        ):
            proof = reverse(f"{desk}:guarantee-proof", args=[walk.case.code])
            here = walk.open(person, language, width).go(proof)
            assert here.path == proof
            here.look_again(widths=(other,), dark=True)
    walk.case.refresh_from_db()
    assert (walk.case.state, walk.case.hand_over.taken_at is not None) == (CaseState.REPLACED, True)


def test_the_ladder_is_climbed_by_whoever_must_act(cast_of_today: world.Cast, window: Callable[..., Window]) -> None:
    cast = cast_of_today
    row = guarded(cast)
    at = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)
    with time_machine.travel(at, tick=True):
        measure_quality(at)
        assert climb_ladders(at) == 1
        sara = window("nl", 390, scans=True).enter(world.browser(cast.sara, language="nl"))
        sara.go(reverse("shadow:home"))
        sara.press(f"a[href='{reverse('shadow:ensure-ladder', args=[row.code])}']")
        sara.press("button[value=done]")
        sara.fill(outcome="Max schrijft elke vrijdag.").press("button[value=done]")
        assert EscalationStep.objects.get().done_at is not None
        bea = window("en", 1280, scans=True).enter(world.browser(cast.bea, language="en"))
        bea.go(reverse("bureau:ensure-standing")).go(reverse("bureau:ensure-ladder", args=[row.code]))
        bea.look_again(widths=(390,), dark=True)
