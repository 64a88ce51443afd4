"""A manager is paid when the client pays, where both signed that and nowhere else: from the signature to the page."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.parameters.values import set_value
from interregnum.stages.contract.queries import document_of
from interregnum.stages.contract.rules.clauses import WAIT
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.actions.settle import record_payment
from interregnum.stages.invoice.models import Payable, SelfBilling
from interregnum.stages.invoice.queries.payable_pages import payable_lines, payable_page
from interregnum.stages.invoice.queries.payable_rows import payables_of
from interregnum.stages.invoice.tests.invoice_world import approve
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.signing import sign
from tests.world import NOW, TODAY, browser

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 4, 6)
APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
IN_MAY = NOW + timedelta(days=62)


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def clause_of(contract, side):
    found = [each for each in document_of(contract.code, side).data["clauses"] if each["code"] == "paid_when_paid"]
    return found[0]["paragraphs"][0]["text"] if found else ""


def signed(cast, *, wait):
    """Both sign a contract under the practice of that day; days of April stand approved."""
    set_value(WAIT, wait, valid_from=TODAY, source="proef")
    contract = drawn(cast)
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=NOW) is None
    row = Assignment.objects.get(contract=contract)
    approve(row, {MONDAY: 480, MONDAY + timedelta(days=1): 480})
    return row


def billed(cast, row):
    """The firm makes the invoice of Max for April; returns it as Max reads it."""
    place = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht"}
    SelfBilling.objects.create(manager=row.manager, words="Ik stem in.", given_at=NOW, given_by=cast.max, **place)
    told = {"by": cast.actor(cast.bea), "at": IN_MAY}
    code = draft_self_bill(assignment=row.code, manager=row.manager.code, month=APRIL, **told)
    assert isinstance(issue_self_bill(payable=code, **told), str)
    return Payable.objects.get(code=code)


@pytest.mark.mission("H3")
def test_what_both_signed_decides_the_day_and_later_practice_does_not(cast):
    row = signed(cast, wait=45)
    assert "at the latest 45 days after the day on which we received" in clause_of(row.contract, Side.MANAGER)
    assert clause_of(row.contract, Side.CLIENT) == ""
    set_value(WAIT, 0, valid_from=TODAY + timedelta(days=1), source="proef")
    page = payable_page(billed(cast, row).code, seen_by=cast.actor(cast.max))
    assert (page.due.days, page.due.on, page.due.reason) == (45, page.issued_on + timedelta(days=45), "waits")


def test_no_clause_no_wait_whatever_the_practice_is_by_now(cast):
    row = signed(cast, wait=0)
    set_value(WAIT, 45, valid_from=TODAY, source="proef")
    assert clause_of(row.contract, Side.MANAGER) == ""
    page = payable_page(billed(cast, row).code, seen_by=cast.actor(cast.max))
    assert (page.due.days, page.due.reason) == (30, "agreed")


def test_nobody_signs_for_a_longer_wait_than_the_law_lets_stand(cast):
    contract = signed(cast, wait=200).contract
    assert contract.terms["paid_when_paid_days"] == 60
    assert "at the latest 60 days" in clause_of(contract, Side.MANAGER)


def test_many_that_wait_cost_no_more_queries_than_one(cast):
    row = signed(cast, wait=45)
    first, counts = billed(cast, row), []
    for number in range(3):
        with CaptureQueriesContext(connection) as asked:
            rows = payables_of(cast.actor(cast.bea))
            assert len(payable_lines(rows, IN_MAY.date())) == number + 1
        counts.append(len(asked))
        first.pk, first.code, first.number = None, f"{first.code[:-1]}{number}", f"Z-{number}"
        first.save()
    assert counts[0] == counts[1] == counts[2]


def test_through_the_pages_until_the_client_pays(cast, time_machine):
    row = signed(cast, wait=45)
    time_machine.move_to(IN_MAY)
    code = billed(cast, row).code
    desk, own = browser(cast.berend, language="nl"), browser(cast.max, language="nl")
    made = {"assignment": row.code, "month": "2026-04-01", "once": "a"}
    url = desk.post(reverse("bureau:invoices-open"), made)["Location"]
    for step, press in enumerate(("check", "issue", "send")):
        assert desk.post(url, {"do": press, "once": f"b{step}"}).status_code == 302
    number = row.invoices.get().number

    def told():
        return own.get(reverse("manager:payable", args=[code])).content.decode().replace("\xa0", " ")

    assert f"zodra de opdrachtgever factuur {number} betaalt, uiterlijk op deze dag" in told()
    invoice = row.invoices.get()
    paid = {"day": IN_MAY.date(), "amount": invoice.gross, "reference": number}
    assert record_payment(invoice=invoice.code, **paid, by=cast.actor(cast.berend), at=IN_MAY) is None
    assert "de opdrachtgever heeft betaald" in told()
    assert browser(cast.carla).get(reverse("manager:payable", args=[code])).status_code in {302, 403, 404}
