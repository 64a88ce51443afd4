"""H3: one side signs the document it has read, with a code; with both signatures the contract is complete."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.outside.documents import lost_signs
from interregnum.people.models import Account, Authority
from interregnum.stages.contract.actions.ask_to_sign import ask_to_sign, say_complete
from interregnum.stages.contract.actions.hold import hold
from interregnum.stages.contract.actions.send_code import authority_of, most_tries, open_agreement, sent_to, use_up
from interregnum.stages.contract.facts import AgreementSigned, AmendmentSigned, ContractSigned, PaperKept
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.contract.queries import contract_of, next_to_sign
from interregnum.stages.contract.rules.signing import fault_of_code
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.texts import CONSENT


@action
def sign_agreement(
    *,
    contract: str,
    side: Side,
    name_typed: str,
    code_typed: str,
    seen: str,
    address: str = "",
    by: Actor,
    at: datetime,
) -> Refused | None:
    """Keep who agreed to which bytes (`seen`: their hash on the page), when and from which network `address`."""
    row = contract_of(contract, seen_by=by)
    # Both sides may sign at the same moment: whoever comes second waits here, and then sees the first signature.
    hold(row)
    agreement = open_agreement(row, side, by=by, at=at)
    if isinstance(agreement, Refused):
        return agreement
    signature = signature_of(
        agreement,
        name_typed=name_typed,
        code_typed=code_typed,
        seen=seen,
        address=address,
        authority=authority_of(row, side, by=by),
        by=by,
        at=at,
    )
    if isinstance(signature, Refused):
        return signature
    if not Agreement.objects.filter(pk=agreement.pk, signed_at=None).update(**signature):
        return Refused.because("contract.already_signed")
    use_up(agreement, by=by, at=at)
    about = {"contract": row.code, "request": row.brief.request.code}
    fact = AgreementSigned(**about, side=side, sha256=signature["signed_sha256"])
    after_signature(row, fact, by=by, at=at)
    return None


def signature_of(
    signable: Agreement | Framework,
    *,
    name_typed: str,
    code_typed: str,
    seen: str,
    address: str,
    authority: Authority | Refused | None,
    by: Actor,
    at: datetime,
) -> dict[str, Any] | Refused:
    """What is kept of a signature, whatever is signed; or why it cannot be taken."""
    if isinstance(authority, Refused):
        return authority
    if not (name := " ".join(name_typed.split())):
        return Refused.because("contract.name_empty", "name_typed")
    if lost := lost_signs(name):
        return Refused.because("contract.not_shown", "name_typed", signs=lost)
    sha256 = signable.document.sha256 if signable.document else ""
    sent = sent_to(signable, typed=code_typed, by=by)
    fault = fault_of_code(sent, document=sha256, seen=seen, most_tries=most_tries(at), at=at)
    if fault is not None:
        return fault
    return {
        "signed_at": at,
        "signed_by": Account.objects.get(code=by.code),
        "signed_name": name,
        "signed_sha256": sha256,
        "signed_address": address[:45],
        "consent": str(CONSENT),
        "authority": authority,
    }


def after_signature(row: Contract, fact: AgreementSigned | PaperKept, *, by: Actor, at: datetime) -> None:
    """The other side's turn comes, or the contract is complete."""
    record(fact, by=by, at=at)
    other = next_to_sign(row)
    if other is None:
        _complete(row, by=by, at=at)
    elif other.asked_at is None:
        Agreement.objects.filter(pk=other.pk).update(asked_at=at)
        if other.document_id:
            ask_to_sign(row.code, other.side, at=at)


def _complete(row: Contract, *, by: Actor, at: datetime) -> None:
    # The filter carries the old state: a contract becomes complete once.
    if Contract.objects.filter(pk=row.pk, state=ContractState.DRAWN).update(state=ContractState.SIGNED):
        if row.amends:
            _amend(row, row.amends, by=by, at=at)
            return
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


def _amend(row: Contract, amended: Contract, *, by: Actor, at: datetime) -> None:
    """The contract runs until the day that the amendment says."""
    Contract.objects.filter(pk=amended.pk).update(runs_until=row.ends_on)
    fact = AmendmentSigned(
        contract=row.code,
        amends=amended.code,
        request=row.brief.request.code,
        organisation=row.organisation.code,
        manager=row.manager.code,
    )
    record(fact, by=by, at=at)
    say_complete(row.code)
