"""A request that Bea confirmed, and the brief that came of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.kernel.lists import Assurance, Category, Ground, Level, Reason, Stakes
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.actions.confirm_triage import Verdict, confirm_triage
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.rules.values import BriefValues, ResultWanted
from tests import world
from tests.told import tell

RESULT = ResultWanted(
    title="Openstaande dossiers",
    unit="dossiers",
    baseline=Decimal(1200),
    target=Decimal(200),
    due_on=date(2026, 9, 30),
    measured_by="Uit het systeem",
)
TEXT = "De achterstanden bij de afdeling lopen op en de resultaten vallen tegen. Wij zoeken een interim-manager."


def confirmed_request(cast: world.Cast, **verdict: Any) -> str:
    """Carla's bank asks, Bea confirms; the code of the request."""
    stated = Stated(
        text=TEXT, organisation_name=cast.bank.name, contact_name="Carla", contact_email="carla@example.org"
    )
    code = receive_request(stated=stated, by=cast.actor(cast.carla), at=world.NOW)
    tell(code, by=cast.actor(cast.bea), at=world.NOW)
    said: dict[str, Any] = {
        "organisation_name": cast.bank.name,
        "need": "manager",
        "category": "change",
        "level": "senior",
        "context": "",
        "sector": "bank",
        "reasons": ("performance",),
        "grounds": ("capacity",),
        "disciplines": ("back_office",),
    }
    refused = confirm_triage(request=code, verdict=Verdict(**(said | verdict)), by=cast.actor(cast.bea), at=world.NOW)
    assert refused is None
    return code


def drafted_brief(cast: world.Cast, **verdict: Any) -> Brief:
    return Brief.objects.get(request__code=confirmed_request(cast, **verdict))


def agreed_brief(cast: world.Cast, **values: Any) -> Brief:
    """A brief that Max and Olga both fit."""
    brief = drafted_brief(cast)
    by = cast.actor(cast.bea)
    change_brief(brief=brief.code, wanted=brief_values(**values), by=by, at=world.NOW)
    approve(cast, brief)
    return brief


def approve(cast: world.Cast, brief: Brief) -> int:
    """Bea puts the brief before Carla, who approves it; the number of the version."""
    version = offer_brief(brief=brief.code, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(version, int), version
    assert agree_brief(brief=brief.code, version=version, by=cast.actor(cast.carla), at=world.NOW) is None
    brief.refresh_from_db()
    return version


def brief_values(**changes: Any) -> BriefValues:
    """A complete brief."""
    values: dict[str, Any] = {
        "category": Category.CHANGE,
        "reasons": (Reason.PERFORMANCE,),
        "grounds": (Ground.CAPACITY,),
        "problem": "De achterstand bij de back office is twee keer zo groot als in het voorjaar.",
        "result_wanted": "Van 1.200 naar 200 openstaande dossiers in zes maanden.",
        "level": Level.SENIOR,
        "context": None,
        "disciplines": ("back_office",),
        "sector": "bank",
        "role_mix": RoleMix(20, 15, 25, 40),
        "starts_on": world.TODAY,
        "weeks": 26,
        "days_a_week": 4,
        "rate_ceiling": Money(1500),
        "place": "Utrecht",
        "languages": ("nl",),
        "assurance": Assurance.STANDARD,
        "problem_owner": "Carla, directeur operatie",
        "results": (RESULT,),
        "scope": "De back office in Utrecht.",
        "limits": "Geen nieuw systeem.",
        "mandate_wanted": "Beslist over de planning.",
        "sponsor_hours": 2,
        "risks": "Twee eerdere pogingen strandden.",
        "successor": "Het hoofd van de afdeling.",
        "stakes": Stakes.CONSIDERABLE,
        "budget": Money(150_000),
    }
    return BriefValues(**(values | changes))


def typed(**changes: Any) -> dict[str, Any]:
    """The form of a brief as a browser posts it."""
    fields: dict[str, Any] = {
        "problem": "De achterstand groeit.",
        "result_wanted": "Van 1.200 naar 200 dossiers.",
        "category": "change",
        "reasons": ["performance"],
        "grounds": ["capacity"],
        "level": "senior",
        "context": "",
        "disciplines": ["back_office"],
        "sector": "bank",
        "role_mix_0": "20",
        "role_mix_1": "15",
        "role_mix_2": "25",
        "role_mix_3": "40",
        "starts_on": "2026-04-06",
        "weeks": "26",
        "days_a_week": "4",
        "rate_ceiling": "1400.50",
        "place": "Utrecht",
        "languages": ["nl"],
        "assurance": "standard",
        "problem_owner": "Carla, directeur operatie",
    }
    return fields | changes
