"""A2: client and successor accept the hand-over document, or send it back with what lacks: a new version follows."""

from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.handover.actions.open_handover import take_reading
from interregnum.stages.handover.facts import DocumentAccepted, DocumentAnswered, HeirAnswered
from interregnum.stages.handover.models import DocumentAnswer, Handover, HandoverDocument
from interregnum.stages.handover.queries.links import document_of_link
from interregnum.stages.handover.queries.rows import handover_row
from interregnum.stages.handover.rules.document import state_after
from interregnum.stages.handover.rules.states import PaperState, Signer, SuccessorState

BACK, DONE = "mail/document_back.txt", "mail/document_accepted.txt"


@action
def answer_document(
    *, assignment: str, agrees: bool, reason: str = "", lacks: str = "", by: Actor, at: datetime
) -> Refused | None:
    """By the client, of the version that lies there."""
    row = handover_row(assignment, seen_by=by)
    document = row.documents.filter(state=PaperState.SENT).first()
    if row.closed_at is not None or document is None:
        return Refused.because("handover.closed" if row.closed_at else "handover.no_document")
    return _answer(document, Signer.CLIENT, agrees, reason, lacks, by=by, at=at)


@action
def answer_by_link(*, token: str, agrees: bool, reason: str = "", lacks: str = "", at: datetime) -> Refused | None:
    """By the successor, who needs no account."""
    document = document_of_link(token)
    if document is None or document.handover.closed_at is not None:
        return Refused.because("handover.document_over")
    refused = _answer(document, Signer.SUCCESSOR, agrees, reason, lacks, by=VISITOR, at=at)
    if refused is None:
        said = {"successor_words": "" if agrees else reason.strip()}
        state = SuccessorState.AGREED if agrees else SuccessorState.REFUSED
        Handover.objects.filter(pk=document.handover_id).update(successor_state=state, **said)
        about = document.handover.assignment.code
        record(HeirAnswered(assignment=about, agrees=agrees), by=VISITOR, at=at)
        row = Handover.objects.select_related("assignment").get(pk=document.handover_id)
        take_reading(row, at=at)
    return refused


def note_for_successor(row: Handover, *, agrees: bool, words: str, by: Actor, at: datetime) -> None:
    """Part of an action: what the client notes of the successor counts for the version that lies there."""
    document = row.documents.filter(state__in=(PaperState.SENT, PaperState.ACCEPTED)).first()
    if document is not None:
        document.answers.filter(signer=Signer.SUCCESSOR).delete()
        _answer(document, Signer.SUCCESSOR, agrees, words, "", by=by, at=at)


def forget_successor(row: Handover) -> HandoverDocument | None:
    """Part of an action: of another successor nothing was answered yet. Returns the version that lies there."""
    document = row.documents.filter(state__in=(PaperState.SENT, PaperState.ACCEPTED)).first()
    if document is not None:
        document.answers.filter(signer=Signer.SUCCESSOR).delete()
        HandoverDocument.objects.filter(pk=document.pk).update(state=PaperState.SENT)
    return document


def _answer(
    document: HandoverDocument, signer: Signer, agrees: bool, reason: str, lacks: str, *, by: Actor, at: datetime
) -> Refused | None:
    if not agrees and not reason.strip():
        return Refused.because("handover.words_needed", "reason")
    # Of client and successor who answer at once each sees what the other said.
    HandoverDocument.objects.select_for_update().get(pk=document.pk)
    told: dict[str, Any] = {"agrees": agrees, "answered_at": at, "reason": reason.strip(), "lacks": lacks.strip()}
    told["answered_by"] = Account.objects.filter(code=by.code).first()
    _row, is_new = DocumentAnswer.objects.get_or_create(document=document, signer=signer, defaults=told)
    if not is_new:
        return Refused.because("handover.document_answered")
    about = document.handover.assignment
    record(DocumentAnswered(assignment=about.code, number=document.number, signer=signer, agrees=agrees), by=by, at=at)
    said = {Signer(one.signer): one.agrees for one in document.answers.all()}
    state = state_after(said)
    HandoverDocument.objects.filter(pk=document.pk).update(state=state)
    if state is PaperState.ACCEPTED:
        record(DocumentAccepted(assignment=about.code, number=document.number), by=by, at=at)
        tell(about, Role.MANAGER, template=DONE, address="manager:handover-document")
    if state is PaperState.REFUSED:
        tell(about, Role.MANAGER, template=BACK, address="manager:handover-document")
        if signer is Signer.SUCCESSOR:
            tell(about, Role.CLIENT, template=BACK, address="client:handover-document")
    return None
