"""A signed contract between Bank De Proef and Max, and the assignment that came of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.models import Manager, Organisation
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.brief.models import Brief
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.contract.facts import ContractSigned
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.actions.open_assignment import open_assignment
from interregnum.stages.deliver.actions.report_week import Week
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.plan import PhaseLine, Plan, ResultLine
from interregnum.stages.deliver.rules.states import Mood
from tests.gates import let_pass
from tests.life import SAID
from tests.world import NOW, TODAY, Cast

ENDS_ON = date(2026, 8, 28)
GUARANTEE = {
    "profile_hours": 48,
    "start_working_days": 5,
    "handover_days": 3,
    "improvement_weeks": 3,
    "decision_working_days": 2,
}


def make_contract(
    cast: Cast,
    *,
    number: str = "C-2026-0007",
    organisation: Organisation | None = None,
    manager: Manager | None = None,
    category: str = "change",
    assurance: str = "standard",
    starts_on: date = TODAY,
    ends_on: date = ENDS_ON,
) -> Contract:
    """A contract with everything before it, Anton's client unless said otherwise."""
    organisation, manager = organisation or cast.bank, manager or cast.max_profile
    request = Request.objects.create(
        text="De afhandeling loopt vast.",
        organisation_name=organisation.name,
        contact_name="Carla",
        contact_email="carla@example.org",
        received_at=NOW,
        organisation=organisation,
        owner=cast.anton,
    )
    Triage.objects.create(request=request, proposal={"category": category, "need": "manager", "evidence": []})
    brief = Brief.objects.create(
        request=request,
        category=category,
        assurance=assurance,
        problem="De afhandeling van hypotheekaanvragen loopt vast.",
        result_wanted="Binnen vijf dagen een antwoord.",
        operational=40,
        adviser=20,
        coach=20,
        change=20,
    )
    proposal = Proposal.objects.create(brief=brief, invited_at=NOW)
    rates = {"client_rate": Money(1200), "manager_rate": Money(1000)}
    candidacy = Candidacy.objects.create(
        proposal=proposal, manager=manager, rationale="Past.", starts_on=starts_on, **rates
    )
    return Contract.objects.create(
        number=number,
        candidacy=candidacy,
        brief=brief,
        organisation=organisation,
        manager=manager,
        days_a_week=4,
        starts_on=starts_on,
        ends_on=ends_on,
        notice_days=30,
        payment_days=30,
        guarantee=GUARANTEE,
        drawn_at=NOW,
        **rates,
    )


def signed(contract: Contract) -> ContractSigned:
    """The fact that both sides have signed."""
    return ContractSigned(
        contract=contract.code,
        brief=contract.brief.code,
        request=contract.brief.request.code,
        organisation=contract.organisation.code,
        manager=contract.manager.code,
    )


def make_assignment(cast: Cast, **options: Any) -> Assignment:
    """An assignment of Max at Carla's bank from Monday 2 March to Friday 28 August 2026, its gates passed before."""
    contract = make_contract(cast, **options)
    let_pass(contract, at=NOW)
    code = open_assignment(signed(contract), cast.actor(cast.bea), NOW)
    return Assignment.objects.get(code=code)


def a_plan(**changes: Any) -> Plan:
    """Days to an offer from 19 to 5, and two phases."""
    fields = {
        "texts": SAID,
        "results": (ResultLine("Dagen tot offerte", "dagen", Decimal(19), Decimal(5), date(2026, 7, 31)),),
        "phases": (
            PhaseLine("Landen", date(2026, 3, 27), "Plan besproken"),
            PhaseLine("Uitvoeren", date(2026, 8, 28), "Overgedragen"),
        ),
        "first_result_on": date(2026, 4, 17),
    }
    return Plan(**(fields | changes))


def a_week(monday: date = TODAY, **changes: Any) -> Week:
    fields = {
        "monday": monday,
        "progress": "Team gesproken.",
        "mood": Mood.GOOD,
        "role_mix": RoleMix(40, 20, 20, 20),
        "measured": {},
    }
    return Week(**(fields | changes))
