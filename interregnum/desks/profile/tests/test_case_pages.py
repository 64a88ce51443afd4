"""A case is written by the manager and confirmed by a referee; a client who stays unnamed is named to nobody else."""

import pytest
from django.urls import reverse

from interregnum.people.models import Case
from tests import world
from tests.house.forms_of_profiles import CASE
from tests.post_box import link_in_mail

pytestmark = [pytest.mark.django_db, pytest.mark.mission("B2")]
REFEREE = {"referee_name": "Rob Referent", "referee_function": "Directeur", "referee_email": "rob@example.org"}


def written(window, **more):
    answer = window.post(reverse("manager:people-case-new"), CASE | REFEREE | more)
    return answer.headers["Location"]


def test_a_referee_confirms_a_case_and_it_counts(cast):
    window = world.browser(cast.max)
    before = cast.max_profile.cases_with_referee
    for number in range(before + 1):
        url = written(window, client=f"Bank {number}", deadlock="De raad lag dwars.", first_result_weeks="4")
        window.post(url, {"do": "ask"})
        link = link_in_mail("rob@example.org")
        visitor = world.browser()
        assert b"Max Voorbeeld" in visitor.get(link).content
        visitor.post(link, {"answer": "yes", "words": "Zo was het."})
    cast.max_profile.refresh_from_db()
    assert cast.max_profile.cases_with_referee == before + 1
    assert cast.max_profile.first_result_weeks == 4
    assert world.browser().get(link).status_code == 410


def test_opening_the_link_says_nothing(cast):
    window = world.browser(cast.max)
    window.post(written(window), {"do": "ask"})
    world.browser().get(link_in_mail("rob@example.org"))
    assert Case.objects.latest("pk").is_confirmed is None


def test_a_changed_case_must_be_confirmed_anew(cast):
    window = world.browser(cast.max)
    url = written(window)
    window.post(url, {"do": "ask"})
    world.browser().post(link_in_mail("rob@example.org"), {"answer": "yes"})
    window.post(url, CASE | REFEREE | {"result": "Nog veel mooier."})
    assert Case.objects.latest("pk").is_confirmed is None


def test_an_unnamed_client_is_named_to_nobody_else(cast):
    bureau = world.browser(cast.anton).get(reverse("bureau:people-manager", args=[cast.max_profile.code]))
    assert b"een bank" in bureau.content
    assert b"Geheime Bank" not in bureau.content
    assert b"Geheime Bank" in world.browser(cast.max).get(reverse("manager:people-cases")).content


def test_nobody_is_asked_without_an_address(cast):
    window = world.browser(cast.max)
    url = reverse("manager:people-case", args=[cast.case])
    answer = window.post(url, {"do": "ask"})
    assert answer.status_code == 422
    assert b"Fill in the name" in answer.content
