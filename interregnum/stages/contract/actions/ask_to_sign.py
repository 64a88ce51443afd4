"""The mails of a contract: sign this, and: it is complete. What they are about and a link, nothing of the content."""

from datetime import datetime
from typing import Any

from interregnum.jobs.mails import names_beginning
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.post import write_to
from interregnum.people.queries import firm
from interregnum.people.site import link_to
from interregnum.stages.contract.facts import SigningAsked
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_facts, contract_of, language_of, next_to_sign
from interregnum.stages.contract.rules.states import ContractState, Side


def ask_to_sign(contract: str, side: Side) -> None:
    """Mail whoever signs this side."""
    _write(contract, side, "mail/contract_sign.txt")


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
    turn = next_to_sign(row) if row.state == ContractState.DRAWN else None
    if turn is None or not turn.document_id:
        return Refused.because("contract.not_ready" if turn else "contract.nobody_to_ask")
    _write(contract, turn.side, "mail/contract_sign.txt", name_once=f"{this_hour} {turn.side}")
    record(SigningAsked(contract=contract, request=row.brief.request.code), by=by, at=at)
    return None


def remind(contract: str, side: Side, *, step: str) -> None:
    """Mail whoever signs this side that it still waits; once for each step."""
    _write(contract, side, "mail/contract_remind.txt", name_once=f"contract_remind {contract} {side} {step}")


def say_over(contract: str, template: str) -> None:
    """Mail both sides that there is no contract any more."""
    for side in Side:
        _write(contract, side, template)


def say_to(side: Side, contract: str, template: str, **told: Any) -> None:
    """Mail one side about a contract, with what the template tells besides."""
    _write(contract, side, template, **told)


def _write(contract: str, side: Side, template: str, *, name_once: str | None = None, **told: Any) -> None:
    facts = contract_facts(contract)
    to_client = side == Side.CLIENT
    write_to(
        email=facts.contact_email if to_client else facts.manager_email,
        language=language_of(facts, side),
        template=template,
        name_once=name_once,
        about=(contract, facts.brief, facts.request, facts.organisation, facts.manager),
        name=facts.contact_name if to_client else facts.manager_name,
        number=facts.number,
        firm=firm().name,
        link=link_to(f"{side}:contract-contract", contract),
        **told,
    )
