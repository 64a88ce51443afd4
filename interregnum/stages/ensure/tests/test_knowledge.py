"""G2: fields and level of shadow managers who have no profile of their own."""

import pytest
from django.urls import reverse

from interregnum.kernel.lists import Level
from interregnum.people.models import Manager, Seat
from interregnum.stages.brief.models import Brief
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import ShadowAppointment, ShadowKnowledge
from interregnum.stages.ensure.queries.appointments import appoint_page
from interregnum.stages.ensure.tests.review_world import running
from tests.world import TODAY, Cast, browser

pytestmark = pytest.mark.mission("G2")


@pytest.fixture
def row(cast: Cast) -> Assignment:
    row = running(cast)
    ShadowAppointment.objects.all().delete()
    Brief.objects.update(disciplines=["finance", "human_resources"])
    Manager.objects.filter(pk=cast.max_profile.pk).update(disciplines=["finance"], level=Level.SENIOR)
    return row


def address(person) -> str:
    return reverse("bureau:ensure-knowledge", args=[person.code])


def test_the_proposal_goes_by_what_the_bureau_recorded(cast, row):
    appoint = reverse("bureau:ensure-appoint", args=[row.code])
    page = browser(cast.bea).get(appoint).text
    assert page.count("Fields and level are not recorded.") == 2, "of Sara and of Oscar"
    assert address(cast.sara) in page
    told = {"disciplines": ["human_resources"], "level": "executive"}
    assert browser(cast.anton).post(address(cast.sara), told).status_code == 302
    kept = ShadowKnowledge.objects.get()
    assert (kept.account, kept.level, kept.noted_by) == (cast.sara, Level.EXECUTIVE, cast.anton)
    page = browser(cast.bea).get(appoint).text
    assert "Knows Human resources, which the interim manager lacks, and is as senior or more." in page
    assert page.count("Fields and level are not recorded.") == 1
    assert appoint_page(row.code, seen_by=cast.actor(cast.bea), on=TODAY).free[0].account == cast.sara.code
    page = browser(cast.anton).get(address(cast.sara)).text
    assert "Recorded by Anton" in page
    assert browser(cast.anton).post(address(cast.sara), told | {"level": "team"}).status_code == 302
    assert ShadowKnowledge.objects.get().level == Level.TEAM


def test_both_are_asked_and_an_own_profile_counts(cast, row):
    assert browser(cast.bea).post(address(cast.sara), {"level": "senior"}).status_code == 422
    fields = {"disciplines": ["human_resources"], "level": ""}
    assert browser(cast.bea).post(address(cast.sara), fields).status_code == 422
    Seat.objects.create(account=cast.oscar, role="manager", manager=cast.olga_profile)
    refused = browser(cast.bea).post(address(cast.oscar), {"disciplines": ["human_resources"], "level": "team"})
    assert refused.status_code == 422
    assert "has a profile as an interim manager" in browser(cast.bea).get(address(cast.oscar)).text
    assert not ShadowKnowledge.objects.exists()


def test_the_person_s_page_leads_there_and_nobody_else_is_recorded(cast):
    page = browser(cast.bea).get(reverse("bureau:people-person", args=[cast.sara.code])).text
    assert address(cast.sara) in page
    assert browser(cast.bea).get(address(cast.max)).status_code == 404
    assert browser(cast.sara).get(address(cast.sara)).status_code == 404
