"""What stayed, on a phone: four results in sixteen taps and three hundred characters; a part is kept; pages around."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.handover.actions.close_handover import close_handover
from interregnum.stages.handover.models import ClosedResult, Handover
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.queries.links import token_of
from tests import world
from tests.life import Life
from tests.walks.desk import Window
from tests.walks.test_week import Thumb

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.mission("A2")]
PHONE, MOST_TAPS, MOST_TYPED = 390, 16, 300
CLOSED = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
# The look back after half a year asks for a mark too: the longest of the three that is answered without writing.
ASKED = datetime(2027, 5, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
def life(filled: None) -> Iterator[Life]:
    life = Life(world.make_cast(), until="reported")
    Assignment.objects.update(ends_on=CLOSED.date() + timedelta(days=1))
    told = {"assignment": life.assignment, "ending": Ending.EARLY, "why": "Klaar.", "by": life.anton, "at": CLOSED}
    assert close_handover(**told) is None
    row = Handover.objects.get()
    ClosedResult.objects.update(is_reached=True, value=5, owner="Lies Eigenaar", relapse_sign="Twee weken te laat.")
    for place, title in enumerate(("Fouten per honderd", "Dossiers op de plank", "Klachten per maand"), start=1):
        measure = {"unit": "stuks", "baseline": Decimal(40), "norm": Decimal(10), "value": Decimal(9)}
        ClosedResult.objects.create(handover=row, position=place, title=title, is_reached=True, **measure)
    with time_machine.travel(ASKED, tick=True):
        Aftercare.objects.filter(months=3).delete()
        assert ask_aftercare(ASKED) == 1
        yield life


def test_four_results_in_sixteen_taps(life: Life, window: Callable[..., Window]) -> None:
    care = Aftercare.objects.get(state="asked")
    thumb = Thumb(window("nl", PHONE, scans=True).go(f"/stayed/{token_of(care.code)}/"))
    for place, (value, used, owner) in enumerate((("4", 0, 0), ("11", 1, 0), ("9", 0, 0), ("22", 2, 1))):
        thumb.type(f"[name=value_{place}]", value)
        thumb.tap(f"label:has([name=used_{place}]) >> nth={used}")
        thumb.tap(f"label:has([name=owner_{place}]) >> nth={owner}")
    thumb.tap("label[for=id_relapse_3]")
    thumb.type("[name=again]", "8")
    thumb.go("main form.form button.btn-primary")
    assert thumb.taps <= MOST_TAPS, thumb.taps
    assert thumb.typed <= MOST_TYPED, thumb.typed
    care.refresh_from_db()
    assert (care.state, care.stands, care.known, care.delivered, care.again) == ("answered", 2, 4, 4, 8)
    last = ResultCheck.objects.get(result__position=3)
    assert (last.sees_relapse, last.has_owner, last.used, last.proposal) == (True, False, "no", "half_day")


def test_what_was_answered_in_part_is_there_again(life: Life, window: Callable[..., Window]) -> None:
    care = Aftercare.objects.get(state="asked")
    page = f"/stayed/{token_of(care.code)}/"
    phone = window("en", PHONE).go(page).fill(value_0="4")
    phone.tick(("used_0", "yes")).press("main form.form button.btn-primary")
    care.refresh_from_db()
    assert care.state == "partly"
    phone.go(page)
    assert phone.page.locator("[name=used_0][value=yes]").is_checked()
    assert phone.page.input_value("[name=value_0]").startswith("4")


def test_the_pages_around_it_are_seen_on_a_phone_and_on_a_screen(life: Life, window: Callable[..., Window]) -> None:
    care = Aftercare.objects.get(state="asked")
    phone = window("nl", PHONE).go(f"/stayed/{token_of(care.code)}/").fill(value_0="12")
    phone.tick(("used_0", "no"), ("owner_0", "no")).press("main form.form button.btn-primary")
    sara = window("en").enter(world.browser(life.cast.sara)).go("/shadow/")
    sara.press(".todo a[href$='/relapse/']").press("main form.form button.btn-primary")
    assert ResultCheck.objects.get(result__position=0).decided == "half_day"
    for language, width in (("nl", PHONE), ("en", 1280)):
        carla = window(language, width).enter(world.browser(life.cast.carla))
        carla.go("/client/")
        carla.go(f"/client/assignments/{life.assignment}/what-stayed/")
        carla.go(f"/client/assignments/{life.assignment}/hand-over/")
        bea = window(language, width).enter(world.browser(life.cast.bea))
        bea.go("/bureau/what-stayed/")
