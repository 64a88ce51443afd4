"""H3: one side signs the document it has read; with both signatures the contract is complete."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.contract.actions.ask_to_sign import say_complete
from interregnum.stages.contract.facts import AgreementSigned, ContractSigned
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.queries import SIDE_OF, agreement_of, contract_of
from interregnum.stages.contract.rules.states import ContractState, Side


@action
def sign_agreement(*, contract: str, side: Side, name_typed: str, by: Actor, at: datetime) -> Refused | None:
    """Keep who agreed to which bytes and when. Raises Http404 for a contract that is not theirs."""
    row = contract_of(contract, seen_by=by)
    if SIDE_OF.get(by.role) != side:
        return Refused.because("contract.not_your_side")
    # Both sides may sign at the same moment: whoever comes second waits here, and then sees the first signature.
    Contract.objects.select_for_update().get(pk=row.pk)
    agreement = agreement_of(row, side)
    if agreement.document is None:
        return Refused.because("contract.not_ready")
    name = " ".join(name_typed.split())
    if not name:
        return Refused.because("contract.name_empty", "name_typed")
    sha256 = agreement.document.sha256
    if not Agreement.objects.filter(pk=agreement.pk, signed_at=None).update(
        signed_at=at, signed_by=Account.objects.get(code=by.code), signed_name=name, signed_sha256=sha256
    ):
        return Refused.because("contract.already_signed")
    record(AgreementSigned(contract=row.code, request=row.brief.request.code, side=side, sha256=sha256), by=by, at=at)
    if not row.agreements.filter(signed_at=None).exists():
        _complete(row, by=by, at=at)
    return None


def _complete(row: Contract, *, by: Actor, at: datetime) -> None:
    # The filter carries the old state: a contract becomes complete once.
    if Contract.objects.filter(pk=row.pk, state=ContractState.DRAWN).update(state=ContractState.SIGNED):
        record(
            ContractSigned(
                contract=row.code,
                brief=row.brief.code,
                request=row.brief.request.code,
                organisation=row.organisation.code,
                manager=row.manager.code,
            ),
            by=by,
            at=at,
        )
        say_complete(row.code)
