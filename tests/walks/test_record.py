"""A record from the manager's own screen to the next match; the proof of the firm, each figure with list and file."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.learn.actions.keep_proof import keep_proof_of_firm
from interregnum.stages.learn.actions.keep_record import settle_proofs
from interregnum.stages.learn.actions.note_lines import note_records
from interregnum.stages.learn.models import Closed, RecordLine
from interregnum.stages.learn.rules.lines import Kind
from interregnum.stages.learn.rules.measures import Measure
from interregnum.stages.learn.tests.learn_world import AFTER, SHOWN, ended
from interregnum.stages.learn.tests.test_proof import copied
from tests import world
from tests.life import Life
from tests.walks.desk import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.mission("B2")]
PHONE, SCREEN = 390, 1280


@pytest.fixture
def life(filled: None) -> Iterator[Life]:
    life = ended(world.make_cast())
    with time_machine.travel(AFTER, tick=True):
        note_records(AFTER)
        keep_proof_of_firm(AFTER)
        yield life


def test_the_manager_reads_it_first_contests_a_line_and_the_rest_counts_in_the_next_match(
    life: Life, window: Callable[..., Window]
) -> None:
    anton, results = world.browser(life.cast.anton), RecordLine.objects.get(kind=Kind.RESULTS)
    profile = reverse("bureau:learn-record", args=[life.cast.max_profile.code])
    line = reverse("bureau:learn-line", args=[results.code])
    assert line not in anton.get(profile).content.decode()
    phone = window("nl", PHONE).enter(world.browser(life.cast.max)).go("/manager/record/")
    phone.press(f"main a[href='/manager/record/{results.code}/']")
    phone.page.locator("[name=words]").first.fill("Een derde resultaat kwam een week later.")
    phone.press("main form.form button.btn-primary")
    phone.page.locator("[name=words]").last.fill("Er waren drie resultaten.")
    phone.press("form:has([name=do][value=contest]) button")
    # What is contested is read at once, and decided with a reason.
    screen = window("nl", SCREEN).enter(anton).go("/bureau/")
    screen.go(line).fill(why="De metingen tonen er twee.").tick(("decision", "stands"))
    screen.press("main form.form button.btn-primary")
    phone.go(f"/manager/record/{results.code}/")
    assert "De metingen tonen er twee." in phone.page.inner_text("main")
    with time_machine.travel(SHOWN + timedelta(days=1), tick=True):
        settle_proofs(SHOWN + timedelta(days=1))
        later = window("en", SCREEN).enter(world.browser(life.cast.anton)).go(profile)
        seen = later.page.inner_text("main")
        assert "A-2026-0001" in seen
        manager = reverse("bureau:people-manager", args=[life.cast.max_profile.code])
        assert "A-2026-0001" in later.go(manager).page.inner_text("main")


@pytest.mark.parametrize(("language", "width"), [("nl", PHONE), ("en", SCREEN)])
def test_every_figure_opens_its_list_and_a_year_is_taken_along(
    life: Life, window: Callable[..., Window], language: str, width: int
) -> None:
    for _case in range(5):
        copied(Closed.objects.order_by("pk").first())
    bea = world.browser(life.cast.bea)
    screen = window(language, width).enter(bea).go("/bureau/proof/")
    links = [one.get_attribute("href") for one in screen.page.locator("#figures ~ table a").all()]
    assert len(links) == len(Measure)
    for link in links:
        screen.go(f"/bureau/proof/{link}" if not link.startswith("/") else link)
        screen.page.go_back()
    files = [one.get_attribute("href") for one in screen.page.locator("#years ~ table a").all()]
    assert len(files) == 2
    for file in files:
        assert bea.get(file).content.startswith(b"%PDF")
    for export in ("csv", "xlsx"):
        assert bea.get(f"/bureau/proof/reached/{export}/").status_code == 200
