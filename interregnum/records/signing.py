"""What goes of a signature: the network address after its term, the documents with the contract."""

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from interregnum.files.models import StoredFile
from interregnum.files.store import discard
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.deliver.models import GateAnswer, SharedFileVersion


def addresses() -> QuerySet[Any]:
    """The signatures of which it is still known."""
    return Agreement.objects.exclude(signed_address="").annotate(since=F("signed_at"))


def framework_addresses() -> QuerySet[Any]:
    """The same of framework agreements; in days, for both terms of that table are asked in one question."""
    return Framework.objects.exclude(signed_address="").annotate(since=TruncDate("signed_at"))


def forget_address(row: Agreement | Framework, at: datetime) -> None:
    """The signature stays, with everything else that is known of it."""
    type(row).objects.filter(pk=row.pk).update(signed_address="")


def past_frameworks() -> QuerySet[Any]:
    """Those that hold no more, taken back or followed by another, and under which no contract is kept."""
    later = Framework.objects.filter(organisation=OuterRef("organisation"), signed_at__gt=OuterRef("signed_at"))
    replaced = Subquery(later.order_by("signed_at").values("signed_at")[:1])
    rows = Framework.objects.filter(contracts=None).annotate(since=TruncDate(Coalesce("withdrawn_at", replaced)))
    return rows.filter(since__isnull=False)


def drop_framework(row: Framework, at: datetime) -> None:
    """With its documents."""
    files = (row.document, row.sealed, row.scan)
    row.delete()
    for file in filter(None, files):
        discard(file)


def documents_of(contract: Contract) -> list[StoredFile]:
    """What was made for both sides, sealed, scanned from paper, came in before the start, or was shared during it."""
    rows = Agreement.objects.filter(Q(contract=contract) | Q(contract__amends=contract))
    agreements = rows.select_related("document", "sealed", "scan")
    made = [file for each in agreements for file in (each.document, each.sealed, each.scan) if file]
    answers = GateAnswer.objects.filter(contract=contract).exclude(document=None).select_related("document")
    shared = SharedFileVersion.objects.filter(file__assignment__contract=contract).select_related("stored")
    return made + [each.document for each in answers if each.document] + [each.stored for each in shared]
