"""Two guarantees of the demonstration: one client is content again after an improvement plan, another one replaces its
manager these days. And a person whom a manager introduced. Invented."""

from datetime import datetime, timedelta
from typing import Any

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.people.accounts import actor_of_manager
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.ensure.actions.register_introduced import Introduced, note_introduced
from interregnum.stages.guarantee.actions.close import settle
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.actions.hear import note_talk, say
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice

SOME = {"tie": "Oud-collega; geen zakelijke band.", "name": "Ina Ingebeeld"}


def live_settled(assignment: str, *, client: Actor, manager: Actor, owner: Actor, at: datetime) -> None:
    """Six weeks ago, and over."""
    begun = at - timedelta(weeks=6)
    words = "De teams weten niet waar zij aan toe zijn."
    way = Way(choice=Choice.IMPROVE)
    told: dict[str, Any] = {"reason": ComplaintReason.COMMUNICATION, "words": words, "way": way}
    case = complain(assignment=assignment, **told, by=client, at=begun)
    expect(case)
    expect(note_talk(complaint=str(case), by=owner, at=begun + timedelta(hours=3)))
    said = "Ik had de teams elke week moeten zien. Vanaf nu sta ik er op dinsdag."
    expect(say(complaint=str(case), words=said, by=manager, at=begun + timedelta(days=1)))
    expect(settle(complaint=str(case), by=client, at=begun + timedelta(weeks=2)))


def live_replacement(assignment: str, *, client: Actor, manager: Actor, owner: Actor, at: datetime) -> None:
    """Since yesterday: the list stands, one of those who were asked said yes, the others have not answered."""
    begun = at - timedelta(hours=20)
    way = Way(choice=Choice.REPLACE, last_day=local_day(at) + timedelta(days=2))
    words = "Na drie maanden is er nog niets veranderd op de werkvloer."
    told: dict[str, Any] = {"reason": ComplaintReason.RESULT, "words": words, "way": way}
    case = complain(assignment=assignment, **told, by=client, at=begun)
    expect(case)
    expect(note_talk(complaint=str(case), by=owner, at=begun + timedelta(hours=2)))
    said = "Er ligt een besluit op de directie te wachten."
    expect(say(complaint=str(case), words=said, by=manager, at=begun + timedelta(hours=3)))
    first = Candidacy.objects.filter(proposal=Complaint.objects.get(code=str(case)).proposal).order_by("pk").first()
    if first is not None:
        by, answered = actor_of_manager(first.manager.code), begun + timedelta(hours=4)
        expect(answer_invitation(candidacy=first.code, agrees=True, remark="Ik kan meteen.", by=by, at=answered))


def introduce(assignment: str, *, manager: Actor, at: datetime) -> None:
    noted = at - timedelta(weeks=3)
    introduced = Introduced(introduced_on=local_day(noted), **SOME)
    expect(note_introduced(assignment=assignment, introduced=introduced, by=manager, at=noted))
