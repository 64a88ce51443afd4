"""Who may open the pages of invoices: rows of people/permissions.py."""

from interregnum.kernel.actor import OFFICE, READERS, Role
from interregnum.people.permission import Row, Scope, Verbs

CLIENT = frozenset({Role.CLIENT})
MANAGER = frozenset({Role.MANAGER})
# An account manager drafts; a partner and the back office check, issue and credit.
WRITERS = frozenset({Role.PARTNER, Role.BACK_OFFICE})
PARTNER = frozenset({Role.PARTNER})
AUDITOR = frozenset({Role.AUDITOR})
OF_INVOICES: tuple[Row, ...] = (
    Row("bureau:invoices", Verbs.READ, READERS),
    Row("bureau:invoices-export", Verbs.READ, READERS),
    Row("bureau:invoices-open", Verbs.BOTH, OFFICE, readers=READERS - OFFICE),
    Row("bureau:invoice", Verbs.BOTH, WRITERS, Scope.PORTFOLIO, readers=READERS - WRITERS),
    *(Row(f"bureau:invoice-{kind}", Verbs.READ, READERS, Scope.PORTFOLIO) for kind in ("pdf", "ubl")),
    Row("bureau:invoices-month", Verbs.BOTH, WRITERS),
    Row("bureau:invoices-batch", Verbs.READ, WRITERS),
    Row("bureau:invoices-client", Verbs.BOTH, WRITERS, Scope.PORTFOLIO),
    *(Row(f"client:invoice-{kind}", Verbs.READ, CLIENT, Scope.OWN) for kind in ("pdf", "ubl")),
    # Who guards a client agrees with it on fees, and gives a discount.
    Row("bureau:invoices-fees", Verbs.BOTH, OFFICE, Scope.PORTFOLIO, readers=AUDITOR),
    Row("client:invoices-fees", Verbs.BOTH, CLIENT, Scope.OWN),
    # What is owed to managers.
    Row("bureau:payables", Verbs.BOTH, WRITERS, readers=READERS - WRITERS),
    Row("bureau:payable", Verbs.BOTH, WRITERS, Scope.PORTFOLIO, readers=READERS - WRITERS),
    Row("bureau:payable-file", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("manager:payments", Verbs.READ, MANAGER),
    Row("manager:self-billing", Verbs.BOTH, MANAGER),
    Row("manager:payable-send", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:payable", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:payable-file", Verbs.READ, MANAGER, Scope.OWN),
    # What managers spent: the client decides, the firm reads along. Whoever only approves hours has no part in it.
    Row("bureau:expenses", Verbs.READ, READERS),
    Row("bureau:expense", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:expense-receipt", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("manager:expenses", Verbs.READ, MANAGER),
    Row("manager:expense-new", Verbs.BOTH, MANAGER),
    Row("manager:expense", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:expense-receipt", Verbs.READ, MANAGER, Scope.OWN),
    Row("client:expenses", Verbs.READ, CLIENT),
    Row("client:expense", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:expense-receipt", Verbs.READ, CLIENT, Scope.OWN),
    # What stands at the bank is of no portfolio.
    Row("bureau:invoices-bank", Verbs.BOTH, WRITERS, readers=AUDITOR),
    Row("bureau:invoices-bank-lines", Verbs.READ, WRITERS | AUDITOR),
    Row("bureau:invoices-bank-line", Verbs.BOTH, WRITERS, readers=AUDITOR),
    # Only a partner closes a month and opens it again.
    Row("bureau:invoices-books", Verbs.BOTH, PARTNER, readers=AUDITOR | {Role.BACK_OFFICE}),
    Row("bureau:invoices-journal", Verbs.READ, WRITERS | AUDITOR),
    Row("bureau:invoices-journal-workbook", Verbs.READ, WRITERS | AUDITOR),
    *(Row(f"bureau:invoices-ageing{page}", Verbs.READ, PARTNER) for page in ("", "-export", "-workbook", "-weeks")),
    *(Row(f"bureau:invoices-accrual{page}", Verbs.READ, WRITERS | AUDITOR) for page in ("", "-export", "-workbook")),
    # What the firm keeps is for those who own it.
    *(Row(f"bureau:invoices-margin{page}", Verbs.READ, PARTNER) for page in ("", "-export", "-workbook")),
    # Whoever only approves hours has nothing to do with money.
    Row("client:invoices", Verbs.READ, CLIENT),
    Row("client:invoice", Verbs.BOTH, CLIENT, Scope.OWN),
)
