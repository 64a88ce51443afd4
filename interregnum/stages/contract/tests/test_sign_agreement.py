"""Carla and Max sign, each their own side."""

import hashlib
from datetime import timedelta

import pytest
from django.http import Http404

from interregnum.files.store import content_of
from interregnum.journal.timeline import timeline
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.parameters.values import set_value
from interregnum.stages.contract.actions.ask_to_sign import ask_again
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contracts_to_sign
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import signing, world


@pytest.fixture
def contract(cast):
    return drawn(cast)


def sign(cast, contract: Contract, person, side: Side, name: str = "  Carla  Klant ") -> Refused | None:
    return signing.sign(contract.code, side, cast.actor(person), at=world.NOW, name_typed=name)


SIDE = {"carla": Side.CLIENT, "max": Side.MANAGER}


def refusal(refused: Refused | None) -> str:
    assert isinstance(refused, Refused)
    return refused.reasons[0].code


def kinds(contract: Contract) -> list[str]:
    return [moment.kind for moment in timeline(contract.code)]


@pytest.mark.mission("H3")
def test_carla_signs_exactly_the_bytes_that_are_kept(cast, contract):
    assert sign(cast, contract, cast.carla, Side.CLIENT) is None
    agreement = contract.agreements.get(side=Side.CLIENT)
    assert agreement.signed_sha256 == hashlib.sha256(content_of(agreement.document)).hexdigest()
    assert (agreement.signed_name, agreement.signed_by, agreement.signed_at) == ("Carla Klant", cast.carla, world.NOW)
    assert Contract.objects.get().state == ContractState.DRAWN
    assert kinds(contract) == ["AgreementSigned", "SigningCodeSent", "ContractDrawn"]


@pytest.mark.parametrize("manager_first", [False, True])
def test_the_contract_is_complete_once_when_both_have_signed_in_the_order_of_the_house(cast, manager_first):
    set_value("contract.manager_first", manager_first, valid_from=world.TODAY, source="de proef")
    contract, order = drawn(cast), ["max", "carla"] if manager_first else ["carla", "max"]
    second = cast.actor(getattr(cast, order[1]))
    assert refusal(sign(cast, contract, getattr(cast, order[1]), SIDE[order[1]])) == "contract.not_your_turn"
    assert contracts_to_sign(seen_by=second, on=world.TODAY) == ()
    for name in order:
        assert len(contracts_to_sign(seen_by=cast.actor(getattr(cast, name)), on=world.TODAY)) == 1
        assert sign(cast, contract, getattr(cast, name), SIDE[name]) is None
    assert Contract.objects.get().state == ContractState.SIGNED
    assert kinds(contract).count("ContractSigned") == 1
    complete = [mail.to for mail in kept_mail()[0] if "complete" in mail.subject or "compleet" in mail.subject]
    assert sorted(complete) == ["carla@example.org", "max@example.org"]


def test_signing_again_changes_nothing(cast, contract):
    sign(cast, contract, cast.carla, Side.CLIENT)
    refused = sign(cast, contract, cast.carla, Side.CLIENT, name="Iemand Anders")
    assert refused.reasons[0].code == "contract.already_signed"
    assert contract.agreements.get(side=Side.CLIENT).signed_name == "Carla Klant"
    assert kinds(contract).count("AgreementSigned") == 1


@pytest.mark.parametrize(("person", "side"), [("carla", "manager"), ("max", "client"), ("bea", "client")])
def test_nobody_signs_for_the_other_side(cast, contract, person, side):
    refused = sign(cast, contract, getattr(cast, person), Side(side))
    assert refused.reasons[0].code == "contract.not_your_side"
    assert not contract.agreements.exclude(signed_at=None).exists()


@pytest.mark.parametrize(("person", "side"), [("otto", "client"), ("olga", "manager"), ("sara", "manager")])
def test_for_an_outsider_the_contract_does_not_exist(cast, contract, person, side):
    with pytest.raises(Http404):
        sign(cast, contract, getattr(cast, person), Side(side))


def test_nobody_signs_a_document_that_is_not_there_or_without_a_name(cast, contract):
    assert sign(cast, contract, cast.carla, Side.CLIENT, name=" \t ").reasons[0].code == "contract.name_empty"
    contract.agreements.update(document=None)
    assert sign(cast, contract, cast.carla, Side.CLIENT).reasons[0].code == "contract.not_ready"


def test_the_bureau_asks_again_only_who_has_not_signed(cast, contract):
    sign(cast, contract, cast.carla, Side.CLIENT)
    before = kept_mail()[1]
    assert ask_again(contract=contract.code, by=cast.actor(cast.bea), at=world.NOW) is None
    assert kept_mail()[1] == before + 1
    assert kept_mail()[0][0].to == "max@example.org"
    refused = ask_again(contract=contract.code, by=cast.actor(cast.bea), at=world.NOW)
    assert refused.reasons[0].code == "contract.asked_just_now"
    later = world.NOW + timedelta(hours=1)
    assert ask_again(contract=contract.code, by=cast.actor(cast.bea), at=later) is None
    # After its last day nobody could sign what the mail asks for.
    Contract.objects.filter(pk=contract.pk).update(lapses_on=local_day(later))
    refused = ask_again(contract=contract.code, by=cast.actor(cast.bea), at=later + timedelta(hours=2))
    assert isinstance(refused, Refused)
    assert kept_mail()[1] == before + 2
    sign(cast, contract, cast.max, Side.MANAGER)
    refused = ask_again(contract=contract.code, by=cast.actor(cast.bea), at=later + timedelta(hours=1))
    assert refused.reasons[0].code == "contract.nobody_to_ask"


def test_the_desk_shows_what_is_left_to_sign_to_whoever_can(cast, contract):
    lines = contracts_to_sign(seen_by=cast.actor(cast.carla), on=world.TODAY)
    assert [line.number for line in lines] == [contract.number]
    sign(cast, contract, cast.carla, Side.CLIENT)
    assert contracts_to_sign(seen_by=cast.actor(cast.carla), on=world.TODAY) == ()
    assert len(contracts_to_sign(seen_by=cast.actor(cast.max), on=world.TODAY)) == 1
    for nobody in (cast.bea, cast.otto):
        assert contracts_to_sign(seen_by=cast.actor(nobody), on=world.TODAY) == ()
