"""The client asks something about a proposal, and the bureau answers."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.choose.facts import QuestionAnswered, QuestionAsked
from interregnum.stages.choose.letters import language_or_dutch, objects_of
from interregnum.stages.choose.models import Proposal, ProposalQuestion
from interregnum.stages.choose.queries.rows import proposal_row, question_row
from interregnum.stages.choose.rules.states import ProposalState

# More than anybody asks before a choice; a page stays within bounds.
MOST = 30


@action
def ask_question(*, proposal: str, text: str, by: Actor, at: datetime) -> str | Refused:
    """As long as the proposal waits for a choice; returns the code of the question."""
    row = proposal_row(proposal, seen_by=by)
    if row.state != ProposalState.SENT:
        return Refused.because("choose.already_decided")
    if row.questions.count() >= MOST:
        return Refused.because("choose.many_questions", "text")
    question = ProposalQuestion.objects.create(proposal=row, text=text.strip(), asked_at=at)
    record(QuestionAsked(question=question.code, **_about(row)), by=by, at=at)
    return str(question.code)


@action
def answer_question(*, question: str, answer: str, by: Actor, at: datetime) -> Refused | None:
    """Once; the client reads it on the page of the proposal."""
    row = question_row(question, seen_by=by)
    # The filter carries the old state: of two people at once, one is first.
    waiting = ProposalQuestion.objects.filter(pk=row.pk, answered_at=None)
    if not waiting.update(answer=answer.strip(), answered_at=at):
        return Refused.because("choose.question_answered")
    brief = brief_facts(row.proposal.brief.code)
    write_to(
        email=brief.contact_email,
        language=language_or_dutch(brief.language),
        template="mail/choose_answered.txt",
        about=objects_of(row.proposal),
        name=brief.contact_name,
        link=link_to("client:choose-proposal", row.proposal.code),
    )
    record(QuestionAnswered(question=row.code, **_about(row.proposal)), by=by, at=at)
    return None


def _about(row: Proposal) -> dict[str, str]:
    return {"proposal": row.code, "brief": row.brief.code, "request": row.brief.request.code}
