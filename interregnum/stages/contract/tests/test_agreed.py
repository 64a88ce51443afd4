"""What was agreed, as the page of a contract says it: as that contract was signed, and amended since."""

from datetime import date

import pytest
from django.utils import translation

from interregnum.kernel.money import Money
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.agreed import agreed, taking_on
from interregnum.stages.contract.queries.facts import facts_of
from interregnum.stages.contract.rules.clauses import GUARANTEE_GRANTS
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import drawn


@pytest.mark.parametrize(
    ("grants", "rows"),
    [
        ({}, {"Hand-over between two managers, paid by us": "at most 3 days"}),
        ({"handover_paid_by": "client"}, {"Hand-over between two managers, paid by the client": "at most 3 days"}),
        ({"waives": ["days_to_come", "notice"]}, {"Waived under the guarantee": "notice, fee for days to come"}),
        ({"waives": []}, {"Waived under the guarantee": "nothing"}),
    ],
)
def test_what_the_guarantee_grants_is_said_as_it_was_signed(cast, grants, rows):
    contract = drawn(cast)
    contract.terms |= {"guarantee": GUARANTEE_GRANTS | grants}
    with translation.override("en"):
        found = {str(row.label): str(row.value) for row in agreed(contract, facts_of(contract), Side.CLIENT)}
    assert rows.items() <= found.items()
    assert len([label for label in found if label.startswith("Hand-over between")]) == 1


def test_taking_the_manager_on_costs_days_of_the_rate_as_amended(cast):
    contract = drawn(cast)
    Contract.objects.filter(pk=contract.pk).update(state=ContractState.SIGNED)
    contract.refresh_from_db()
    kept = Contract.objects.filter(pk=contract.pk).values(
        "candidacy_id", "brief_id", "organisation_id", "manager_id", "manager_rate", "days_a_week", "notice_days",
        "payment_days", "guarantee", "terms", "clauses",
    )  # fmt: skip
    Contract.objects.create(
        **kept.get(), number="C-2026-0001/1", amends=contract, state=ContractState.SIGNED, client_rate=Money(1500),
        starts_on=date(2026, 9, 1), ends_on=contract.ends_on, drawn_at=contract.drawn_at,
    )  # fmt: skip
    amount = next(str(row.value) for row in taking_on(contract, facts_of(contract), Side.CLIENT))
    assert "30.000" in amount
