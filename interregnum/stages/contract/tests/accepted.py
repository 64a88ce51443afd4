"""A proposal that the client has just accepted: where this stage begins."""

from datetime import date
from typing import Any

from interregnum.kernel.money import Money
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.brief.models import Brief
from interregnum.stages.choose.facts import ProposalAccepted
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.contract.actions.draw_contract import draw_contract
from interregnum.stages.contract.models import Contract
from tests import world

CLIENT_RATE, MANAGER_RATE = Money("1437.50"), Money(1150)


def accepted(cast: world.Cast, *, owner: str = "bea", language: str = "en", **candidacy: Any) -> ProposalAccepted:
    """What happened when Carla chose Max: 26 weeks from Monday 6 April 2026, four days a week."""
    cast.max_profile.languages = [language]
    cast.max_profile.save()
    # What an earlier contract of these tests took of his days is not counted in the next.
    Contract.objects.filter(manager=cast.max_profile).update(runs_until=date(2020, 1, 1))
    request = Request.objects.create(
        text="De achterstand is verdubbeld.",
        organisation_name=cast.bank.name,
        contact_name="Carla",
        contact_email="carla@example.org",
        language=language,
        received_at=world.NOW,
        organisation=cast.bank,
        owner=getattr(cast, owner),
    )
    Triage.objects.create(request=request, proposal={"evidence": []})
    brief = Brief.objects.create(
        request=request,
        category="change",
        problem="De achterstand is verdubbeld.\r\n*Vet* en #sys.version blijven gewoon tekst.",
        result_wanted="Binnen een half jaar is zij weg.",
        operational=20,
        adviser=15,
        coach=25,
        change=40,
        weeks=26,
        days_a_week=4,
        assurance="standard",
    )
    proposal = Proposal.objects.create(brief=brief, state="accepted", invited_at=world.NOW, sent_at=world.NOW)
    terms = {"client_rate": CLIENT_RATE, "manager_rate": MANAGER_RATE, "starts_on": date(2026, 4, 6)}
    chosen = Candidacy.objects.create(
        proposal=proposal, manager=cast.max_profile, state="chosen", rationale="Deed dit eerder.", **(terms | candidacy)
    )
    return ProposalAccepted(
        proposal=proposal.code,
        brief=brief.code,
        request=request.code,
        organisation=cast.bank.code,
        manager=cast.max_profile.code,
        candidacy=chosen.code,
    )


def drawn(cast: world.Cast, **options: Any) -> Contract:
    """The contract that follows, with both documents made."""
    code = draw_contract(accepted(cast, **options), cast.actor(cast.carla), world.NOW)
    return Contract.objects.get(code=code)
