"""The page of a brief."""

import pytest
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.tests.brief_world import agreed_brief, drafted_brief, typed
from tests import world


def edit(brief):
    return reverse("bureau:brief-edit", args=[brief.code])


def agree(brief):
    return reverse("bureau:brief-agree", args=[brief.code])


@pytest.mark.mission("B3")
def test_bea_fills_in_the_brief(cast, django_assert_max_num_queries):
    brief = drafted_brief(cast)
    browser = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = browser.get(edit(brief))
    assert page.status_code == 200
    assert browser.post(edit(brief), typed(role_mix_0="30", role_mix_3="30")).status_code == 302
    brief.refresh_from_db()
    assert brief.role_mix == RoleMix(30, 15, 25, 30)
    assert brief.rate_ceiling == Money("1400.50")


@pytest.mark.mission("B3")
def test_four_roles_that_do_not_add_up_are_refused_in_words(cast):
    brief = drafted_brief(cast)
    page = world.browser(cast.bea).post(edit(brief), typed(role_mix_0="90"))
    assert page.status_code == 422
    assert "add up to 100" in page.content.decode()
    brief.refresh_from_db()
    assert brief.role_mix == RoleMix(20, 15, 25, 40)


@pytest.mark.mission("A1")
def test_what_is_missing_stands_at_the_side_with_what_it_costs(cast):
    brief = drafted_brief(cast, level="")
    page = world.browser(cast.bea).get(edit(brief)).content.decode()
    assert "Needed to agree" in page
    assert "The wrong level costs a manager in the first weeks" in page


def test_bea_agrees_the_brief_with_what_she_typed_last(cast):
    brief = drafted_brief(cast)
    browser = world.browser(cast.bea)
    answer = browser.post(agree(brief), typed(place="Zwolle"), follow=True)
    brief.refresh_from_db()
    assert (brief.state, brief.place) == (BriefState.AGREED, "Zwolle")
    assert reverse("bureau:choose-draw", args=[brief.code]) in answer.content.decode()
    assert "<textarea" not in answer.content.decode()


def test_agreeing_without_a_level_keeps_what_was_typed_on_the_page_and_changes_nothing(cast):
    brief = drafted_brief(cast)
    page = world.browser(cast.bea).post(agree(brief), typed(level="", place="Zwolle"))
    assert page.status_code == 422
    assert "Choose a level before the brief is agreed." in page.content.decode()
    assert "Zwolle" in page.content.decode()
    brief.refresh_from_db()
    assert (brief.state, brief.place, brief.level) == (BriefState.DRAFT, "", "senior")


def test_a_stale_form_of_an_agreed_brief_says_so(cast):
    brief = agreed_brief(cast)
    page = world.browser(cast.bea).post(edit(brief), typed(place="Zwolle"))
    assert page.status_code == 422
    assert "does not change any more" in page.content.decode()


def test_anton_does_not_see_a_brief_of_bea(cast):
    brief = drafted_brief(cast)
    assert world.browser(cast.anton).get(edit(brief)).status_code == 404
    assert world.browser(cast.anton).post(agree(brief), typed()).status_code == 404
    assert world.browser(cast.carla).get(edit(brief)).status_code == 404


def test_nobody_agrees_by_following_a_link(cast):
    brief = drafted_brief(cast)
    assert world.browser(cast.bea).get(agree(brief)).status_code == 405
