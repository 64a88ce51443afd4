"""H1 H2: the shadow manager resigns while a guarantee runs: who is told, and who takes that part."""

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.guarantee.rules.states import CaseState, Choice
from interregnum.stages.guarantee.tests.guarantee_world import PRESSED, case_of, press, read
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]
LEFT = "takes that part until somebody follows"


def resigns(life) -> None:
    Mail.objects.all().delete()
    address = reverse("shadow:ensure-resign", args=[life.assignment])
    answer = browser(life.cast.sara).post(address, {"why": "Ik heb er geen tijd meer voor."})
    assert answer.status_code == 302, answer.content.decode()


def told(template: str) -> list[str]:
    return sorted(Mail.objects.filter(template=f"mail/{template}.txt").values_list("to", flat=True))


def appointed(life, person) -> None:
    told = {"reason": "Kent het vak.", "is_independent": True, "by": life.anton, "at": PRESSED}
    assert isinstance(appoint_shadow_manager(assignment=life.assignment, shadow=person.code, **told), str)


def test_the_account_manager_and_partners_are_told_and_the_pages_say_who_takes_it(life):
    Assignment.objects.filter(code=life.assignment).update(owner=life.cast.anton)
    code = press(life, Choice.REPLACE)
    resigns(life)
    assert told("guarantee_unguarded") == ["anton@example.org", "bea@example.org"]
    page = read(life.cast.anton, "bureau:guarantee-case", code)
    assert LEFT in page
    assert "Anton takes that part" in page
    assert reverse("bureau:ensure-appoint", args=[life.assignment]) in page
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert LEFT in page
    assert "Anton takes that part" in page
    assert "geen tijd" not in page
    assert case_of(code).state == CaseState.REPLACING


def test_without_an_account_manager_a_partner_takes_it(life):
    Assignment.objects.filter(code=life.assignment).update(owner=None)
    code = press(life)
    resigns(life)
    assert "A partner takes that part" in read(life.cast.carla, "client:guarantee-case", code)


def test_whoever_follows_is_told_of_the_case_and_takes_the_part_over(life):
    code = press(life)
    resigns(life)
    assert browser(life.cast.sara).get(reverse("shadow:guarantee-case", args=[code])).status_code == 404
    appointed(life, life.cast.oscar)
    assert told("guarantee_invoked") == ["oscar@example.org"]
    assert "niets van terecht" in read(life.cast.oscar, "shadow:guarantee-case", code)
    assert LEFT not in read(life.cast.carla, "client:guarantee-case", code)


def test_without_a_case_that_runs_nobody_hears_of_a_guarantee(life):
    address = reverse("bureau:guarantee-case", args=[press(life)])
    browser(life.cast.anton).post(address, {"do": "drop", "dropped": "mistake", "why": "Verkeerde knop."})
    resigns(life)
    assert told("guarantee_unguarded") == []
    appointed(life, life.cast.oscar)
    assert told("guarantee_invoked") == []
