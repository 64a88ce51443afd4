"""The forms between brief and contract: drawing a list, departing from it, asking, choosing, contesting."""

from datetime import timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.choose.actions.contest import contest_choice
from interregnum.stages.choose.models import Acquaintance, Candidacy, Contest, Proposal, ProposalQuestion
from interregnum.stages.choose.rules.talks import QUESTIONS
from tests.world import NOW

FORMS_OF_CHOOSING: dict[str, dict[str, Any]] = {
    "bureau:choose-draw": {"once": "trek"},
    "bureau:choose-aside": {"why": "talk", "words": "Wil niet meer reizen."},
    "bureau:choose-proposal": {"once": "stuur", "alone_why": "Er is geen ander."},
    "bureau:choose-stop": {"seen": "sent", "reason": "De eerste dag is voorbij."},
    "bureau:choose-contest": {"outcome": "rejected", "answer": "De datum klopte."},
    "manager:choose-considered": {"words": "Ik ben eerder vrij."},
    "manager:choose-invitation": {"answer": "yes", "remark": ""},
    "client:choose-proposal": {"do": "decline", "reason": "Wij zoeken het toch anders."},
    "client:choose-question": {"text": "Kent hij ons systeem?"},
    "bureau:choose-question": {"answer": "Ja."},
    "client:choose-talk": {"do": "propose", "slot_0": "2030-03-12T10:00", "place": ""},
    "bureau:choose-talk": {"do": "propose", "slot_0": "2030-03-12T10:00", "place": ""},
    "manager:choose-talk": {"do": "say", "words": "", **dict.fromkeys(QUESTIONS, "yes")},
}
WHOM_OF_CHOOSING: dict[str, tuple[Role, str]] = {
    "bureau:choose-draw": (Role.ACCOUNT_MANAGER, "agreed"),
    "bureau:choose-aside": (Role.ACCOUNT_MANAGER, "drawn"),
    "bureau:choose-proposal": (Role.ACCOUNT_MANAGER, "answered"),
    "bureau:choose-stop": (Role.ACCOUNT_MANAGER, "sent"),
    "client:choose-proposal": (Role.CLIENT, "sent"),
    "client:choose-question": (Role.CLIENT, "sent"),
    "bureau:choose-question": (Role.ACCOUNT_MANAGER, "sent"),
    "client:choose-talk": (Role.CLIENT, "sent"),
    "bureau:choose-talk": (Role.ACCOUNT_MANAGER, "sent"),
    "manager:choose-talk": (Role.MANAGER, "sent"),
    "bureau:choose-contest": (Role.PARTNER, "answered"),
    "manager:choose-considered": (Role.MANAGER, "invited"),
    "manager:choose-invitation": (Role.MANAGER, "invited"),
}
OBJECTS_OF_CHOOSING = {
    "bureau:choose-draw": "brief",
    "bureau:choose-shortlist": "shortlist",
    **{f"bureau:choose-{page}": "shortlist" for page in ("excluded", "why", "replay", "aside")},
    "bureau:choose-proposal": "proposal",
    "bureau:choose-stop": "proposal",
    "client:choose-proposal": "proposal",
    "client:choose-question": "proposal",
    **{f"{desk}:choose-talk": "candidacy" for desk in ("bureau", "client", "manager")},
    "manager:choose-invitation": "candidacy",
    "manager:choose-considered": "shortlist",
}


def more_of_choosing(life: Any) -> dict[str, dict[str, str]]:
    """What else than one object's code stands in an address."""
    return {f"bureau:choose-{page}": {"manager": life.cast.max_profile.code} for page in ("why", "aside")}


def question_of(life: Any) -> str:
    """A question of Carla about the proposal of this life: made when an address first needs it."""
    asked = ProposalQuestion.objects.filter(proposal__code=life.proposal).first()
    if asked is None:
        # Carla asked before the choice, which this life may have behind it.
        proposal = Proposal.objects.get(code=life.proposal)
        asked = ProposalQuestion.objects.create(proposal=proposal, text="Kan het eerder?", asked_at=NOW)
    return str(asked.code)


def after_a_talk(life: Any) -> None:
    """Carla picked a moment that has passed: what the form of the manager needs."""
    row = Candidacy.objects.get(code=life.candidacy)
    planned = {"state": "planned", "side": "bureau", "slots": [], "starts_at": NOW - timedelta(days=1), "turn": 1}
    if not Acquaintance.objects.filter(candidacy=row, state="planned").exists():
        Acquaintance.objects.update_or_create(candidacy=row, defaults=planned)


def contest_of(life: Any) -> str:
    """What Max contests of the list of this life: made when an address first needs it."""
    known = Contest.objects.filter(shortlist__code=life.shortlist).values_list("code", flat=True).first()
    return known or str(contest_choice(shortlist=life.shortlist, words="Ik ben eerder vrij.", by=life.max, at=NOW))


def had_of_choosing(life: Any) -> None:
    """All that the addresses need of a life with its choice behind it, so that asking for them writes nothing."""
    contest_of(life)
    question_of(life)
    after_a_talk(life)


# What an address is about that no life has by itself.
MADE_OF_CHOOSING = {"bureau:choose-contest": contest_of, "bureau:choose-question": question_of}
