"""An assignment that already runs comes in with its paper contract; from then on it is one like any other."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.outside.scans.read import Scan, plain_scan
from interregnum.people.deaths import hold_living
from interregnum.people.models import Account, Contact, Manager, Organisation
from interregnum.people.search import find
from interregnum.stages.ask.actions.bring_in import bring_in_request
from interregnum.stages.brief.actions.bring_in import bring_in_brief
from interregnum.stages.choose.actions.bring_in import bring_in_choice
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.bring_in import bring_in_contract
from interregnum.stages.contract.facts import ContractSigned
from interregnum.stages.contract.queries.room import has_room_for
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.terms import ContractTerms
from interregnum.stages.deliver.actions.open_assignment import open_assignment
from interregnum.stages.deliver.facts import AssignmentTakenOver
from interregnum.stages.deliver.models import Assignment, GateMark, TakenOver
from interregnum.stages.deliver.rules.gates import MarkKind
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.rules.taking_over import Running, check_running, weeks_of

SCANS = {Side.CLIENT: "client_scan", Side.MANAGER: "manager_scan"}
# So many names are offered when what was typed fits several.
OFFERED = 5


@action
def take_over(*, running: Running, scans: Mapping[Side, bytes], by: Actor, at: datetime) -> str | Refused:
    """Make all that an assignment hangs on; returns its code. Its weeks count from the day on which it came in."""
    on, parties = local_day(at), _parties(running)
    reasons = [
        *(parties.reasons if isinstance(parties, Refused) else ()),
        *(refused.reasons if (refused := check_running(running, on=on)) is not None else ()),
    ]
    read = {side: plain_scan(content) for side, content in scans.items()}
    reasons += [Reason(scan, SCANS[side]) for side, scan in read.items() if isinstance(scan, str)]
    if reasons or isinstance(parties, Refused):
        return Refused(tuple(reasons))
    if (taken := _hold(running, parties[-1], on=on)) is not None:
        return taken
    kept = {side: (scan.content, scan.media_type) for side, scan in read.items() if isinstance(scan, Scan)}
    contract = _contract(running, parties, kept, by, at)
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


def _hold(running: Running, manager: Manager, *, on: date) -> Refused | None:
    """The manager, until it stands: the days of other contracts are not given twice, nor the same paper entered."""
    if (died := hold_living([manager.code])) is not None:
        return died
    wanted = Engagement(Period(on, running.ends_on), running.days_a_week)
    if has_room_for(wanted, manager=manager.code):
        return None
    return Refused.because("deliver.no_room", "manager", name=manager.name)


def _parties(running: Running) -> tuple[Organisation, Contact, Manager] | Refused:
    """The client with somebody to write to, and the manager."""
    organisation, manager = _client(running.client.strip()), _manager(running.manager.strip())
    found = [one for one in (organisation, manager) if isinstance(one, Reason)]
    contact = None
    if isinstance(organisation, Organisation):
        contact = Contact.objects.filter(organisation=organisation, is_active=True).exclude(email="").first()
        if contact is None:
            found.insert(0, Reason("deliver.client_without_contact", "client"))
    if isinstance(organisation, Reason) or isinstance(manager, Reason) or contact is None:
        return Refused(tuple(found))
    return organisation, contact, manager


def _client(typed: str) -> Organisation | Reason:
    whole = list(Organisation.objects.filter(name__iexact=typed)[:2])
    near = whole or list(Organisation.objects.filter(code__in=_found(typed, "organisation")).order_by("name"))
    return _one(near, [row.name for row in near], "client")


def _manager(typed: str) -> Manager | Reason:
    """By e-mail address or name."""
    active = Manager.objects.filter(is_active=True)
    whole = list(active.filter(email__iexact=typed)) or list(active.filter(name__iexact=typed)[: OFFERED + 1])
    near = whole or list(active.filter(code__in=_found(typed, "manager")).order_by("name"))
    return _one(near, [f"{row.name} ({row.email})" for row in near], "manager")


def _found(typed: str, kind: str) -> list[str]:
    return [row.code for row in find(typed, each=OFFERED + 1) if row.kind == kind]


def _one[Party: (Organisation, Manager)](near: Sequence[Party], names: Sequence[str], field: str) -> Party | Reason:
    """The only one that fits, or why it is not clear who is meant."""
    if len(near) == 1:
        return near[0]
    if not near:
        return Reason(f"deliver.no_such_{field}", field)
    return Reason(f"deliver.which_{field}", field, facts={"names": "; ".join(names[:OFFERED])})


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
        notice_days=running.notice_days,
        payment_days=running.payment_days,
        **rates,
    )
    return bring_in_contract(candidacy=choice, terms=terms, guarantee=running.guarantee, scans=scans, at=at)


def _signed(contract: Any) -> ContractSigned:
    """As if both had signed just now; it is no fact of today, so it is not recorded."""
    return ContractSigned(
        contract=contract.code,
        brief=contract.brief.code,
        request=contract.brief.request.code,
        organisation=contract.organisation.code,
        manager=contract.manager.code,
    )
