"""G1 G2: gates follow how closely a shadow manager was appointed to look, where that is more than the brief asks."""

import pytest
import time_machine

from interregnum.kernel.lists import Assurance
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.models import FeasibilityTest
from interregnum.stages.deliver.queries.gate_facts import contracts_with_gates, ways_of
from interregnum.stages.deliver.rules.gates import Gate, GateState
from interregnum.stages.ensure.models import ShadowAppointment
from tests.life import Life
from tests.world import NOW, TODAY, Cast


def states(life: Life) -> dict[Gate, GateState]:
    row = contracts_with_gates(life.anton).get(code=life.contract)
    return {line.gate: line.found.state for line in ways_of([row], on=TODAY)[row.pk].lines}


@pytest.mark.mission("G2")
def test_without_assurance_the_test_is_not_asked_until_somebody_is_appointed_for_more(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="guarded")
        brief = Contract.objects.get(code=life.contract).brief
        type(brief).objects.filter(pk=brief.pk).update(assurance=Assurance.NONE)
        FeasibilityTest.objects.all().delete()
        ShadowAppointment.objects.update(intensity=Assurance.NONE)
        assert states(life)[Gate.FEASIBILITY] is GateState.NOT_NEEDED
        ShadowAppointment.objects.update(intensity=Assurance.LIGHT)
        assert states(life)[Gate.FEASIBILITY] is GateState.WAITS
