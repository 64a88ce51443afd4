"""A contract is signed by its first day: what is signed after it would have begun without an agreement."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse

from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.contract.actions.end_unsigned import draw_anew, lapse_contracts, remind_to_sign
from interregnum.stages.contract.actions.keep_paper import keep_paper
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contracts_to_sign, own_contract_page
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import sign, signature

FIRST = date(2026, 3, 9)


def noon(day: date) -> datetime:
    return world.NOW + (day - world.TODAY)


@pytest.fixture
def contract(cast):
    return drawn(cast, starts_on=FIRST)


def both(cast, contract, *, at) -> list[Refused | None]:
    sides = ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max))
    return [sign(contract.code, side, cast.actor(who), at=at) for side, who in sides]


def state(contract) -> ContractState:
    return Contract.objects.get(pk=contract.pk).state


def told(refused) -> str:
    assert isinstance(refused, Refused)
    return refused.reasons[0].code


def test_on_the_first_day_both_may_still_sign(cast, contract):
    assert lapse_contracts(noon(FIRST)) == 0
    assert both(cast, contract, at=noon(FIRST)) == [None, None]
    assert state(contract) == ContractState.SIGNED


@pytest.mark.parametrize("days", [1, 7])
def test_after_the_first_day_nobody_signs_and_it_lapses(cast, contract, days):
    late = noon(FIRST + timedelta(days=days))
    assert lapse_contracts(late) == 1 and state(contract) == ContractState.LAPSED
    assert {told(each) for each in both(cast, contract, at=late)} == {"contract.lapsed"}
    paper = {"signed_name": "Carla", "paper_on": FIRST, "entitled": "Volmacht", "content": b"x"}
    refused = keep_paper(contract=contract.code, side=Side.CLIENT, **paper, by=cast.actor(cast.bea), at=late)
    assert told(refused) == "contract.lapsed"


def test_between_midnight_and_the_nightly_job_nobody_signs_either(cast, contract):
    paper = {"signed_name": "Carla", "paper_on": FIRST, "entitled": "Volmacht", "content": b"x"}
    late = datetime.combine(FIRST + timedelta(days=1), time(0, 3), tzinfo=AMSTERDAM)
    ready = signature(contract.code, Side.CLIENT, cast.actor(cast.carla), at=late - timedelta(minutes=5))
    assert not isinstance(ready, Refused)
    assert told(sign_agreement(**ready, at=late)) == "contract.lapsed"
    assert {told(each) for each in both(cast, contract, at=late)} == {"contract.lapsed"}
    refused = keep_paper(contract=contract.code, side=Side.CLIENT, **paper, by=cast.actor(cast.bea), at=late)
    assert told(refused) == "contract.lapsed"
    assert state(contract) == ContractState.DRAWN
    assert len(contracts_to_sign(seen_by=cast.actor(cast.carla), on=FIRST)) == 1
    assert contracts_to_sign(seen_by=cast.actor(cast.carla), on=local_day(late)) == ()
    assert not own_contract_page(contract.code, seen_by=cast.actor(cast.carla), at=late).can_sign


def test_one_drawn_with_a_later_last_day_to_sign_lapses_with_its_first_day_all_the_same(cast, contract):
    Contract.objects.filter(pk=contract.pk).update(lapses_on=FIRST + timedelta(days=14))
    late = noon(FIRST + timedelta(days=1))
    assert remind_to_sign(late) == 0
    assert lapse_contracts(late) == 1


def test_a_contract_that_begins_far_away_lapses_as_before(cast):
    far = drawn(cast)
    assert far.lapses_on == world.TODAY + timedelta(days=21)


def test_the_mail_and_the_page_tell_the_last_day(cast, contract):
    mail = next(mail for mail in kept_mail()[0] if mail.to == "carla@example.org")
    assert "9 March 2026" in mail.text.replace("\xa0", " ") or "9 maart 2026" in mail.text.replace("\xa0", " ")
    page = world.browser(cast.carla, language="en").get(reverse("client:contract-contract", args=[contract.code]))
    assert "until 9 March 2026" in page.content.decode().replace("\xa0", " ")


def test_the_bureau_draws_it_anew_with_another_first_day(cast, contract):
    late = noon(FIRST + timedelta(days=1))
    lapse_contracts(late)
    page = world.browser(cast.bea).get(reverse("bureau:contract-contract", args=[contract.code])).content.decode()
    assert reverse("bureau:contract-anew", args=[contract.code]) in page
    anew = draw_anew(contract=contract.code, starts_on=date(2026, 3, 16), by=cast.actor(cast.bea), at=late)
    assert isinstance(anew, str)
    assert Contract.objects.get(code=anew).lapses_on == date(2026, 3, 17)
