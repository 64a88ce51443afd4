"""The mails of a contract: sign this, and: it is complete. What they are about and a link, nothing of the content."""

from datetime import datetime
from typing import Any

from interregnum.jobs.mails import names_beginning
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.authorities import Signer
from interregnum.people.post import write_to
from interregnum.people.queries import firm
from interregnum.people.site import link_to
from interregnum.stages.contract.actions.let_in import entitled_beside, let_in
from interregnum.stages.contract.facts import SigningAsked
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import ContractFacts, contract_facts, contract_of, language_of, next_to_sign
from interregnum.stages.contract.queries.access import late_contracts
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.rules.turns import last_day_to_sign


def ask_to_sign(contract: str, side: Side, *, at: datetime) -> None:
    """Mail whoever signs this side."""
    _ask(contract, side, "mail/contract_sign.txt", at=at)


def say_complete(contract: str) -> None:
    """Mail both sides that the contract is complete."""
    for side in Side:
        _write(contract, side, "mail/contract_complete.txt")


@action
def ask_again(*, contract: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau mails once more the side whose turn it is to sign, at most once in an hour of the clock."""
    row = contract_of(contract, seen_by=by)
    # Held until the end of the transaction: of two people at once one mails, the other is told.
    Contract.objects.select_for_update().get(pk=row.pk)
    this_hour = f"contract_sign {contract} {at:%Y-%m-%dT%H}"
    if names_beginning(this_hour):
        return Refused.because("contract.asked_just_now")
    is_open = row.state == ContractState.DRAWN and not late_contracts(local_day(at)).filter(pk=row.pk).exists()
    turn = next_to_sign(row) if is_open else None
    if turn is None or not turn.document_id:
        return Refused.because("contract.not_ready" if turn else "contract.nobody_to_ask")
    _ask(contract, turn.side, "mail/contract_sign.txt", name_once=f"{this_hour} {turn.side}", at=at)
    record(SigningAsked(contract=contract, request=row.brief.request.code), by=by, at=at)
    return None


def remind(contract: str, side: Side, *, step: str, at: datetime) -> None:
    """Mail whoever signs this side that it still waits; once for each step."""
    name_once = f"contract_remind {contract} {side} {step}"
    _ask(contract, side, "mail/contract_remind.txt", name_once=name_once, at=at)


def say_over(contract: str, template: str) -> None:
    """Mail both sides that there is no contract any more."""
    for side in Side:
        _write(contract, side, template)


def say_to(side: Side, contract: str, template: str, **told: Any) -> None:
    """Mail one side about a contract, with what the template tells besides."""
    _write(contract, side, template, **told)


def _ask(contract: str, side: Side, template: str, *, name_once: str | None = None, at: datetime) -> None:
    """Mail whoever signs a side, with the last day to do it. A client's signer gets in: a seat, if there was none."""
    facts, row = contract_facts(contract), Contract.objects.get(code=contract)
    last = last_day_to_sign(row.lapses_on)
    for reader, once in let_in(_signers(facts, side), organisation=facts.organisation, name_once=name_once, at=at):
        _mail(facts, side, reader, template, name_once=once, last=last)


def _signers(facts: ContractFacts, side: Side) -> tuple[Signer, ...]:
    """The contact of the request, unless only others at this client may sign by themselves: then those."""
    usual = _reader(facts, side)
    if side == Side.MANAGER:
        return (usual,)
    return entitled_beside(usual, organisation=facts.organisation) or (usual,)


def _reader(facts: ContractFacts, side: Side) -> Signer:
    """Who reads what is said of a contract: of a client the contact of the request."""
    language = language_of(facts, side)
    if side == Side.CLIENT:
        return Signer(facts.contact_name, facts.contact_email, language, is_seated=True)
    return Signer(facts.manager_name, facts.manager_email, language, is_seated=True)


def _write(contract: str, side: Side, template: str, **told: Any) -> None:
    facts = contract_facts(contract)
    _mail(facts, side, _reader(facts, side), template, **told)


def _mail(
    facts: ContractFacts, side: Side, reader: Signer, template: str, *, name_once: str | None = None, **told: Any
) -> None:
    write_to(
        email=reader.email,
        language=reader.language,
        template=template,
        name_once=name_once,
        about=(facts.contract, facts.brief, facts.request, facts.organisation, facts.manager),
        name=reader.name,
        number=facts.number,
        firm=firm().name,
        link=link_to(f"{side}:contract-contract", facts.contract),
        **told,
    )
