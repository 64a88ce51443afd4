"""What a manager stated stands on the invoice itself, and whoever gives it its number reads what is not stated yet."""

from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.files.store import content_of
from interregnum.outside.einvoice import read_ubl
from interregnum.stages.ensure.actions.state_no_commission import state_no_commission
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.queries.bills import bill_of
from interregnum.stages.invoice.queries.months import month_page
from interregnum.stages.invoice.rules.delivery import PapersState
from interregnum.stages.invoice.rules.no_commission import Stated, words_of
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, drafted, worked
from tests.world import browser

WORDS = (
    "Max Voorbeeld, 03-2026: geen commissie betaald of ontvangen, verklaard op 01-04-2026 / "
    "no commission paid or received, stated on 01-04-2026"
)
STATED = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)


def state(cast, assignment, at=STATED):
    told = {"assignment": assignment.code, "month": MARCH, "by": cast.actor(cast.max), "at": at}
    assert state_no_commission(**told) is None


def issue(code, bea, at):
    assert check_invoice(invoice=code, **bea) is None
    assert isinstance(issue_invoice(invoice=code, **(bea | {"at": at})), str)
    return Invoice.objects.get(code=code)


@pytest.mark.django_db
def test_it_stands_on_the_document_and_on_the_file_for_machines(cast, bea):
    assignment = worked(cast)
    code = drafted(cast, assignment)
    state(cast, assignment)
    papers = issue(code, bea, LATER).papers
    # Made by the worker, and held to the three rule sets.
    assert (papers.state, papers.faults) == (PapersState.READY, [])
    assert read_ubl(content_of(papers.ubl)).note == WORDS
    document = pypdfium2.PdfDocument(content_of(papers.pdf))
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    assert WORDS in text


@pytest.mark.django_db
def test_what_is_stated_after_it_was_issued_changes_nothing_of_it(cast, bea):
    assignment = worked(cast)
    row = issue(drafted(cast, assignment), bea, LATER)
    state(cast, assignment, LATER + timedelta(days=1))
    assert bill_of(row.code).note == ""


@pytest.mark.django_db
def test_a_credit_note_says_why_and_states_nothing(cast, bea):
    assignment = worked(cast)
    state(cast, assignment)
    row = issue(drafted(cast, assignment), bea, LATER)
    note = credit_invoice(invoice=row.code, why="Dubbel.", **bea)
    assert bill_of(note).note == "Dubbel."


@pytest.mark.django_db
def test_whoever_gives_it_its_number_reads_who_has_not_stated_it_and_how_to_ask(cast, django_assert_max_num_queries):
    assignment, desk = worked(cast), browser(cast.bea)
    url = reverse("bureau:invoice", args=[drafted(cast, assignment)])
    page = desk.get(url).content.decode()
    assert "Not stated yet: no commission" in page
    assert "mailto:max@example.org" in page
    month = f"{reverse('bureau:invoices-month')}?month=2026-03"
    assert "Of 1 draft a manager has not stated yet" in desk.get(month).content.decode()
    drafted(cast, worked(cast, number="C-2026-0008"))
    with django_assert_max_num_queries(12):
        assert month_page("2026-03", seen_by=cast.actor(cast.bea), on=LATER.date()).unstated == 2
    state(cast, assignment)
    assert month_page("2026-03", seen_by=cast.actor(cast.bea), on=LATER.date()).unstated == 1
    assert "mailto:" not in desk.get(url).content.decode()


@given(st.lists(st.one_of(st.none(), st.integers(-5, 5)), max_size=6))
def test_a_line_for_each_that_was_stated_in_time_and_for_no_other(days):
    told = [
        Stated(f"M{place}", "", date(2026, 3, 1), None if day is None else LATER + timedelta(days=day))
        for place, day in enumerate(days)
    ]
    lines = words_of(told, until=LATER).split("\n")
    wanted = [f"M{place}" for place, day in enumerate(days) if day is not None and day <= 0]
    assert [line.split(",")[0] for line in lines if line] == wanted
