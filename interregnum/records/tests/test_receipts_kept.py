"""The receipt of an expense stays with the books as long as the law wants, whoever is erased; any other one goes at
once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of
from interregnum.kernel.money import Money
from interregnum.records.erase import erase_person
from interregnum.records.keeping import apply_terms
from interregnum.records.persons import person_of
from interregnum.stages.invoice.actions.draft_lines import NAMELESS
from interregnum.stages.invoice.actions.expense_ask import withdraw_expense
from interregnum.stages.invoice.actions.expense_decide import refuse_expense
from interregnum.stages.invoice.models import Expense, Extra, Invoice, InvoiceLine
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.stages.invoice.tests.expense_world import PNG, approved, asked, receipt_of, vat_number_of
from interregnum.stages.invoice.tests.invoice_world import LATER, drafted, let_bill, sent, worked
from tests.world import make_cast

pytestmark = pytest.mark.django_db
# The year of issue is 2026: it is kept up to the end of 2033.
NOT_YET = datetime(2033, 12, 30, 4, tzinfo=UTC)
OVER = datetime(2034, 1, 2, 4, tzinfo=UTC)
TEXT = {"text": "Hotel met Max Voorbeeld", "agreed": "Carla, 26 februari", "reason": "Geen trein meer."}


@pytest.fixture
def cast():
    made = make_cast()
    let_bill()
    vat_number_of(made.max_profile)
    return made


@pytest.fixture
def erase_max(cast, django_capture_on_commit_callbacks):
    """Files go from the disk once the rows are gone for good."""

    def erase():
        with django_capture_on_commit_callbacks(execute=True):
            erase_person(person_of(managers=[cast.max_profile.code]), by=cast.actor(cast.bea), at=LATER)

    return erase


def on_disk(receipt):
    return (Path(settings.FILES_ROOT) / receipt.path).exists()


def test_of_what_was_billed_stay_amounts_vat_and_receipt_and_no_word(
    cast, erase_max, django_capture_on_commit_callbacks
):
    row = worked(cast)
    extra = approved(cast, row, **TEXT)
    invoice, receipt = sent(cast, row), receipt_of(extra.code)
    before = list(InvoiceLine.objects.order_by("pk").values_list("text", "amount", "vat_rate"))
    erase_max()
    kept = Expense.objects.select_related("extra").get()
    assert (kept.gross, kept.vat, kept.extra.amount, kept.extra.day) == (Money(109), Money(9), Money(100), extra.day)
    assert (kept.extra.text, kept.agreed, kept.reason) == ("", "", "")
    assert list(InvoiceLine.objects.order_by("pk").values_list("text", "amount", "vat_rate")) == before
    assert content_of(receipt_of(extra.code)) == PNG
    apply_terms(NOT_YET)
    assert Invoice.objects.get() == invoice and on_disk(receipt)
    with django_capture_on_commit_callbacks(execute=True):
        apply_terms(OVER)
        apply_terms(OVER)
    for table in (Invoice, InvoiceLine, Extra, Expense):
        assert not table.objects.exists(), table
    assert not StoredFile.objects.filter(pk=receipt.pk).exists()
    assert not on_disk(receipt)


def decided(cast, code, state):
    if state == ExtraState.REFUSED:
        told = {"why": "Niet afgesproken met Max.", "version": 1, "by": cast.actor(cast.carla), "at": LATER}
        assert refuse_expense(expense=code, **told) is None
    if state == ExtraState.WITHDRAWN:
        assert withdraw_expense(expense=code, by=cast.actor(cast.max), at=LATER) is None


@pytest.mark.parametrize("state", [ExtraState.ASKED, ExtraState.REFUSED, ExtraState.WITHDRAWN])
def test_of_what_nobody_owes_the_receipt_goes_at_once(cast, erase_max, state):
    code = asked(cast, worked(cast), **TEXT)
    receipt = receipt_of(code)
    decided(cast, code, state)
    erase_max()
    assert Expense.objects.get().receipt is None
    assert not StoredFile.objects.filter(pk=receipt.pk).exists()
    assert not on_disk(receipt)
    kept = Extra.objects.get()
    assert (kept.state, kept.text, kept.why, Expense.objects.get().agreed) == (state, "", "", "")


def test_what_the_client_owes_still_is_billed_without_its_words_and_keeps_its_receipt(cast, erase_max):
    row = worked(cast)
    extra = approved(cast, row, **TEXT)
    erase_max()
    assert content_of(receipt_of(extra.code)) == PNG
    line = InvoiceLine.objects.get(invoice__code=drafted(cast, row), extra=extra)
    assert (line.text, line.amount) == (NAMELESS, Money(100))
