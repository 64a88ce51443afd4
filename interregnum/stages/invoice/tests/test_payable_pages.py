"""The manager's side through its addresses, from approved days to a payment, as each role."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.stages.ensure.models import NoCommission
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Payable, SelfBilling
from interregnum.stages.invoice.rules.payable import PayKind, PayState
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid, own_ubl
from tests.world import NOW, TODAY, browser

pytestmark = pytest.mark.django_db
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "agreed": "on"}
STATES = {"no_commission": "on"}


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def text(desk, url):
    answer = desk.get(url)
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def test_self_billing_from_consent_to_payment(cast, time_machine):
    time_machine.move_to("2026-04-02T09:00:00Z")
    assignment = worked(cast)
    own, desk = browser(cast.max, language="nl"), browser(cast.berend, language="nl")
    assert "U, en u stuurt ze hier." in text(own, "/manager/payments/")
    assert own.post("/manager/payments/self-billing/", ADDRESS | {"once": "a"}).status_code == 302
    assert SelfBilling.objects.get().words.startswith("Ik ga ermee akkoord")
    # The same form from another window says that it was done, and withdraws nothing.
    assert own.post("/manager/payments/self-billing/", ADDRESS | {"once": "a2"}).status_code == 422
    assert SelfBilling.objects.get().withdrawn_at is None
    told = {"assignment": assignment.code, "manager": cast.max_profile.code, "month": "2026-03-01", "once": "b"}
    assert "Max Voorbeeld" in text(desk, "/bureau/payables/")
    url = desk.post("/bureau/payables/", told)["Location"]
    code = Payable.objects.get().code
    # A draft is nothing to the manager yet.
    assert own.get(reverse("manager:payable", args=[code])).status_code == 404
    assert desk.post(url, {"do": "issue", "once": "c"}).status_code == 302
    page = text(own, reverse("manager:payable", args=[code]))
    assert "dagen na ontvangst" in page
    assert "Geen commissie" in page
    file = own.get(reverse("manager:payable-file", args=[code]))
    assert b"389" in file.content
    assert "attachment" in file["Content-Disposition"]
    assert desk.post(url, {"do": "paid", "day": "2026-04-02", "once": "d"}).status_code == 302
    assert "Betaald op" in text(own, "/manager/payments/")
    assert own.post("/manager/payments/self-billing/", {"do": "withdraw", "once": "e"}).status_code == 302
    assert SelfBilling.objects.get().withdrawn_at is not None


def test_of_what_the_firm_makes_the_manager_states_it_from_the_page(cast, time_machine):
    time_machine.move_to("2026-04-02T09:00:00Z")
    assignment, own, by = worked(cast), browser(cast.max), {"by": cast.actor(cast.berend), "at": LATER}
    told = {name: ADDRESS[name] for name in ("street", "postal_code", "city")} | {"words": "Ik stem in."}
    agree_self_billing(**told, by=cast.actor(cast.max), at=LATER)
    code = draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **by)
    assert isinstance(issue_self_bill(payable=code, **by), str)
    state, page = (
        reverse(f"manager:{name}", args=[key])
        for name, key in (("ensure-introduced", assignment.code), ("payable", code))
    )
    assert "I state this" in text(own, page) and state in text(own, page)
    assert own.post(page, {"once": "a"}).status_code == 302
    assert NoCommission.objects.get().month == MARCH
    assert "stated on 2 Apr" in text(own, page) and "I state this" not in text(own, page)
    again = own.post(page, {"once": "b"})
    assert again.status_code == 422
    assert "You stated this already." in again.text
    assert browser(cast.olga).post(page, {"once": "c"}).status_code == 404


def test_a_month_without_hours_of_which_days_are_owed_is_stated_too(cast, time_machine):
    time_machine.move_to("2026-04-02T09:00:00Z")
    assignment = worked(cast)
    Payable.objects.create(
        kind=PayKind.SELF_BILLED, assignment=assignment, manager=cast.max_profile, state=PayState.APPROVED,
        month=date(2026, 5, 1), number="Z-1", issued_on=TODAY, received_on=TODAY, made_at=NOW, made_by=cast.bea,
        seller={}, buyer={}, vat=[], net=Money(700), vat_total=Money(147), gross=Money(847), agreed_days=30,
    )  # fmt: skip
    page = reverse("manager:payable", args=[Payable.objects.get().code])
    assert browser(cast.max).post(page, {"once": "a"}).status_code == 302
    assert NoCommission.objects.get().month == date(2026, 5, 1)


def test_an_invoice_that_differs_is_sent_in_sent_back_and_accepted(cast, time_machine):
    time_machine.move_to("2026-04-02T09:00:00Z")
    assignment = worked(cast)
    own, desk = browser(cast.max, language="nl"), browser(cast.bea, language="nl")
    send = reverse("manager:payable-send", args=[assignment.code])
    wrong = {"proof": SimpleUploadedFile("f.xml", own_ubl(days="3")), "month": "2026-03-01", "once": "a"}
    assert own.post(send, wrong).status_code == 422
    wrong["proof"].seek(0)
    url = own.post(f"{send}?month=2026-03", wrong | STATES)["Location"]
    # What is stated with an invoice stands beside it, for both.
    code = Payable.objects.get().code
    both = ((own, url), (desk, reverse("bureau:payable", args=[code])))
    assert all("verklaard op 2 apr" in text(who, page) for who, page in both)
    assert NoCommission.objects.get().month == date(2026, 3, 1)
    assert "3 op de factuur" in text(own, url)
    assert "wijkt af" in text(desk, "/bureau/")
    page = reverse("bureau:payable", args=[code])
    assert desk.post(page, {"do": "return", "why": "Twee en een halve dag.", "once": "b"}).status_code == 302
    assert "Twee en een halve dag." in text(own, url)
    right = {"proof": SimpleUploadedFile("f.xml", own_ubl()), "month": "2026-03-01", "once": "c"}
    assert own.post(send, right | STATES).status_code == 302
    assert set(Payable.objects.values_list("state", flat=True)) == {PayState.RETURNED, PayState.APPROVED}


def test_who_may_not(cast, time_machine):
    time_machine.move_to("2026-04-02T09:00:00Z")
    assignment = worked(cast)
    send = reverse("manager:payable-send", args=[assignment.code])
    own = browser(cast.max)
    told = {"proof": SimpleUploadedFile("f.xml", own_ubl()), "month": "2026-03-01", "once": "a"}
    assert browser(cast.olga).post(send, told | STATES).status_code == 404
    told["proof"].seek(0)
    assert own.post(send, told | STATES).status_code == 302
    code = Payable.objects.get().code
    for other in (cast.olga, cast.carla, cast.sara, cast.otto):
        for page in ("payable", "payable-file"):
            assert browser(other).get(reverse(f"manager:{page}", args=[code])).status_code == 404
    page = reverse("bureau:payable", args=[code])
    assert browser(cast.aad).get(page).status_code == 404
    assert browser(cast.aukje).get(page).status_code == 200
    told = {"do": "paid", "day": "2026-04-02"}
    assert browser(cast.anton).post(page, told).status_code in {403, 404, 405}
    assert Payable.objects.get().state == PayState.APPROVED
