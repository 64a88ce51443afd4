"""A contract that is not signed: asked for again, lapsed, taken back, drawn anew."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.journal.timeline import timeline
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.queries import briefs_waiting
from interregnum.stages.contract.actions.end_unsigned import (
    draw_anew,
    lapse_contracts,
    look_for_another,
    remind_to_sign,
    withdraw_contract,
)
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import sign

WHY = "De opdracht is een andere geworden."


@pytest.fixture
def contract(cast):
    return drawn(cast)


def days(number: int):
    return world.NOW + timedelta(days=number)


WORDS = {
    "remind": ("still waits", "wacht nog"),
    "lapsed": ("has lapsed", "is vervallen"),
    "withdrawn": ("taken contract", "ingetrokken"),
    "over": ("no longer one", "geldt niet meer"),
}


def told(what: str) -> list[str]:
    return sorted(mail.to for mail in kept_mail()[0] if any(words in mail.subject for words in WORDS[what]))


def code_of(refused) -> str:
    assert isinstance(refused, Refused)
    return refused.reasons[0].code


def test_whose_turn_it_is_is_reminded_once_for_each_step(cast, contract):
    for day, reminded in ((2, 0), (3, 1), (4, 1), (7, 2), (20, 2)):
        remind_to_sign(days(day))
        remind_to_sign(days(day))
        assert told("remind") == ["carla@example.org"] * reminded
    assert sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=days(20)) is None
    remind_to_sign(days(20))
    assert "max@example.org" not in told("remind")


def test_the_second_days_count_from_the_first_signature(cast, contract):
    sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=days(5))
    remind_to_sign(days(7))
    assert told("remind") == []
    remind_to_sign(days(8))
    assert told("remind") == ["max@example.org"]


def test_an_unsigned_contract_lapses_all_are_told_and_the_choice_is_free(cast, contract):
    sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=days(1))
    assert lapse_contracts(days(20)) == 0
    assert (lapse_contracts(days(21)), lapse_contracts(days(21))) == (1, 0)
    assert told("lapsed") == ["carla@example.org", "max@example.org"]
    assert told("over") == ["bea@example.org"]
    assert code_of(sign(contract.code, Side.MANAGER, cast.actor(cast.max), at=days(21))) == "contract.lapsed"
    assert [moment.kind for moment in timeline(contract.code)].count("ContractLapsed") == 1
    assert Candidacy.objects.get().state == "released"
    browser = world.browser(cast.max, language="en")
    assert (
        "This contract has lapsed"
        in browser.get(reverse("manager:contract-contract", args=[contract.code])).content.decode()
    )


def test_what_both_signed_does_not_lapse_and_is_not_taken_back(cast, contract):
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=days(1)) is None
    assert lapse_contracts(days(30)) == 0
    refused = withdraw_contract(contract=contract.code, reason=WHY, by=cast.actor(cast.bea), at=days(2))
    assert code_of(refused) == "contract.not_open"


def test_bea_takes_a_contract_back_and_both_read_why(cast, contract):
    browser = world.browser(cast.bea, language="en")
    address = reverse("bureau:contract-withdraw", args=[contract.code])
    assert browser.post(address, {"reason": " "}).status_code == 422
    assert browser.post(address, {"reason": WHY}).status_code == 302
    assert told("withdrawn") == ["carla@example.org", "max@example.org"]
    for person, desk in ((cast.carla, "client"), (cast.max, "manager"), (cast.bea, "bureau")):
        page = world.browser(person).get(reverse(f"{desk}:contract-contract", args=[contract.code])).content.decode()
        assert WHY in page and 'name="do" value="code"' not in page
    assert code_of(sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=days(1))) == "contract.withdrawn"


def test_a_new_contract_starts_on_a_working_day_that_is_still_to_come(cast, contract):
    by = cast.actor(cast.bea)
    asked = {"contract": contract.code, "by": by, "at": days(2)}
    assert code_of(draw_anew(starts_on=date(2026, 4, 20), **asked)) == "contract.still_open"
    withdraw_contract(contract=contract.code, reason=WHY, by=by, at=days(1))
    assert code_of(draw_anew(starts_on=date(2026, 3, 2), **asked)) == "contract.starts_past"
    # Easter Monday, and a Saturday.
    assert code_of(draw_anew(starts_on=date(2026, 4, 6), **asked)) == "contract.starts_free_day"
    assert code_of(draw_anew(starts_on=date(2026, 4, 11), **asked)) == "contract.starts_free_day"
    anew = Contract.objects.get(code=draw_anew(starts_on=date(2026, 4, 7), **asked))
    assert (anew.state, anew.starts_on, anew.candidacy) == (ContractState.DRAWN, date(2026, 4, 7), contract.candidacy)
    assert code_of(draw_anew(starts_on=date(2026, 4, 7), **asked)) == "contract.drawn_already"
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(anew.code, side, cast.actor(who), at=days(3)) is None


def test_or_the_brief_is_open_for_another_proposal(cast, contract):
    by = cast.actor(cast.bea)
    contract.brief.state = BriefState.AGREED
    contract.brief.save()
    withdraw_contract(contract=contract.code, reason=WHY, by=by, at=days(1))
    assert briefs_waiting(seen_by=by) == ()
    assert look_for_another(contract=contract.code, by=by, at=days(1)) is None
    assert Proposal.objects.get().state == "ended"
    assert [line.code for line in briefs_waiting(seen_by=by)] == [contract.brief.code]
    browser = world.browser(cast.carla, language="en")
    page = browser.get(reverse("client:choose-proposal", args=[contract.candidacy.proposal.code]))
    assert "We look for another manager" in page.content.decode()


def test_everybody_reads_who_waits_for_whom(cast, contract):
    for person, desk in ((cast.carla, "client"), (cast.max, "manager"), (cast.bea, "bureau")):
        browser = world.browser(person, language="en")
        page = browser.get(reverse(f"{desk}:contract-contract", args=[contract.code])).content.decode()
        assert "Bank De Proef signs first, then Max Voorbeeld. The contract waits for Bank De Proef." in page
    page = world.browser(cast.max).get(reverse("manager:contract-contract", args=[contract.code])).content.decode()
    assert 'name="do" value="code"' not in page
