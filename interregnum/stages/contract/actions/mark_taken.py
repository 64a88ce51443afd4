"""One client's choice, or its end, changes who can be chosen in the proposals of others: they are told at once."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.queue import job
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.choose.actions.set_taken import set_taken
from interregnum.stages.choose.facts import ProposalAccepted, ProposalSent
from interregnum.stages.choose.queries import candidacy_facts, waiting_candidacies
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.draw_contract import terms_for
from interregnum.stages.contract.facts import (
    ContractLapsed,
    ContractWithdrawn,
    GuaranteeHonoured,
    ManagerLeft,
    NoticeGiven,
)
from interregnum.stages.contract.queries.room import has_room_for


def look_at_candidates(
    fact: ProposalAccepted | ContractLapsed | ContractWithdrawn | ManagerLeft | NoticeGiven | GuaranteeHonoured,
    _by: Actor,
    _at: datetime,
) -> None:
    """In a job of its own: who waits for another row, holds none of these."""
    mark_taken.enqueue(fact.manager)


def look_at_proposal(fact: ProposalSent, _by: Actor, _at: datetime) -> None:
    """Somebody may have been chosen elsewhere since the managers agreed."""
    for manager in sorted({manager for _code, manager in waiting_candidacies(proposal=fact.proposal)}):
        mark_taken.enqueue(manager)


@job(called=_("See who can still be chosen"))
def mark_taken(manager: str) -> None:
    """Set right each proposal that waits for a choice with this manager; run twice it changes nothing more."""
    at = timezone.now()  # noqa: TID251 - the moment at which it is seen, which no caller may choose
    for code, _manager in waiting_candidacies(manager=manager):
        chosen = candidacy_facts(code)
        terms = terms_for(chosen, brief_facts(chosen.brief), on=local_day(at))
        if not isinstance(terms, Refused):
            wanted = Engagement(terms.term, terms.days_a_week)
            set_taken(code, is_taken=not has_room_for(wanted, manager=manager), at=at)
