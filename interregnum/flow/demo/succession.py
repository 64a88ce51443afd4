"""H1: one manager of the past is replaced under the guarantee, and the successor leads it to the end. Invented."""

from datetime import datetime, timedelta
from typing import Any

from interregnum.flow.demo.before import open_gates, screen, show_papers
from interregnum.flow.demo.replay import Life
from interregnum.flow.demo.stories import UnexpectedError, expect
from interregnum.people.accounts import actor_of_manager
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.models import Contract
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.actions.hear import find_cause, say
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice


def live_succession(life: Life, assignment: str) -> None:
    """Asked, agreed, picked and signed within two days; `life` goes on with the successor."""
    day = (life.today - life.begun).days
    at = life.at(day, 8)
    case = _complained(life, assignment, at)
    asked = _picked(life, case, at + timedelta(hours=2))
    contract = Contract.objects.get(candidacy=asked)
    life.contract = contract.code
    make_documents.call(contract.code)
    life.sign_both(day + 1)
    _let_begin(life, asked.manager.code, life.at(day + 1, 17))
    first = life.at((contract.starts_on - life.begun).days, 6)
    if not finish_replacements(first):
        raise UnexpectedError("the successor could not begin")
    cause = {"words": "De stijl paste niet bij deze teams.", "lesson": "De teamleiders spreken voor de keuze."}
    expect(find_cause(complaint=case, cause=Cause.MATCH, **cause, by=life.bureau.owner, at=first))


def _complained(life: Life, assignment: str, at: datetime) -> str:
    words = "Het team herkent zich niet in de aanpak, en wij ook niet meer (verzonnen)."
    way = Way(choice=Choice.REPLACE, last_day=life.today + timedelta(days=2))
    told: dict[str, Any] = {"reason": ComplaintReason.COMMUNICATION, "words": words, "way": way}
    case = str(expect(complain(assignment=assignment, **told, by=life.client, at=at)))
    said = "Ik had eerst met de teamleiders moeten praten (verzonnen)."
    expect(say(complaint=case, words=said, by=life.manager, at=at + timedelta(hours=1)))
    return case


def _picked(life: Life, case: str, at: datetime) -> Candidacy:
    """The first who was asked says yes, and the client picks the one whose name it then reads."""
    proposal = Complaint.objects.get(code=case).proposal
    asked = Candidacy.objects.filter(proposal=proposal).select_related("manager").order_by("pk").first()
    if proposal is None or asked is None:
        raise UnexpectedError("nobody could succeed")
    life.manager = actor_of_manager(asked.manager.code)
    expect(answer_invitation(candidacy=asked.code, agrees=True, remark="Ik kan meteen.", by=life.manager, at=at))
    picked = at + timedelta(hours=3)
    expect(accept_proposal(proposal=proposal.code, candidacy=asked.code, by=life.client, at=picked))
    return asked


def _let_begin(life: Life, manager: str, at: datetime) -> None:
    bureau = life.bureau
    show_papers(life.manager, at=at)
    screen(manager, entered_by=bureau.account_manager, decided_by=bureau.partner, at=at)
    open_gates(life.contract, owner=bureau.owner, shadow=bureau.shadow, at=at)
