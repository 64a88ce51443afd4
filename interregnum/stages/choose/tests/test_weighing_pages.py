"""The list that follows the weights, why somebody is not on it, and all open briefs at once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.stages.brief.tests.brief_world import agreed_brief
from interregnum.stages.choose.models import Shortlist
from interregnum.stages.choose.tests.choose_world import drawn
from tests import world

pytestmark = pytest.mark.django_db


def read(person, name, *codes, **sent):
    return world.browser(person).get(reverse(name, args=codes), sent).content.decode()


def order(page, *names):
    return sorted(names, key=page.index)


@pytest.mark.mission("D2 D3")
def test_the_list_follows_the_weights(cast):
    brief = agreed_brief(cast)
    world.make_manager(name="Vlug", email="vlug@example.org", reasons={}, cases_with_referee=0)
    world.make_manager(name="Wijs", email="wijs@example.org", first_result_weeks=None)
    nought = dict.fromkeys(brief_weights(cast, brief), 0)
    quick = read(cast.bea, "bureau:choose-draw", brief.code, **nought | {"choose.speed": 100})
    proven = read(cast.bea, "bureau:choose-draw", brief.code, **nought | {"choose.issue": 100})
    assert order(quick, "Vlug", "Wijs") == ["Vlug", "Wijs"]
    assert order(proven, "Vlug", "Wijs") == ["Wijs", "Vlug"]
    assert "Weights moved" in quick
    assert "Weights moved" not in read(cast.bea, "bureau:choose-draw", brief.code)
    assert "All weights are nought" in read(cast.bea, "bureau:choose-draw", brief.code, **nought)


def brief_weights(cast, brief):
    return Shortlist.objects.get(code=drawn_code(cast, brief)).weights


def drawn_code(cast, brief, **sent):
    answer = world.browser(cast.bea).post(reverse("bureau:choose-draw", args=[brief.code]), {"once": str(sent)} | sent)
    return answer.headers["Location"].rstrip("/").rpartition("/")[2]


def test_a_list_keeps_the_weights_it_was_drawn_with(cast):
    brief = agreed_brief(cast)
    moved = Shortlist.objects.get(code=drawn_code(cast, brief, **{"choose.speed": "77", "choose.start": "x"}))
    preset = brief_weights(cast, brief)
    assert moved.weights == preset | {"choose.speed": 77}
    assert "by weights moved" not in read(cast.bea, "bureau:history", Shortlist.objects.latest("pk").code)
    assert "by weights moved for this brief" in read(cast.bea, "bureau:history", moved.code)


def test_a_short_list_says_what_a_little_less_would_bring(cast):
    brief = agreed_brief(cast)
    world.make_manager(name="Duur", email="duur@example.org", day_rate=Money(1300))
    world.make_manager(name="Laat", email="laat@example.org", available_on=world.TODAY + timedelta(days=60))
    page = read(cast.bea, "bureau:choose-draw", brief.code)
    assert "2 of 4 active managers can take this assignment" in page
    assert "A ceiling €\xa0100 higher" in page
    assert "1 more" in page


@pytest.mark.mission("D2 D7")
def test_bea_asks_why_somebody_is_not_on_the_list(cast):
    row = drawn(cast)
    late = world.make_manager(
        name="Laat Vast", email="l@example.org", available_on=world.TODAY + timedelta(days=200), wants_permanent=True
    )
    found = read(cast.bea, "bureau:choose-excluded", row.code, who="laat v")
    why = reverse("bureau:choose-why", args=[row.code, late.code])
    assert why in found
    page = read(cast.bea, "bureau:choose-why", row.code, late.code)
    assert "Cannot take this assignment as it is asked." in page
    assert "let the assignment start later" in page
    assert "as long as the manager would like a permanent post" in page
    assert "No active manager has this name" in read(cast.bea, "bureau:choose-excluded", row.code, who="niemand")
    listed = read(cast.bea, "bureau:choose-why", row.code, cast.max_profile.code)
    assert "belongs on the list" in listed


def test_who_left_the_roster_is_asked_about_in_vain(cast):
    row = drawn(cast)
    gone = world.make_manager(name="Weg", email="weg@example.org", is_active=False)
    assert world.browser(cast.bea).get(reverse("bureau:choose-why", args=[row.code, gone.code])).status_code == 404


def test_all_open_briefs_at_once_put_nobody_forward_twice(cast):
    assert "No open briefs" in read(cast.bea, "bureau:choose-open")
    for _ in range(3):
        agreed_brief(cast)
    page = read(cast.bea, "bureau:choose-open")
    assert page.count(">Max Voorbeeld<") == page.count(">Olga Voorbeeld<") == 1
    assert page.count("Nobody is left") == 1
    assert "Its first" in page


def test_no_page_of_weighing_asks_the_database_often(cast, django_assert_max_num_queries):
    brief, row = agreed_brief(cast), drawn(cast)
    window = world.browser(cast.bea)
    window.get(reverse("front:home"))
    for name, codes in (("draw", [brief.code]), ("open", []), ("why", [row.code, cast.max_profile.code])):
        with django_assert_max_num_queries(15):
            assert window.get(reverse(f"bureau:choose-{name}", args=codes)).status_code == 200
