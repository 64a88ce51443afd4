"""Invoices, as each desk shows what is to be done about them."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.kernel.actor import Actor
from interregnum.stages.invoice.queries.bank import lines_waiting
from interregnum.stages.invoice.queries.expense_rows import expenses_waiting
from interregnum.stages.invoice.queries.fees import fees_waiting
from interregnum.stages.invoice.queries.open_days import invoices_waiting
from interregnum.stages.invoice.queries.payable_pages import payables_waiting
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.web.pieces import Badge, ToDo, Tone


def invoice_todos(actor: Actor, *, desk: str, on: date) -> list[ToDo]:
    """The firm: disputed ones, drafts and those to send; the client: those past their last day of payment."""
    found, late = invoices_waiting(seen_by=actor, on=on), Badge(_("overdue"), Tone.BAD)
    pages = reverse(f"{desk}:invoices")
    if desk == "client":
        words = ngettext("Pay %(number)s invoice", "Pay %(number)s invoices", found.late) % {"number": found.late}
        return [*_fees(actor), *([ToDo(words, pages, due=late)] if found.late else [])]
    disputed = ngettext("%(number)s invoice is disputed", "%(number)s invoices are disputed", found.disputed)
    drafts = ngettext("Look at %(number)s draft invoice", "Look at %(number)s draft invoices", found.drafts)
    to_send = ngettext("Send %(number)s invoice", "Send %(number)s invoices", found.to_send)
    lines = (
        (found.disputed, disputed, "disputed", late),
        (found.drafts, drafts, "draft", None),
        (found.to_send, to_send, "unsent", None),
    )
    return [
        *_at_the_bank(actor),
        *(
            ToDo(words % {"number": number}, f"{pages}?state={state}", due=badge)
            for number, words, state, badge in lines
            if number
        ),
    ]


def _fees(actor: Actor) -> list[ToDo]:
    """Fees beside days that wait for the client's answer, by assignment."""
    return [
        ToDo(
            ngettext("Answer about %(number)s fee", "Answer about %(number)s fees", count) % {"number": count},
            reverse("client:invoices-fees", args=[code]),
        )
        for code, count in fees_waiting(seen_by=actor)
    ]


def payable_todos(actor: Actor) -> list[ToDo]:
    """Invoices that managers sent in and that differ: at the firm's desk."""
    count = payables_waiting(seen_by=actor)
    words = ngettext("%(number)s invoice of a manager differs", "%(number)s invoices of managers differ", count)
    return [ToDo(words % {"number": count}, reverse("bureau:payables"))] if count else []


def expense_todos(actor: Actor, *, desk: str) -> list[ToDo]:
    """Those that wait for the client; and for the manager those that came back."""
    state = ExtraState.ASKED if desk == "client" else ExtraState.REFUSED
    count = expenses_waiting(seen_by=actor, state=state)
    if not count:
        return []
    if desk == "client":
        words = ngettext("Approve %(number)s expense", "Approve %(number)s expenses", count)
    else:
        words = ngettext("%(number)s expense was refused", "%(number)s expenses were refused", count)
    note = "" if desk == "client" else _("Correct or withdraw it.")
    return [ToDo(words % {"number": count}, f"{reverse(f'{desk}:expenses')}?state={state}", note=note)]


def _at_the_bank(actor: Actor) -> list[ToDo]:
    """Lines of the bank that wait for a person."""
    waiting = lines_waiting(seen_by=actor)
    words = ngettext("%(number)s line of the bank waits", "%(number)s lines of the bank wait", waiting)
    page = reverse("bureau:invoices-bank-lines") + "?state=waits"
    return [ToDo(words % {"number": waiting}, page)] if waiting else []
