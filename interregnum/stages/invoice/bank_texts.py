"""Words about files and lines of the bank, and about closed months."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.rules.bank_lines import FileState, LineState
from interregnum.stages.invoice.rules.bank_outcomes import Came
from interregnum.stages.invoice.rules.payments import Why
from interregnum.web.pieces import Badge, Tone

STATES: Mapping[str, Promise] = {
    LineState.WAITS: _("Waits for you"),
    LineState.BOOKED: _("Booked"),
    LineState.UNKNOWN: _("Of an unknown party"),
    LineState.NOT_OURS: _("No payment of an invoice"),
    LineState.KNOWN: _("Written down before"),
}
TONES = {LineState.WAITS: Tone.WARN, LineState.BOOKED: Tone.GOOD, LineState.UNKNOWN: Tone.BAD}
FILES: Mapping[str, Promise] = {
    FileState.READING: _("Is being read"),
    FileState.READ: _("Read"),
    FileState.REFUSED: _("Refused"),
}
WHY: Mapping[str, Promise] = {
    Why.REFERENCE: _("The payer gave the number of this invoice as reference."),
    Why.NUMBER: _("The number of this invoice stands in the text."),
    Why.AMOUNT_AND_NAME: _("Amount and name are those of this invoice."),
    Why.AMOUNT_AND_ACCOUNT: _("Amount and account are those of this invoice."),
    Why.AMOUNT_ALONE: _("Only the amount fits; the name is another one."),
    Why.NAME_ALONE: _("The name is that of a client, but no invoice is named."),
    Why.SEVERAL_TOGETHER: _("It may pay several invoices at once."),
    Why.A_PART: _("It pays a part."),
    Why.TOO_LITTLE: _("It is less than what is open."),
    Why.TOO_MUCH: _("It is more than what is open."),
    Why.TWICE: _("This invoice was paid before: perhaps it was paid twice."),
    Why.REVERSAL: _("The bank takes an earlier payment back."),
    Why.WENT_OUT: _("It went out: we paid, nobody paid us."),
    Why.SEVERAL_FIT: _("More than one invoice fits."),
    Why.OTHER_PARTY: _("Somebody else paid than the client of this invoice."),
    Why.NOTHING_FITS: _("No invoice fits: the party is unknown."),
}
FAULTS: Mapping[str, Promise] = {
    "large": _("The file is too large to be one of a bank."),
    "broken": _("The file is cut off or damaged. Download it from the bank once more; nothing of it was booked."),
    "doctype": _("The file refers to something outside itself, which no bank does. Nothing of it was booked."),
    "kind": _("This is no CAMT.053 file. Choose CAMT.053 where your bank asks for the kind of file."),
    "value": _("An amount, a day or the account in it cannot be read. Nothing of it was booked."),
    "empty": _("There is no statement in this file."),
    "account": _("This file is of another account than ours. Our own account number stands under Firm."),
    "broken_off": _("Reading was broken off. Upload it once more: nothing is booked twice."),
}
BAD_ARCHIVE = _("This archive cannot be read. Upload the CAMT.053 file itself.")
CAME: Mapping[str, Promise] = {
    Came.PART: _("a part"),
    Came.WHOLE: _("all that was open"),
    Came.TOO_MUCH: _("more than was open"),
    Came.TWICE: _("came in when nothing was open any more"),
    Came.BACK: _("went back"),
    Came.UNDONE: _("taken back"),
}
REFUSALS: Mapping[str, Promise] = {
    "bank.large": _("This file is larger than %(megabytes)s MB. Download a shorter time from the bank."),
    "bank.empty": _("This file is empty. Download it from the bank once more."),
    "bank.no_account": _("Our own account number is missing. A partner fills it in under Firm."),
    "bank.file_twice": _("This very file was uploaded before. It stands in the list below; nothing is booked twice."),
    "bank.no_invoice": _("Fill in an amount beside at least one invoice."),
    "bank.invoice_twice": _("The same invoice stands here twice. Add the two amounts up."),
    "bank.other_way": _("What came in has amounts above nil, what went out amounts below nil."),
    "bank.not_all": _(
        "%(left)s euros of this line are left. Put all of it on invoices; what is too much then stands on the invoice "
        "to be paid back."
    ),
    "bank.no_such_invoice": _("There is no issued invoice %(number)s. Look at its number."),
    "bank.not_now": _("Somebody was first. What holds now, you see below."),
    "period.not_over": _("This month is not over yet. It can be closed from the first day of the next one."),
    "period.before_all": _("The books begin on %(first)s. Nothing before it is there to be closed."),
    "period.begins_later": _("This month has not begun yet. Choose this month or an earlier one."),
    "period.billed_before": _("A day of %(day)s stands on an invoice already. Choose that month or an earlier one."),
    "period.closed_before": _("This month is closed already."),
    "period.not_closed": _("This month is open already."),
    "period.payment": _(
        "This month is closed. Date the payment on today, with the bank's own day as reference, or ask a partner to "
        "open the month."
    ),
    "period.paid": _(
        "The month in which it was written down as paid is closed. Ask a partner to open the month; then it can be "
        "undone."
    ),
    "period.issue": _("This month was closed just now. Do it again: the invoice is then dated today."),
    "period.credit": _("This month was closed just now. Do it again: the credit note is then dated today."),
}
FACTS: dict[str, Promise] = {
    "BankFileUploaded": _("A file of the bank was uploaded"),
    "BankFileRead": _("A file of the bank was read or refused"),
    "BankLineDecided": _("Somebody said what a line of the bank is"),
    "BankLineUndone": _("What was said of a line of the bank was taken back"),
    "PaymentUndone": _("A payment of an invoice was taken back"),
    "MonthClosed": _("A month of the books was closed"),
    "BooksBegun": _("The first month that is invoiced here was chosen"),
    "MonthOpened": _("A closed month of the books was opened again"),
}


def badge_of(state: LineState) -> Badge:
    return Badge(STATES[state], TONES.get(state, Tone.NEUTRAL))


def fault_of(code: str) -> object:
    return FAULTS.get(code, BAD_ARCHIVE) if code else ""
