"""What was billed in the demonstration: paid, credited, disputed and overdue ones, and the last month on its way.

Older days stand on one invoice of months ago, those up to the end of the last month on a second one. All is invented.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from interregnum.flow.demo.beside_days import live_beside_days
from interregnum.flow.demo.payables import live_payables
from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.months import months_later
from interregnum.people.accounts import actor_of_organisation
from interregnum.people.firm import save_details
from interregnum.stages.deliver.queries import assignment_facts
from interregnum.stages.invoice.actions.billing_wishes import set_order_reference
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice, remind_of_invoices, send_invoice
from interregnum.stages.invoice.actions.make_papers import make_papers
from interregnum.stages.invoice.actions.periods import begin_books
from interregnum.stages.invoice.actions.settle import dispute_invoice, record_payment
from interregnum.stages.invoice.queries.open_days import to_draft
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.rules.states import DisputeReason

# A bank and a number that nobody has, with check digits that are right.
FIRM = {
    "name": "Tussentijd Interim (verzonnen)",
    "street": "Voorbeeldkade 1",
    "postal_code": "3500 ZZ",
    "city": "Utrecht",
    "kvk": "00000000",
    "phone": "+31 30 000 0000",
    "vat_number": "NL000099998B57",
    "iban": "NL13TEST0123456789",
}


class Billed(NamedTuple):
    code: str
    by: Actor
    sent: datetime


def live_invoices(partner: Actor, *, at: datetime) -> None:
    """Every assignment with approved days, each older invoice with a fate of its own; what was worked more than a year
    ago was invoiced elsewhere."""
    last = months_later(at.date().replace(day=1), -1)
    expect(begin_books(month=months_later(last, -11), by=partner, at=at))
    older, day = months_later(last, -2), months_later(last, -1)
    for number, code in enumerate(to_draft(older, seen_by=partner)):
        billed = _sent(code, older, partner, _at(day + timedelta(days=1)), order=f"PO {4500 + number}")
        FATES[number % len(FATES)](billed)
    remind_of_invoices(at)
    live_beside_days(partner, last=last, at=at)
    for number, code in enumerate(to_draft(last, seen_by=partner)):
        _on_its_way(code, last, partner, at, steps=number % 4)
    live_payables(partner, at=at)


def keep_numbers(partner: Actor, *, at: datetime) -> None:
    """What stands on every invoice of the firm."""
    save_details(values=FIRM, by=partner, at=at)


def _sent(assignment: str, month: date, by: Actor, at: datetime, *, order: str) -> Billed:
    code = expect(draft_invoice(assignment=assignment, month=month, by=by, at=at))
    expect(set_order_reference(invoice=code, reference=order, by=by, at=at))
    expect(check_invoice(invoice=code, by=by, at=at))
    expect(issue_invoice(invoice=code, by=by, at=at))
    make_papers.call(code)
    expect(send_invoice(invoice=code, by=by, at=at))
    return Billed(code, by, at)


def _on_its_way(assignment: str, month: date, by: Actor, at: datetime, *, steps: int) -> None:
    """As far as so many steps: drafted, checked, with its number, sent."""
    code = expect(draft_invoice(assignment=assignment, month=month, by=by, at=at))
    for step in (check_invoice, issue_invoice)[:steps]:
        expect(step(invoice=code, by=by, at=at))
    if steps > 1:
        make_papers.call(code)
    if steps > 2:
        expect(send_invoice(invoice=code, by=by, at=at))


def _paid(one: Billed) -> None:
    at = one.sent + timedelta(days=24)
    page = invoice_page(one.code, seen_by=one.by, at=at)
    if not page.open.cents:
        # Of a short assignment the one day that was taken back may be all of it.
        return
    expect(record_payment(invoice=one.code, day=at.date(), amount=page.open, reference=page.number, by=one.by, at=at))


def _overdue(_one: Billed) -> None:
    """Nobody paid: it is reminded of."""


def _disputed(one: Billed) -> None:
    page = invoice_page(one.code, seen_by=one.by, at=one.sent)
    client = actor_of_organisation(assignment_facts(page.assignment, seen_by=one.by).organisation)
    words = "Op de eerste dag was de manager bij een kennismaking; die zou niet in rekening komen."
    at = one.sent + timedelta(days=6)
    expect(dispute_invoice(invoice=one.code, reason=DisputeReason.HOURS, words=words, by=client, at=at))


def _credited(one: Billed) -> None:
    """One day is taken back and the rest is paid."""
    at = one.sent + timedelta(days=9)
    day = invoice_page(one.code, seen_by=one.by, at=at).lines[0].day
    why = "De eerste dag was een kennismaking."
    note = expect(credit_invoice(invoice=one.code, days={day}, why=why, by=one.by, at=at))
    make_papers.call(note)
    _paid(one)


FATES: tuple[Callable[[Billed], None], ...] = (_paid, _overdue, _disputed, _credited, _paid)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)
