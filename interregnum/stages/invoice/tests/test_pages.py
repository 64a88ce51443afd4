"""Invoices through their addresses, as each role."""

import pytest
from django.test import Client
from django.urls import reverse

from interregnum.stages.invoice.models import Invoice, Payment
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import drafted, sent, worked
from tests.world import browser

pytestmark = pytest.mark.django_db
OPEN = "/bureau/invoices/open/?month=2026-03"


def press(desk, url, do, **typed):
    return desk.post(url, {"do": do, "once": do + str(len(typed)), **typed})


def test_the_back_office_takes_hours_all_the_way_to_money(cast):
    assignment = worked(cast)
    desk = browser(cast.berend)
    assert "3.000" in desk.get(OPEN, HTTP_ACCEPT_LANGUAGE="nl").content.decode().replace(",", ".")
    answer = desk.post(OPEN, {"month": "2026-03-01", "assignment": assignment.code})
    url = answer["Location"]
    for do in ("check", "issue", "send"):
        assert press(desk, url, do).status_code == 302
    assert press(desk, url, "pay", day="2026-04-01", amount="3630.00", reference="b1").status_code == 302
    assert Invoice.objects.get().state == InvoiceState.PAID
    assert Payment.objects.count() == 1
    assert "F-2026-00001" in desk.get("/bureau/invoices/").content.decode()
    lines = b"".join(desk.get("/bureau/invoices/export/").streaming_content).decode()
    assert "F-2026-00001" in lines
    assert "3630.00" in lines


def test_all_are_drafted_in_the_background(cast, django_capture_on_commit_callbacks):
    worked(cast)
    desk = browser(cast.anton)
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(OPEN, {"month": "2026-03-01"})
    assert "work=" in answer["Location"]
    assert desk.get(answer["Location"]).status_code == 200


def test_an_account_manager_drafts_and_reads_and_does_not_issue(cast):
    code = drafted(cast, worked(cast))
    url = reverse("bureau:invoice", args=[code])
    desk = browser(cast.anton)
    assert desk.get(url).status_code == 200
    assert press(desk, url, "check").status_code in {403, 404, 405}
    assert Invoice.objects.get().state == InvoiceState.DRAFT
    assert browser(cast.aad).get(url).status_code == 404
    assert browser(cast.aukje).get(url).status_code == 200


def test_a_client_reads_what_was_issued_to_it_without_rate_of_the_manager_and_may_dispute_it(cast):
    assignment = worked(cast)
    code = drafted(cast, assignment)
    desk = browser(cast.carla)
    url = reverse("client:invoice", args=[code])
    assert desk.get(url).status_code == 404
    Invoice.objects.get().delete()
    row = sent(cast, assignment)
    url = reverse("client:invoice", args=[row.code])
    page = desk.get(url).content.decode()
    assert row.number in page
    assert "1.000" not in page.replace(",", ".")
    assert browser(cast.otto).get(url).status_code == 404
    for other in (cast.dirk, cast.max, cast.sara):
        assert browser(other).get(url).status_code == 404
    assert desk.post(url, {"reason": "hours", "words": "Te veel.", "once": "d"}).status_code == 302
    assert Invoice.objects.get().state == InvoiceState.DISPUTED
    assert desk.get("/client/invoices/").status_code == 200


def test_a_visitor_reads_nothing(cast):
    row = sent(cast, worked(cast))
    assert Client().get(reverse("bureau:invoice", args=[row.code])).status_code in {302, 404}


def test_a_credit_note_is_shown_before_it_is_issued(cast):
    row = sent(cast, worked(cast))
    desk, url = browser(cast.berend), f"/bureau/invoices/{row.code}/"
    typed = {"days": ["2026-03-02"], "why": "Dag vervallen."}
    asked = press(desk, url, "credit", **typed)
    page = asked.content.decode().replace("\xa0", " ")
    assert asked.status_code == 200
    assert Invoice.objects.count() == 1
    assert "Dag vervallen." in page
    assert "1,452" in page.replace(".", ",")
    # Without a reason it goes back to the form, sure or not.
    assert press(desk, url, "credit", days=["2026-03-02"]).status_code == 422
    assert press(desk, url, "credit", sure="1", **typed).status_code == 302
    note = Invoice.objects.get(credits=row)
    assert (str(note.gross), note.why) == ("1452.00", "Dag vervallen.")
    assert press(desk, url, "credit", sure="1", again="", **typed).status_code == 422
    assert press(browser(cast.anton), url, "credit", **typed).status_code in {403, 404, 405}
