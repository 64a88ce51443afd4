"""A2: a hand-over document that gets no answer is asked about once more; after that it stands on the firm's desk."""

from datetime import datetime, timedelta

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.handover.actions.write_document import TO_CLIENT, write_to_successor
from interregnum.stages.handover.facts import DocumentReminded
from interregnum.stages.handover.models import HandoverDocument
from interregnum.stages.handover.rules.document import silent
from interregnum.stages.handover.rules.states import PaperState, Signer

SILENT = "handover.silent_days"


def remind_of_documents(at: datetime) -> int:
    """Returns of how many documents somebody was reminded. Safe to run again."""
    days = value(SILENT, on=local_day(at))["remind"]
    rows = HandoverDocument.objects.filter(state=PaperState.SENT, reminded_at=None, handover__closed_at=None)
    rows = rows.filter(sent_at__lte=at - timedelta(days=days)).order_by("pk")
    along = ("handover__assignment__organisation", "handover__assignment__manager")
    return sum(_remind(row, at) for row in rows.select_related(*along).prefetch_related("answers"))


@action
def _remind(row: HandoverDocument, at: datetime) -> bool:
    """Whoever has not answered gets the same mail again."""
    if not HandoverDocument.objects.filter(pk=row.pk, reminded_at=None).update(reminded_at=at):
        return False
    waits = silent({Signer(one.signer): one.agrees for one in row.answers.all()})
    if Signer.CLIENT in waits:
        tell(row.handover.assignment, Role.CLIENT, template=TO_CLIENT, address="client:handover-document")
    if Signer.SUCCESSOR in waits:
        write_to_successor(row)
    record(DocumentReminded(assignment=row.handover.assignment.code, number=row.number), by=HOUSE, at=at)
    return True
