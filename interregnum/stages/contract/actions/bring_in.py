"""What was signed on paper before the firm kept its contracts here: of an assignment that already runs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.files import store
from interregnum.kernel.period import local_day
from interregnum.stages.contract.actions.draw_contract import next_number
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.rules.clauses import GUARANTEE_GRANTS, GuaranteeTerms
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.rules.terms import ContractTerms


def bring_in_contract(
    *,
    candidacy: Any,
    terms: ContractTerms,
    guarantee: GuaranteeTerms,
    scans: Mapping[Side, tuple[bytes, str]],
    at: datetime,
) -> Contract:
    """Part of an action of a later stage. `scans`: of each side what was signed, with its media type.

    It keeps no clauses: the words are those on the paper.
    """
    brief = candidacy.proposal.brief
    contract = Contract.objects.create(
        number=next_number(local_day(at).year),
        candidacy=candidacy,
        brief=brief,
        organisation=brief.request.organisation,
        manager=candidacy.manager,
        state=ContractState.SIGNED,
        client_rate=terms.client_rate,
        manager_rate=terms.manager_rate,
        days_a_week=terms.days_a_week,
        starts_on=terms.term.first,
        ends_on=terms.term.last,
        runs_until=terms.term.last,
        notice_days=terms.notice_days,
        payment_days=terms.payment_days,
        guarantee=guarantee.to_values(),
        terms={"guarantee": GUARANTEE_GRANTS},
        brief_version=brief.approved,
        drawn_at=at,
    )
    for side, (content, kind) in scans.items():
        name = f"{contract.number}-{side}.{kind.rpartition('/')[2]}"
        scan = store.keep(name=name, content=content, media_type=kind, at=at)
        Agreement.objects.create(contract=contract, side=side, document=scan, signed_at=at)
    return contract
