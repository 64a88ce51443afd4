"""The numbers of invoices: one series per kind and year, without a gap."""

from interregnum.kernel.bill import BillKind

# To clients, and a series of credit notes of its own.
SERIES = {BillKind.INVOICE: "F", BillKind.CREDIT: "FC"}


def invoice_number(series: str, year: int, sequence: int) -> str:
    """As it stands on paper.

    >>> invoice_number(SERIES[BillKind.INVOICE], 2026, 7)
    'F-2026-00007'
    """
    return f"{series}-{year}-{sequence:05d}"
