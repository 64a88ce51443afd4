"""A manager dies who has no running contract and no case: a partner notes it on the record page."""

import pytest
from django.urls import reverse

from interregnum.people.models import Account, Manager
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.choose.tests.choose_world import candidacy, sent
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.states import ContractState
from tests.life import Life
from tests.world import Cast, browser

pytestmark = pytest.mark.mission("H2")
SURE = {"is_certain": "on"}


def addresses(profile: Manager) -> tuple[str, str]:
    page, form = (reverse(f"bureau:people-{name}", args=[profile.code]) for name in ("manager", "died"))
    return page, form


def test_a_partner_notes_it_on_the_record_and_what_waited_ends(cast: Cast) -> None:
    mine = candidacy(sent(cast), cast.max_profile)
    page, form = addresses(cast.max_profile)
    bea = browser(cast.bea, language="en")
    assert f'href="{form}"' in bea.get(page).text
    assert "the account is closed" in bea.get(form).text
    assert bea.post(form, {}).status_code == 422
    assert bea.post(form, SURE).status_code == 302
    assert Manager.objects.get(pk=cast.max_profile.pk).died_at
    assert not Account.objects.get(pk=cast.max.pk).is_active
    assert Candidacy.objects.get(pk=mine.pk).state == CandidacyState.WITHDRAWN
    assert bea.get(page).url == bea.get(form).url == reverse("bureau:people-death", args=[cast.max_profile.code])
    assert bea.post(form, SURE).status_code == 404


def test_what_ran_and_what_was_unsigned_ends_as_well(cast: Cast) -> None:
    life = Life(cast, until="half_signed")
    assert browser(cast.bea).post(addresses(cast.max_profile)[1], SURE).status_code == 302
    assert Contract.objects.get(code=life.contract).state == ContractState.WITHDRAWN


def test_only_a_partner_notes_it_there(cast: Cast) -> None:
    page, form = addresses(cast.max_profile)
    for person in (cast.anton, cast.max, cast.carla):
        assert browser(person).post(form, SURE).status_code in {403, 404, 405}
    assert form not in browser(cast.anton).get(page).text
    assert Manager.objects.get(pk=cast.max_profile.pk).died_at is None


def test_the_last_partner_is_told_why_it_cannot_be_noted(cast: Cast) -> None:
    cast.bea.seats.create(role="manager", manager=cast.olga_profile)
    answer = browser(cast.bea, language="en").post(addresses(cast.olga_profile)[1], SURE)
    assert answer.status_code == 422
    assert "This is the last partner" in answer.text
