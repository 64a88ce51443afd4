"""Appointing Sara, and what she sees from then on."""

from typing import Any

import pytest
import time_machine
from django.http import Http404
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.kernel.actor import Role
from interregnum.outside.mail import kept_mail
from interregnum.parameters.values import set_value
from interregnum.people.models import Account, Seat
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.shadow_need import ShadowNeed
from interregnum.stages.deliver.tests.deliver_world import a_week, make_assignment
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.models import ShadowAppointment
from interregnum.stages.ensure.queries import assignments_without_shadow, shadow_of, shadowed_assignments
from tests.world import NOW, TODAY, Cast, browser, make_manager

pytestmark = pytest.mark.usefixtures("on_monday")


@pytest.fixture
def on_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return make_assignment(cast)


def appoint(cast: Cast, row: Assignment, person: Account, *, is_independent: bool = True) -> object:
    told = {"reason": "Kent het vak.", "is_independent": is_independent, "by": cast.actor(cast.bea), "at": NOW}
    return appoint_shadow_manager(assignment=row.code, shadow=person.code, **told)


def code_of(refused: object) -> str:
    return refused.reasons[0].code  # type: ignore[attr-defined]


@pytest.mark.mission("G2")
def test_bea_appoints_sara_who_is_told(cast: Cast, row: Assignment) -> None:
    assert isinstance(appoint(cast, row, cast.sara), str)
    appointed = shadow_of(row.code)
    assert appointed is not None and appointed.account == cast.sara.code
    assert "sara@example.org" in {mail.to for mail in kept_mail()[0]}
    assert Entry.objects.filter(kind="ShadowAppointed").count() == 1
    stated = Entry.objects.get(kind="IndependenceStated").payload.content
    assert (stated["account"], stated["manager"]) == (cast.sara.code, cast.max_profile.code)
    page = browser(cast.bea).get(reverse("bureau:ensure-appoint", args=[row.code])).text
    assert "No bonus on this client, no reporting line, no tie to Max Voorbeeld: stated by Bea on" in page


@pytest.mark.mission("G2")
def test_a_second_appointment_is_refused(cast: Cast, row: Assignment) -> None:
    appoint(cast, row, cast.sara)
    assert code_of(appoint(cast, row, cast.oscar)) == "ensure.already_appointed"
    assert ShadowAppointment.objects.get().shadow == cast.sara


@pytest.mark.mission("G2")
def test_neither_anton_who_looks_after_the_client_nor_max_himself_may_be_it(cast: Cast, row: Assignment) -> None:
    for person in (cast.anton, cast.max):
        Seat.objects.create(account=person, role=Role.SHADOW)
    assert code_of(appoint(cast, row, cast.anton)) == "ensure.looks_after_client"
    assert code_of(appoint(cast, row, cast.max)) == "ensure.is_the_manager"
    assert code_of(appoint(cast, row, cast.olga)) == "ensure.no_shadow_manager"
    assert shadow_of(row.code) is None


def test_sara_is_not_given_more_than_she_can_carry(cast: Cast, row: Assignment) -> None:
    set_value("ensure.most_assignments", 1, valid_from=TODAY, source="test")
    appoint(cast, row, cast.sara)
    second = make_assignment(cast, number="C-2026-0008")
    assert code_of(appoint(cast, second, cast.sara)) == "ensure.has_enough"
    Assignment.objects.filter(pk=row.pk).update(state="closed")
    assert isinstance(appoint(cast, second, cast.sara), str)


def test_anton_cannot_appoint_on_the_assignment_of_a_colleague(cast: Cast, row: Assignment) -> None:
    Assignment.objects.update(owner=cast.bea)
    with pytest.raises(Http404):
        told = {"reason": "x", "is_independent": True, "by": cast.actor(cast.anton), "at": NOW}
        appoint_shadow_manager(assignment=row.code, shadow=cast.sara.code, **told)
    address = reverse("bureau:ensure-appoint", args=[row.code])
    assert browser(cast.anton).get(address).status_code == 404


