"""What goes of a signature: the network address after its term, the documents with the contract."""

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from interregnum.files.models import StoredFile
from interregnum.stages.contract.models import Agreement, Contract


def addresses() -> QuerySet[Any]:
    """The signatures of which it is still known."""
    return Agreement.objects.exclude(signed_address="").annotate(since=F("signed_at"))


def forget_address(row: Agreement, at: datetime) -> None:
    """The signature stays, with everything else that is known of it."""
    Agreement.objects.filter(pk=row.pk).update(signed_address="")


def documents_of(contract: Contract) -> list[StoredFile]:
    """What was made for both sides, and what was sealed."""
    agreements = contract.agreements.select_related("document", "sealed")
    return [file for each in agreements for file in (each.document, each.sealed) if file]
