"""The bureau's list, picture, mandate and reports, through the browser."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import Domain, Right
from interregnum.stages.deliver.tests.deliver_world import a_week, make_assignment
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return make_assignment(cast)


def mandate_fields(**changes: str) -> dict[str, str]:
    fields = {"reports_to": "Carla", "announced_on": "2026-03-02", "limit": "", "once": "a"}
    return fields | {f"right_{domain}": "proposes" for domain in Domain} | changes


def test_bea_finds_the_assignment_in_the_list(cast: Cast, row: Assignment, django_assert_max_num_queries: Any) -> None:
    client = browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = client.get(reverse("bureau:deliver-assignments"))
    assert row.number in page.text
    assert reverse("bureau:deliver-assignment", args=[row.code]) in page.text
    nothing = client.get(reverse("bureau:deliver-assignments"), {"state": "closed"})
    assert row.number not in nothing.text
    assert row.number in client.get(reverse("bureau:deliver-assignments"), {"q": "hypotheek"}).text


def test_anton_sees_his_client_but_not_that_of_a_colleague(cast: Cast, row: Assignment) -> None:
    address = reverse("bureau:deliver-assignment", args=[row.code])
    assert browser(cast.anton).get(address).status_code == 200
    Assignment.objects.update(owner=cast.bea)
    assert browser(cast.anton).get(address).status_code == 404
    assert row.number not in browser(cast.anton).get(reverse("bureau:deliver-assignments")).text


@pytest.mark.mission("A1", "B3")
def test_bea_sees_the_picture(cast: Cast, row: Assignment, django_assert_max_num_queries: Any) -> None:
    report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW)
    client = browser(cast.bea)
    with django_assert_max_num_queries(17):
        page = client.get(reverse("bureau:deliver-assignment", args=[row.code]))
    assert "Max Voorbeeld at Bank De Proef" in page.text
    assert "A manager without a decision right is an adviser." in page.text
    assert "Role mix per week" in page.text


def test_people_are_told_of_a_mandate_around_the_days_of_the_assignment(cast: Cast, row: Assignment) -> None:
    address = reverse("bureau:deliver-mandate", args=[row.code])
    for day in ("1900-01-01", "2126-01-01", "2026-08-29"):
        answer = browser(cast.bea).post(address, mandate_fields(announced_on=day))
        assert answer.status_code == 422 and "Choose a day of the assignment" in answer.text and day in answer.text
        row.refresh_from_db()
        assert row.announced_on is None
    assert browser(cast.bea).post(address, mandate_fields(announced_on="2026-02-16")).status_code == 302
    # A day that stands from before may stay while something else is changed.
    Assignment.objects.update(announced_on=date(2020, 1, 1))
    assert browser(cast.bea).post(address, mandate_fields(announced_on="2020-01-01")).status_code == 302


def test_bea_sets_the_mandate(cast: Cast, row: Assignment) -> None:
    address = reverse("bureau:deliver-mandate", args=[row.code])
    answer = browser(cast.bea).post(address, mandate_fields(right_money="decides", limit="25000"))
    assert answer.url == reverse("bureau:deliver-assignment", args=[row.code])
    line = row.mandate.get(domain=Domain.MONEY)
    assert (line.right, line.limit) == (Right.DECIDES, Money(25_000))
    assert "€\u00a025,000" in browser(cast.bea).get(answer.url).text


def test_a_missing_limit_is_said_beside_its_field(cast: Cast, row: Assignment) -> None:
    address = reverse("bureau:deliver-mandate", args=[row.code])
    answer = browser(cast.bea).post(address, mandate_fields(right_money="decides"))
    assert answer.status_code == 422
    assert 'id="id_limit_error"' in answer.text
    assert row.mandate.get(domain=Domain.MONEY).right == Right.PROPOSES


def test_bea_reads_a_report_with_the_call_for_help(cast: Cast, row: Assignment) -> None:
    week = a_week(help_wanted="Kennis van pensioenen.")
    code = report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=NOW)
    page = browser(cast.bea).get(reverse("bureau:deliver-report", args=[code]))
    assert "Kennis van pensioenen." in page.text
