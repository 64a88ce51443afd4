"""A contract that is not signed by both: asked for again, lapsed with time, taken back by the bureau, drawn anew."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext, gettext_noop, override

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.people.deaths import ManagerDied, hold_living
from interregnum.stages.choose.actions.release_choice import choose_again, end_choice, release_choice
from interregnum.stages.choose.facts import ProposalAccepted
from interregnum.stages.contract.actions.ask_to_sign import remind, say_over
from interregnum.stages.contract.actions.draw_contract import draw_contract
from interregnum.stages.contract.actions.hold import about
from interregnum.stages.contract.facts import ContractLapsed, ContractWithdrawn
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.queries import contract_facts, contract_of, language_of
from interregnum.stages.contract.queries.access import late_contracts
from interregnum.stages.contract.rules.states import OVER, ContractState, Side
from interregnum.stages.contract.rules.terms import fault_of_first_day
from interregnum.stages.contract.rules.turns import reminder

MANAGER_DIED = gettext_noop(
    "We are sorry to tell you that the interim manager has died. We call you about what comes next."
)


@action
def remind_to_sign(at: datetime) -> int:
    """Mail whose turn it is and who did not sign, once for each step; returns how many a step has come for."""
    on = local_day(at)
    steps = value("contract.remind_days", on=on)
    waiting = Agreement.objects.filter(
        contract__state=ContractState.DRAWN, signed_at=None, document__isnull=False,
        asked_at__lt=at - timedelta(days=min(steps) - 1),
    )  # fmt: skip
    due = 0
    for row in waiting.exclude(contract__in=late_contracts(on)).select_related("contract").order_by("pk"):
        asked_on = local_day(row.asked_at) if row.asked_at else on
        if step := reminder(asked_on, steps=steps, on=on):
            due += 1
            remind(row.contract.code, row.side, step=f"{asked_on} {step}", at=at)
    return due


def lapse_contracts(at: datetime) -> int:
    """What was not signed by both in time is no contract any more; returns how many lapsed."""
    return sum(_lapse(code, at) for code in late_contracts(local_day(at)).order_by("pk").values_list("code", flat=True))


@action
def _lapse(code: str, at: datetime) -> bool:
    row = contract_of(code, seen_by=HOUSE)
    if not _end(row, ContractState.LAPSED, at=at):
        return False
    record(ContractLapsed(**about(row)), by=HOUSE, at=at)
    say_over(code, "mail/contract_lapsed.txt")
    return True


@action
def withdraw_contract(*, contract: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """The bureau takes it back before both have signed, and says why; both sides are told."""
    row = contract_of(contract, seen_by=by)
    if not reason.strip():
        return Refused.because("contract.reason_empty", "reason")
    if not _end(row, ContractState.WITHDRAWN, at=at, end_reason=reason.strip()):
        return Refused.because("contract.not_open")
    record(ContractWithdrawn(**about(row)), by=by, at=at)
    say_over(contract, "mail/contract_withdrawn.txt")
    return None


@action
def withdraw_by_death(fact: ManagerDied, by: Actor, at: datetime) -> None:
    """What was drawn and is not signed is taken back, whoever guards it, and the brief is open for another proposal."""
    drawn = Contract.objects.filter(manager__code=fact.manager, state=ContractState.DRAWN)
    for row in drawn.select_related("candidacy__proposal", "brief__request").order_by("pk"):
        with override(language_of(contract_facts(row.code), Side.CLIENT)):
            reason = gettext(MANAGER_DIED)
        # Signed by both in this very moment it is not open: it ends as one that runs.
        withdraw_contract(contract=row.code, reason=reason, by=HOUSE, at=at)
        if row.amends_id is None:
            end_choice(row.candidacy.proposal.code, by=HOUSE, at=at)


@action
def draw_anew(*, contract: str, starts_on: date, by: Actor, at: datetime) -> str | Refused:
    """A new contract for the same choice, with a first day of its own; returns its code."""
    row = contract_of(contract, seen_by=by)
    if row.amends or row.state not in OVER:
        return Refused.because("contract.still_open")
    fault = fault_of_first_day(starts_on, on=local_day(at), closed=dutch_holidays(starts_on.year))
    if fault is not None:
        return fault
    if (died := hold_living([row.manager.code])) is not None:
        return died
    if not choose_again(row.candidacy.code, starts_on=starts_on):
        return Refused.because("contract.drawn_already")
    told = about(row)
    fact = ProposalAccepted(
        proposal=row.candidacy.proposal.code,
        candidacy=row.candidacy.code,
        **{name: told[name] for name in ("brief", "request", "organisation", "manager")},
    )
    return draw_contract(fact, by, at)


@action
def look_for_another(*, contract: str, by: Actor, at: datetime) -> Refused | None:
    """No contract comes of this choice: the brief is open for another proposal."""
    row = contract_of(contract, seen_by=by)
    if row.amends or row.state not in OVER:
        return Refused.because("contract.still_open")
    if not end_choice(row.candidacy.proposal.code, by=by, at=at):
        return Refused.because("contract.drawn_already")
    return None


def _end(row: Contract, state: ContractState, *, at: datetime, end_reason: str = "") -> bool:
    """The filter carries the old state, and the lock the turn: of a signature and an end at once, one is first."""
    Contract.objects.select_for_update().get(pk=row.pk)
    drawn = Contract.objects.filter(pk=row.pk, state=ContractState.DRAWN)
    if not drawn.update(state=state, ended_at=at, end_reason=end_reason):
        return False
    # What an amendment would have changed stays as it is.
    if row.amends is None:
        release_choice(row.candidacy.code)
    return True
