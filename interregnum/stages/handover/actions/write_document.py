"""A2: the manager adds to the hand-over document, and sends it to client and successor; a draft is kept meanwhile."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import override

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.handover.facts import DocumentSent, DocumentWritten
from interregnum.stages.handover.models import Handover, HandoverDocument
from interregnum.stages.handover.queries.links import hash_of, token_of
from interregnum.stages.handover.queries.paper import paper_of
from interregnum.stages.handover.queries.rows import handover_row
from interregnum.stages.handover.rules.states import PaperState, SuccessorState

WORDS = ("opening", "agreements", "risks", "days", "contacts")
TO_CLIENT, TO_SUCCESSOR = "mail/document_sent.txt", "mail/document_successor.txt"
LANGUAGES = ("nl", "en")


@action
def keep_document(
    *, assignment: str, words: Mapping[str, str], version: int, by: Actor, at: datetime
) -> HandoverDocument | Refused:
    """A new draft holds what the version before it said; of two windows the first one stands."""
    if not any(said.strip() for said in words.values()):
        return Refused.because("handover.words_needed", WORDS[0])
    kept = _keep(assignment, words, version, by=by, at=at)
    if not isinstance(kept, Refused):
        record(DocumentWritten(assignment=assignment, number=kept.number), by=by, at=at)
    return kept


def _keep(
    assignment: str, words: Mapping[str, str], version: int, *, by: Actor, at: datetime
) -> HandoverDocument | Refused:
    row = handover_row(assignment, seen_by=by)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    draft = _draft(row, at)
    told: dict[str, Any] = {name: words.get(name, "").strip() for name in WORDS}
    told |= {"version": version + 1, "written_at": at}
    if not HandoverDocument.objects.filter(pk=draft.pk, version=version).update(**told):
        return Refused.because("handover.document_changed")
    draft.refresh_from_db()
    return draft


def _draft(row: Handover, at: datetime) -> HandoverDocument:
    Handover.objects.select_for_update().get(pk=row.pk)
    last = row.documents.order_by("-number").first()
    if last is not None and last.state == PaperState.DRAFT:
        return last
    before = {name: getattr(last, name) for name in WORDS} if last else {}
    return HandoverDocument.objects.create(handover=row, number=last.number + 1 if last else 1, written_at=at, **before)


@action
def send_document(
    *, assignment: str, words: Mapping[str, str], version: int, by: Actor, at: datetime
) -> Refused | None:
    """All of it is fixed as it is now, in both languages; the version before it holds no more."""
    row = handover_row(assignment, seen_by=by)
    if row.successor_state == SuccessorState.UNKNOWN:
        return Refused.because("handover.successor_unknown")
    kept = _keep(assignment, words, version, by=by, at=at)
    if isinstance(kept, Refused):
        return kept
    row.documents.filter(state__in=(PaperState.SENT, PaperState.ACCEPTED)).update(state=PaperState.REPLACED)
    kept.handover = row
    kept.told = {}
    for language in LANGUAGES:
        with override(language):
            kept.told[language] = paper_of(row, kept, on=local_day(at))
    kept.state, kept.sent_at = PaperState.SENT, at
    kept.save(update_fields=["told", "state", "sent_at"])
    record(DocumentSent(assignment=assignment, number=kept.number), by=by, at=at)
    tell(row.assignment, Role.CLIENT, template=TO_CLIENT, address="client:handover-document")
    write_to_successor(kept)
    return None


def write_to_successor(document: HandoverDocument) -> None:
    """Part of an action: a link of the successor's own; without an address the client notes the answer."""
    row = document.handover
    HandoverDocument.objects.filter(pk=document.pk).update(token_hash=hash_of(token_of(document)))
    if not row.successor_email:
        return
    client = next(iter(readers_of(row.assignment, Role.CLIENT)), None)
    write_to(
        email=row.successor_email,
        language=client.language if client else "nl",
        template=TO_SUCCESSOR,
        about=objects_of(row.assignment),
        is_secret=True,
        name=row.successor,
        client=row.assignment.organisation.name,
        link=link_to("front:handover-answer", token_of(document)),
    )
