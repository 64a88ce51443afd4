"""Whether all are treated alike: said freely, kept apart, counted only, and no judgement of few."""

import pytest
from django.urls import reverse

from interregnum.people.models import Manager
from interregnum.records.erase import erase_person
from interregnum.records.groups import impact_page, own_answer, say_groups
from interregnum.records.models import GroupAnswer
from interregnum.records.persons import person_of
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.rules.impact import Verdict
from interregnum.stages.choose.tests.choose_world import drawn, invitee
from tests import world

pytestmark = pytest.mark.django_db
PAGE, OWN = reverse("bureau:impact"), reverse("account-groups")


def answered(number: int, gender: str, **profile: object) -> None:
    """So many managers with an answer."""
    for each in range(number):
        manager = world.make_manager(name=f"{gender} {each}", email=f"{gender}{each}@example.org", **profile)
        GroupAnswer.objects.create(manager=manager.code, gender=gender, said_at=world.NOW)


def test_a_manager_says_it_changes_it_and_takes_it_back(cast):
    browser = world.browser(cast.max, language="en")
    assert browser.post(OWN, {"age": "fifties", "gender": "man"}).status_code == 302
    assert own_answer(cast.actor(cast.max)).age == "fifties"
    assert 'value="fifties" selected' in browser.get(OWN).content.decode()
    assert browser.post(OWN, {"age": "", "gender": ""}).status_code == 302
    assert not GroupAnswer.objects.exists()
    assert world.browser(cast.carla).get(OWN).status_code == 404


def test_groups_are_counted_and_compared_once_they_are_large_enough(cast):
    # All of one group are better at this than any of the other: the list of ten holds ten of them.
    answered(40, "man", cases_with_referee=9)
    answered(40, "woman", cases_with_referee=0, reasons={}, categories={}, deadlocks_broken=0)
    row = drawn(cast)
    first = row.listed.select_related("manager").first().manager
    assert isinstance(
        invite_managers(shortlist=row.code, chosen=(invitee(first),), by=cast.actor(cast.bea), at=world.NOW), str
    )
    page = impact_page(seen_by=cast.actor(cast.bea), on=world.TODAY)
    listed = next(each for each in page.impacts if (each.step, each.kind) == ("listed", "gender"))
    assert [(each.group.name, each.group.selected, each.group.total) for each in listed.groups] == [
        ("woman", 0, 40),
        ("man", 10, 40),
    ]
    assert [each.verdict for each in listed.groups] == [Verdict.SIGN, Verdict.MOST]
    for person in (cast.bea, cast.aukje):
        told = world.browser(person, language="en").get(PAGE).content.decode()
        assert "10 of 40" in told
        assert "man 1" not in told
    assert world.browser(cast.anton).get(PAGE).status_code == 404
    assert impact_page(seen_by=cast.actor(cast.anton), on=world.TODAY).impacts == ()


def test_a_group_of_nine_is_not_shown_and_one_of_twenty_not_judged(cast):
    answered(9, "woman")
    answered(20, "man")
    row = drawn(cast)
    first = row.listed.select_related("manager").first().manager
    invite_managers(shortlist=row.code, chosen=(invitee(first),), by=cast.actor(cast.bea), at=world.NOW)
    page = impact_page(seen_by=cast.actor(cast.bea), on=world.TODAY)
    listed = next(each for each in page.impacts if (each.step, each.kind) == ("listed", "gender"))
    assert [(each.group.name, each.verdict) for each in listed.groups] == [("man", Verdict.TOO_FEW)]


def test_the_group_is_that_of_the_day_on_which_the_list_was_drawn(cast):
    answered(20, "man")
    row = drawn(cast)
    first = row.listed.select_related("manager").first().manager
    invite_managers(shortlist=row.code, chosen=(invitee(first),), by=cast.actor(cast.bea), at=world.NOW)
    # Some leave the roster, others come; neither changes who could be selected that day.
    Manager.objects.filter(name__in=["man 3", "man 4"]).update(is_active=False)
    answered(15, "woman")
    drawn_again = draw_shortlist(brief=row.brief.code, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(drawn_again, str)
    page = impact_page(seen_by=cast.actor(cast.bea), on=world.TODAY)
    listed = next(each for each in page.impacts if (each.step, each.kind) == ("listed", "gender"))
    assert [(each.group.name, each.group.total) for each in listed.groups] == [("man", 20)]


def test_it_goes_with_the_person(cast):
    say_groups(age="forties", gender="", by=cast.actor(cast.max), at=world.NOW)
    erase_person(person_of(managers=[cast.max_profile.code]), by=cast.actor(cast.bea), at=world.NOW)
    assert not GroupAnswer.objects.exists()


def test_what_somebody_says_of_themselves_changes_no_list(cast):
    before = [(each.manager_id, each.total) for each in drawn(cast).listed.all()]
    say_groups(age="over_60", gender="woman", by=cast.actor(cast.max), at=world.NOW)
    assert [(each.manager_id, each.total) for each in drawn(cast).listed.all()] == before
