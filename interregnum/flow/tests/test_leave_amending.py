"""Who leaves, leaves for good: no amendment and no question about the last day brings the contract back."""

from datetime import date

import pytest
from django.urls import reverse

from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.contract.actions.amend import draw_amendment
from interregnum.stages.contract.actions.honour_guarantee import honour_guarantee
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.actions.say_wish import say_wish
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.ending import ends_near
from interregnum.stages.contract.rules.amending import Terms
from interregnum.stages.contract.rules.ending import Leaving, Wish
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import CLIENT_RATE, MANAGER_RATE, drawn
from interregnum.stages.deliver.models import Assignment
from tests import world
from tests.signing import sign

LAST, LATER = date(2026, 5, 29), date(2026, 12, 18)


@pytest.fixture
def contract(cast):
    contract = drawn(cast)
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=world.NOW) is None
    contract.refresh_from_db()
    return contract


def amend(cast, contract):
    new = Terms(ends_on=LATER, days_a_week=3, client_rate=CLIENT_RATE, manager_rate=MANAGER_RATE)
    return draw_amendment(
        contract=contract.code, new=new, holds_from=date(2026, 9, 1), reason="Nog niet af.", decided_by="Carla",
        by=cast.actor(cast.bea), at=world.NOW,
    )  # fmt: skip


def ill(cast, contract):
    return leave(contract=contract.code, leaving=Leaving.ILL, last_day=LAST, by=cast.actor(cast.bea), at=world.NOW)


def told(refused) -> set[str]:
    assert isinstance(refused, Refused)
    return {reason.code for reason in refused.reasons}


def honour(cast, contract):
    by = cast.actor(cast.carla)
    assert honour_guarantee(contract=contract.code, leaving=Leaving.ENDED, last_day=LAST, by=by, at=world.NOW)


@pytest.mark.parametrize("ends", [ill, honour])
def test_what_waits_for_signatures_goes_with_the_manager_and_both_are_told(cast, contract, ends):
    code = amend(cast, contract)
    ends(cast, contract)
    number = Contract.objects.get(code=code).number
    mails = [mail.to for mail in kept_mail()[0] if number in mail.subject and "link" not in mail.subject]
    assert {"carla@example.org", "max@example.org"} <= set(mails)
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert told(sign(code, side, cast.actor(who), at=world.NOW)) == {"contract.withdrawn"}
        page = world.browser(who, language="en").get(reverse(f"{side}:contract-contract", args=[code]))
        assert "had nothing left to change" in page.content.decode()
    contract.refresh_from_db()
    assert contract.runs_until == Assignment.objects.get().ends_on == LAST


def test_one_that_still_waited_when_the_manager_had_left_is_not_signed(cast, contract):
    code = amend(cast, contract)
    ill(cast, contract)
    Contract.objects.filter(code=code).update(state=ContractState.DRAWN, ended_at=None)
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert told(sign(code, side, cast.actor(who), at=world.NOW)) == {"contract.amends_left"}
    contract.refresh_from_db()
    assert contract.runs_until == LAST


def test_a_contract_that_was_left_is_not_amended(cast, contract):
    ill(cast, contract)
    assert told(amend(cast, contract)) == {"contract.amend_left"}
    page = world.browser(cast.bea).get(reverse("bureau:contract-contract", args=[contract.code])).content.decode()
    assert reverse("bureau:contract-amend", args=[contract.code]) not in page


def test_nobody_is_asked_what_to_do_at_an_end_that_came_already(cast, contract):
    people = {"bureau": cast.bea, "client": cast.carla, "manager": cast.max}
    near = date(2026, 5, 20)
    ill(cast, contract)
    for desk, person in people.items():
        assert ends_near(seen_by=cast.actor(person), on=near) == ()
        answer = world.browser(person).get(reverse(f"{desk}:contract-ending", args=[contract.code]))
        assert "<form" not in answer.content.decode().partition("<main")[2].partition("</main")[0]
        said = say_wish(contract=contract.code, wish=Wish.STOP, words="", by=cast.actor(person), at=world.NOW)
        assert told(said) == {"contract.wish_left"}
    ends = [mail for mail in kept_mail()[0] if "last day" in mail.subject or "laatste dag" in mail.subject]
    assert ends == []
