"""Two people press at the same moment: everything happens once."""

import pytest

from interregnum.journal.record import action
from interregnum.journal.timeline import timeline
from interregnum.stages.contract.actions.draw_contract import next_number
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import signature
from tests.together import together


@pytest.fixture
def people(file_database):
    return world.make_cast()


@pytest.mark.mission("H3")
def test_carla_and_max_sign_at_the_same_moment_and_the_contract_is_complete_once(people):
    contract = drawn(people)

    def signs(person, side: Side):
        ready = signature(contract.code, side, people.actor(person), at=world.NOW)
        return lambda: sign_agreement(**ready, at=world.NOW)

    answers = together(
        signs(people.carla, Side.CLIENT), signs(people.max, Side.MANAGER), signs(people.carla, Side.CLIENT)
    )
    assert answers.count(None) == 2
    assert Contract.objects.get().state == ContractState.SIGNED
    assert [moment.kind for moment in timeline(contract.code)].count("ContractSigned") == 1


def test_contracts_drawn_at_the_same_moment_have_numbers_of_their_own(people):
    take = action(next_number)
    assert sorted(together(*[lambda: take(2026)] * 6)) == [f"C-2026-{number:04d}" for number in range(1, 7)]
