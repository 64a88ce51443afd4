"""A shortlist with Max and Olga on it, and what comes of it."""

from datetime import date
from typing import Any

from interregnum.kernel.money import Money
from interregnum.stages.brief.tests.brief_world import agreed_brief
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import Invitee, invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from tests import world


def drawn(cast: world.Cast, **brief: Any) -> Shortlist:
    code = draw_shortlist(brief=agreed_brief(cast, **brief).code, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(code, str), code
    return Shortlist.objects.get(code=code)


def invitee(manager: Any, **changes: Any) -> Invitee:
    values: dict[str, Any] = {
        "manager": manager.code,
        "rationale": f"{manager.name} heeft dit drie keer gedaan.",
        "client_rate": Money(1250),
        "starts_on": date(2026, 3, 9),
    }
    return Invitee(**(values | changes))


def invited(cast: world.Cast, **brief: Any) -> Proposal:
    """Max and Olga are asked."""
    chosen = (invitee(cast.max_profile), invitee(cast.olga_profile, client_rate=Money(1300)))
    code = invite_managers(shortlist=drawn(cast, **brief).code, chosen=chosen, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(code, str), code
    return Proposal.objects.get(code=code)


def candidacy(proposal: Proposal, manager: Any) -> Candidacy:
    return proposal.candidacies.get(manager=manager)


def answer(cast: world.Cast, proposal: Proposal, person: Any, *, agrees: bool = True) -> None:
    actor = cast.actor(person)
    mine = proposal.candidacies.get(manager__code=actor.manager)
    refused = answer_invitation(candidacy=mine.code, agrees=agrees, remark="", by=actor, at=world.NOW)
    assert refused is None


def sent(cast: world.Cast) -> Proposal:
    """Max and Olga agreed, and Carla has the proposal."""
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    answer(cast, proposal, cast.olga)
    assert send_proposal(proposal=proposal.code, by=cast.actor(cast.bea), at=world.NOW) is None
    proposal.refresh_from_db()
    return proposal
