"""Files of a bank: statements in CAMT.053, read to plain values; a file that is broken is refused whole."""

from interregnum.outside.bank.camt import BankFile, Statement, read_camt
from interregnum.outside.einvoice.safe import UnreadableError

__all__ = ["BankFile", "Statement", "UnreadableError", "read_camt"]
