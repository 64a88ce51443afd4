"""The page of hours on no invoice: paged, with as many queries for many assignments as for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.people.models import Organisation
from interregnum.stages.invoice.actions.draft_all import draft_all
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.queries.account import billing_account, billing_accounts
from interregnum.stages.invoice.queries.open_days import PAGE, open_page, to_draft
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.tests.invoice_world import MARCH, drafted, sent, worked
from tests.world import browser

pytestmark = pytest.mark.django_db


def many(cast, count):
    return [worked(cast, number=f"C-2026-{1000 + place}") for place in range(count)]


def test_more_assignments_cost_no_more_queries(cast):
    desk = browser(cast.bea)
    counts = []
    for first, last in ((0, 2), (2, 9)):
        for place in range(first, last):
            worked(cast, number=f"C-2026-{1000 + place}")
        desk.get(reverse("bureau:invoices-open"))
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(f"{reverse('bureau:invoices-open')}?month=2026-03").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 17


def test_every_assignment_stands_on_one_page(cast, monkeypatch):
    monkeypatch.setattr("interregnum.stages.invoice.queries.open_days.PAGE", 2)
    rows = many(cast, 5)
    found = [open_page(MARCH, seen_by=cast.actor(cast.bea), number=str(number)) for number in (1, 2, 3)]
    assert sorted(line.assignment for one in found for line in one.lines) == sorted(row.code for row in rows)
    assert [one.count for one in found] == [5] * 3
    assert PAGE == 25
    assert (
        "Page 2 of 3"
        in browser(cast.bea).get(f"{reverse('bureau:invoices-open')}?month=2026-03&page=2").content.decode()
    )


def test_what_was_drafted_or_billed_is_not_drafted_again(cast):
    first, second, third = many(cast, 3)
    sent(cast, first)
    drafted(cast, second)
    assert to_draft(MARCH, seen_by=cast.actor(cast.bea)) == [third.code]
    assert Invoice.objects.count() == 2


def test_many_accounts_are_what_each_of_them_is(cast):
    first, _second = many(cast, 2)
    sent(cast, first)
    rows = list(assignments_to_bill(cast.actor(cast.bea)))
    assert billing_accounts(rows) == {row.pk: billing_account(row) for row in rows}


def test_whoever_drafts_all_reads_which_stay_behind_why_and_where_it_is_mended(cast):
    first, second = many(cast, 2)
    elsewhere = Organisation.objects.create(name="Voorbeeld Gent", country="BE", street="A 1", city="Gent")
    type(second).objects.filter(pk=second.pk).update(organisation=elsewhere)
    desk, url = browser(cast.bea), f"{reverse('bureau:invoices-open')}?month=2026-03"
    draft_all.call(cast.bea.code, MARCH.isoformat())
    assert Invoice.objects.get().assignment == first
    page = desk.get(url).content.decode()
    assert "Of 1 assignment no draft can be made yet" in page
    assert "Voorbeeld Gent" in page and "Fill in its VAT number first" in page
    assert reverse("bureau:people-client-edit", args=[elsewhere.code]) in page
    Organisation.objects.filter(pk=elsewhere.pk).update(vat_number="BE0403019261")
    assert open_page(MARCH, seen_by=cast.actor(cast.bea)).held == ()
    assert "no draft can be made yet" not in desk.get(url).content.decode()
