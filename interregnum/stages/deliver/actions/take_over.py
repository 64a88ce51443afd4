"""An assignment that already runs comes in with its paper contract; from then on it is one like any other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account, Contact, Manager, Organisation
from interregnum.people.rules.papers import kind_of_proof
from interregnum.stages.ask.actions.bring_in import bring_in_request
from interregnum.stages.brief.actions.bring_in import bring_in_brief
from interregnum.stages.choose.actions.bring_in import bring_in_choice
from interregnum.stages.contract.actions.bring_in import bring_in_contract
from interregnum.stages.contract.facts import ContractSigned
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.terms import ContractTerms
from interregnum.stages.deliver.actions.open_assignment import open_assignment
from interregnum.stages.deliver.facts import AssignmentTakenOver
from interregnum.stages.deliver.models import Assignment, GateMark, TakenOver
from interregnum.stages.deliver.rules.gates import MarkKind
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.rules.taking_over import Running, check_running, weeks_of

SCANS = {Side.CLIENT: "client_scan", Side.MANAGER: "manager_scan"}


@action
def take_over(*, running: Running, scans: Mapping[Side, bytes], by: Actor, at: datetime) -> str | Refused:
    """Make all that an assignment hangs on; returns its code. Its weeks count from the day on which it came in."""
    on, parties = local_day(at), _parties(running)
    reasons = [
        *(parties.reasons if isinstance(parties, Refused) else ()),
        *(refused.reasons if (refused := check_running(running, on=on)) is not None else ()),
    ]
    kinds = {side: kind_of_proof(content) for side, content in scans.items()}
    reasons += [Reason(kind.reasons[0].code, SCANS[side]) for side, kind in kinds.items() if isinstance(kind, Refused)]
    if reasons or isinstance(parties, Refused):
        return Refused(tuple(reasons))
    contract = _contract(running, parties, {side: (scans[side], str(kinds[side])) for side in scans}, by, at)
    code = open_assignment(_signed(contract), by, at)
    # Its own term begins now: no week before is missed, and the contract keeps the first day.
    Assignment.objects.filter(code=code).update(state=AssignmentState.RUNNING, starts_on=on)
    account = Account.objects.get(code=by.code)
    TakenOver.objects.create(
        contract=contract, hours_billed=running.hours_billed, taken_over_at=at, taken_over_by=account
    )
    GateMark.objects.bulk_create(
        GateMark(contract=contract, gate=gate, kind=MarkKind.BEFORE, reason=note, made_by=account, made_at=at)
        for gate, note in running.passed.items()
    )
    about = {"organisation": contract.organisation.code, "manager": contract.manager.code}
    request = contract.brief.request.code
    record(AssignmentTakenOver(assignment=code, contract=contract.code, request=request, **about), by=by, at=at)
    return code


def _parties(running: Running) -> tuple[Organisation, Contact, Manager] | Refused:
    """The client with somebody to write to, and the manager."""
    organisation = Organisation.objects.filter(name__iexact=running.client.strip()).first()
    manager = Manager.objects.filter(email__iexact=running.manager_email.strip(), is_active=True).first()
    contacts = Contact.objects.filter(organisation=organisation, is_active=True).exclude(email="")
    contact = contacts.first() if organisation else None
    found = []
    if organisation is None:
        found.append(Reason("deliver.no_such_client", "client"))
    elif contact is None:
        found.append(Reason("deliver.client_without_contact", "client"))
    if manager is None:
        found.append(Reason("deliver.no_such_manager", "manager_email"))
    if organisation is None or contact is None or manager is None:
        return Refused(tuple(found))
    return organisation, contact, manager


def _contract(
    running: Running,
    parties: tuple[Organisation, Contact, Manager],
    scans: Mapping[Side, tuple[bytes, str]],
    by: Actor,
    at: datetime,
) -> Any:
    organisation, contact, manager = parties
    verdict: dict[str, object] = {"need": "manager", "category": str(running.category), "level": str(running.level)}
    request = bring_in_request(
        organisation=organisation, contact=contact, text=running.problem, verdict=verdict, by=by, at=at
    )
    names = ("category", "level", "problem", "result_wanted", "starts_on", "days_a_week")
    asked = {name: getattr(running, name) for name in names}
    brief = bring_in_brief(request=request, weeks=weeks_of(running), at=at, **asked)
    rates = {"client_rate": running.client_rate, "manager_rate": running.manager_rate}
    choice = bring_in_choice(brief=brief, manager=manager, starts_on=running.starts_on, at=at, **rates)
    terms = ContractTerms(
        term=Period(running.starts_on, running.ends_on),
        days_a_week=running.days_a_week,
        notice_days=value("contract.notice_days", on=local_day(at)),
        payment_days=value("contract.payment_days", on=local_day(at)),
        **rates,
    )
    return bring_in_contract(candidacy=choice, terms=terms, scans=scans, at=at)


def _signed(contract: Any) -> ContractSigned:
    """As if both had signed just now; it is no fact of today, so it is not recorded."""
    return ContractSigned(
        contract=contract.code,
        brief=contract.brief.code,
        request=contract.brief.request.code,
        organisation=contract.organisation.code,
        manager=contract.manager.code,
    )
