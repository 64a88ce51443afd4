"""Electronic invoices: written as UBL 2.1, read back, held to the rules of EN 16931 and Peppol, and sent."""

from interregnum.outside.einvoice.document import invoice_pdf
from interregnum.outside.einvoice.faults import (
    Checker,
    CheckFailedError,
    Fault,
    faults_by_kept,
    faults_of,
    faults_of_all,
)
from interregnum.outside.einvoice.names import Profile
from interregnum.outside.einvoice.read import UnreadableError, read_ubl
from interregnum.outside.einvoice.write import ubl

__all__ = [
    "CheckFailedError",
    "Checker",
    "Fault",
    "Profile",
    "UnreadableError",
    "faults_by_kept",
    "faults_of",
    "faults_of_all",
    "invoice_pdf",
    "read_ubl",
    "ubl",
]
