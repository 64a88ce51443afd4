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
def test_each_signs_twice_at_the_same_moment_and_the_contract_is_complete_once(people):
    contract = drawn(people)

    def signs(person, side: Side):
        ready = signature(contract.code, side, people.actor(person), at=world.NOW)
        return lambda: sign_agreement(**ready, at=world.NOW)

    for person, side in ((people.carla, Side.CLIENT), (people.max, Side.MANAGER)):
        assert together(*[signs(person, side)] * 2).count(None) == 1
    assert Contract.objects.get().state == ContractState.SIGNED
    assert [moment.kind for moment in timeline(contract.code)].count("ContractSigned") == 1


def test_contracts_drawn_at_the_same_moment_have_numbers_of_their_own(people):
    take = action(next_number)
    assert sorted(together(*[lambda: take(2026)] * 6)) == [f"C-2026-{number:04d}" for number in range(1, 7)]
