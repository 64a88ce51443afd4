"""Receipts of expenses: which ones the law wants kept, whoever is erased."""

from django.db.models import Model

from interregnum.files.models import StoredFile
from interregnum.stages.invoice.models import Expense, Extra
from interregnum.stages.invoice.rules.extras import ExtraState


def keeps_receipt(row: Model) -> bool:
    """What a client approved is billed and paid: its receipt belongs to the books."""
    return isinstance(row, Expense) and row.extra.state == ExtraState.APPROVED


def receipts_of(row: Extra) -> list[StoredFile]:
    """Those that go with it."""
    kept = Expense.objects.filter(extra=row).select_related("receipt")
    return [one.receipt for one in kept if one.receipt]
