"""What was issued and is not owed any more: noticed by the software, and the credit note for it prepared."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.actions.draft import draft_invoice
from interregnum.stages.invoice.actions.fees import answer_fee, withdraw_fee, write_fixed_fee
from interregnum.stages.invoice.fee_texts import GONE
from interregnum.stages.invoice.models import Extra, Fee, Invoice
from interregnum.stages.invoice.queries.otherwise import otherwise_of, otherwise_of_month
from interregnum.stages.invoice.rules.extras import Gone
from interregnum.stages.invoice.rules.fees import Term
from interregnum.stages.invoice.tests.invoice_world import (
    LATER,
    MARCH,
    approve,
    drafted,
    make_extra,
    reasons,
    sent,
    worked,
)
from tests.world import TODAY, browser

pytestmark = pytest.mark.django_db
TERM = Term(date(2026, 3, 31), Money(2000))
MONTH = "/bureau/invoices/month/?month=2026-03"


def with_fee(cast, bea):
    """A fixed fee of March on an invoice that was sent."""
    row = worked(cast)
    assert write_fixed_fee(assignment=row.code, text="Inrichting van het team", terms=[TERM], **bea) == row.code
    fee = Fee.objects.get().code
    assert answer_fee(fee=fee, agrees=True, why="", by=cast.actor(cast.carla), at=LATER) == row.code
    return row, fee, sent(cast, row)


def ended(row, day):
    """As an ending does, to the day itself: with its contract."""
    Assignment.objects.filter(pk=row.pk).update(ends_on=day)
    Contract.objects.filter(pk=row.contract_id).update(runs_until=day)


def otherwise(invoice):
    return otherwise_of(invoice, list(invoice.lines.select_related("credited_by")))


@pytest.mark.mission("H2")
def test_a_term_that_was_billed_after_what_became_the_last_day_is_credited_in_three_presses(cast, bea, time_machine):
    time_machine.move_to(LATER)
    row, _fee, invoice = with_fee(cast, bea)
    desk, page = browser(cast.bea, language="nl"), reverse("bureau:invoice", args=[invoice.code])
    words = "De opdracht eindigde voor deze dag."
    assert words not in desk.get(page).content.decode() + desk.get(MONTH).content.decode()
    ended(row, date(2026, 3, 20))
    shown = desk.get(page).content.decode()
    assert words in shown and "31-03-2026: Inrichting van het team" not in shown
    extra = Extra.objects.get().code
    assert f'value="{extra}" id="id_extras_0" checked' in shown
    assert 'id="id_days_0" checked' not in shown
    month = desk.get(MONTH).content.decode()
    assert words in month and page in month and invoice.number in month
    assert (
        "neem het terug met een creditnota"
        in desk.get(reverse("bureau:invoices-fees", args=[row.code])).content.decode()
    )
    asked = {"do": "credit", "extras": [extra], "why": "De opdracht eindigde op 20 maart.", "once": "a"}
    sure = desk.post(page, asked)
    assert sure.status_code == 200 and "Inrichting van het team" in sure.content.decode()
    assert desk.post(page, asked | {"sure": "on"}).status_code == 302
    note = Invoice.objects.get(kind=BillKind.CREDIT)
    assert (note.net, note.credits_id) == (Money(2000), invoice.pk)
    assert words not in desk.get(page).content.decode() + desk.get(MONTH).content.decode()
    again = draft_invoice(assignment=row.code, month=date(2026, 4, 1), **bea)
    assert reasons(again) == ["invoice.nothing_to_bill"]


def test_of_a_fee_that_was_taken_back_what_was_issued_is_proposed(cast, bea):
    _row, fee, invoice = with_fee(cast, bea)
    assert not otherwise(invoice)
    withdraw_fee(fee=fee, why="Anders afgesproken.", **bea)
    found = otherwise(invoice)
    assert [(one.text, one.amount, one.why) for one in found.extras] == [
        ("Inrichting van het team", Money(2000), GONE[Gone.TAKEN_BACK])
    ]
    assert found.days == ()


@pytest.mark.mission("H2")
def test_days_and_expenses_after_the_last_day_stand_there_together(cast, bea):
    row = worked(cast)
    late = make_extra(cast, row, day=TODAY + timedelta(days=2))
    make_extra(cast, row)
    invoice = sent(cast, row)
    ended(row, TODAY + timedelta(days=1))
    found = otherwise(invoice)
    assert [one.day for one in found.days] == [TODAY + timedelta(days=2)]
    assert [one.code for one in found.extras] == [late.code]
    (shown,) = otherwise_of_month(MARCH, seen_by=bea["by"])
    assert (shown.number, shown.client, shown.found) == (invoice.number, "Bank De Proef", found)


def test_a_draft_says_so_at_its_check_and_not_here(cast, bea):
    row = worked(cast)
    make_extra(cast, row, day=TODAY + timedelta(days=2))
    drafted(cast, row)
    ended(row, TODAY)
    assert not otherwise(Invoice.objects.get())
    assert otherwise_of_month(MARCH, seen_by=bea["by"]) == ()


def test_the_page_of_a_later_month_tells_of_a_fee_of_long_ago_and_of_no_changed_day(cast, bea):
    row, _fee, invoice = with_fee(cast, bea)
    other = worked(cast, number="C-2026-0099")
    sent(cast, other)
    approve(other, {TODAY: 240})
    ended(row, TODAY + timedelta(days=4))
    found = otherwise_of_month(date(2026, 6, 1), seen_by=bea["by"])
    assert [one.number for one in found] == [invoice.number]
    assert len(otherwise_of_month(MARCH, seen_by=bea["by"])) == 2


def test_the_client_does_not_read_of_it(cast, bea):
    row, _fee, invoice = with_fee(cast, bea)
    ended(row, TODAY + timedelta(days=4))
    shown = browser(cast.carla).get(reverse("client:invoice", args=[invoice.code])).content.decode()
    assert "not owed any more" not in shown and "#credit" not in shown
    own = browser(cast.carla).get(reverse("client:invoices-fees", args=[row.code])).content.decode()
    assert "credit note" not in own


def test_more_invoices_cost_no_more_queries(cast, bea):
    counts = []
    for first, last in ((0, 2), (2, 6)):
        for place in range(first, last):
            sent(cast, worked(cast, number=f"C-2026-{1000 + place}"))
            approve(Assignment.objects.latest("pk"), {TODAY: 240})
        with CaptureQueriesContext(connection) as asked:
            assert len(otherwise_of_month(MARCH, seen_by=bea["by"])) == last
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12