@pytest.mark.mission("G2")
def test_a_crisis_without_a_shadow_manager_comes_first(cast: Cast, row: Assignment) -> None:
    crisis = make_assignment(cast, number="C-2026-0008", category="crisis", assurance="none")
    make_assignment(cast, number="C-2026-0009", category="bridging", assurance="none")
    lines, count = assignments_without_shadow(seen_by=cast.actor(cast.bea), most=5)
    assert count == 2
    assert [(line.assignment, line.need) for line in lines] == [
        (crisis.code, ShadowNeed.REQUIRED),
        (row.code, ShadowNeed.WANTED),
    ]
    first, count = assignments_without_shadow(seen_by=cast.actor(cast.bea), most=1)
    assert ([line.assignment for line in first], count) == ([crisis.code], 2)


@pytest.mark.mission("G2")
def test_bea_sees_who_can_and_who_cannot_and_appoints(
    cast: Cast, row: Assignment, django_assert_max_num_queries: Any
) -> None:
    Seat.objects.create(account=cast.max, role=Role.SHADOW)
    client, address = browser(cast.bea), reverse("bureau:ensure-appoint", args=[row.code])
    with django_assert_max_num_queries(15):
        page = client.get(address)
    assert f'value="{cast.sara.code}"' in page.text
    assert f'value="{cast.max.code}"' not in page.text
    assert "Is the interim manager of this assignment." in page.text
    wrong = client.post(address, {"shadow": cast.sara.code, "reason": "", "once": "a"})
    assert wrong.status_code == 422
    assert 'id="id_reason_error"' in wrong.text
    fields = {"shadow": cast.sara.code, "reason": "Kent het vak.", "is_independent": "on", "once": "b"}
    for _time in range(2):
        assert client.post(address, fields).url == reverse("bureau:deliver-assignment", args=[row.code])
    assert "Kent het vak." in client.get(address).text


def test_bea_hears_why_max_is_refused(cast: Cast, row: Assignment) -> None:
    Seat.objects.create(account=cast.max, role=Role.SHADOW)
    address = reverse("bureau:ensure-appoint", args=[row.code])
    answer = browser(cast.bea).post(address, {"shadow": cast.max.code, "reason": "Kan best.", "once": "a"})
    assert answer.status_code == 422
    assert 'id="id_shadow_error"' in answer.text


@pytest.mark.mission("G2")
def test_sara_reads_along_and_oscar_does_not(cast: Cast, row: Assignment, django_assert_max_num_queries: Any) -> None:
    week = a_week(help_wanted="Kennis van pensioenen.")
    code = report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=NOW)
    addresses = [
        reverse("shadow:deliver-assignment", args=[row.code]),
        reverse("shadow:deliver-report", args=[code]),
    ]
    assert [browser(cast.sara).get(address).status_code for address in addresses] == [404, 404]
    appoint(cast, row, cast.sara)
    client = browser(cast.sara)
    for address in addresses:
        with django_assert_max_num_queries(15):
            assert client.get(address).status_code == 200
        assert browser(cast.oscar).get(address).status_code == 404
    assert "Kennis van pensioenen." in client.get(addresses[1]).text
    lines = shadowed_assignments(seen_by=cast.actor(cast.sara), on=TODAY)
    assert [(line.code, line.last_mood) for line in lines] == [(row.code, "good")]
    assert shadowed_assignments(seen_by=cast.actor(cast.oscar), on=TODAY) == ()


@pytest.mark.mission("G2")
def test_bea_says_that_sara_is_independent_before_she_appoints(cast: Cast, row: Assignment) -> None:
    assert code_of(appoint(cast, row, cast.sara, is_independent=False)) == "ensure.not_stated"
    client, address = browser(cast.bea), reverse("bureau:ensure-appoint", args=[row.code])
    assert f'value="{cast.sara.code}"' in client.get(address).text
    answer = client.post(address, {"shadow": cast.sara.code, "reason": "Kent het vak.", "once": "a"})
    assert answer.status_code == 422
    assert 'id="id_is_independent_error"' in answer.text
    assert shadow_of(row.code) is None


@pytest.mark.mission("G2")
def test_whoever_worked_for_this_client_may_not_be_it(cast: Cast, row: Assignment) -> None:
    profile = make_manager(name="Sara Voorbeeld", email="sara.voorbeeld@example.org")
    Seat.objects.create(account=cast.sara, role="manager", manager=profile)
    profile.former_employers = [row.organisation.name]
    profile.save()
    assert code_of(appoint(cast, row, cast.sara)) == "ensure.has_tie"
