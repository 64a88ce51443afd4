"""What goes of a signature: the network address after its term, the documents with the contract."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from interregnum.files.models import StoredFile
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.deliver.models import GateAnswer


def addresses() -> QuerySet[Any]:
    """The signatures of which it is still known."""
    return Agreement.objects.exclude(signed_address="").annotate(since=F("signed_at"))


def framework_addresses() -> QuerySet[Any]:
    """The same of framework agreements."""
    return Framework.objects.exclude(signed_address="").annotate(since=F("signed_at"))


def forget_address(row: Agreement | Framework, at: datetime) -> None:
    """The signature stays, with everything else that is known of it."""
    type(row).objects.filter(pk=row.pk).update(signed_address="")


def documents_of(contract: Contract) -> list[StoredFile]:
    """What was made for both sides, sealed, scanned from paper, and what came in before the start."""
    rows = Agreement.objects.filter(Q(contract=contract) | Q(contract__amends=contract))
    agreements = rows.select_related("document", "sealed", "scan")
    made = [file for each in agreements for file in (each.document, each.sealed, each.scan) if file]
    answers = GateAnswer.objects.filter(contract=contract).exclude(document=None).select_related("document")
    return made + [each.document for each in answers if each.document]
