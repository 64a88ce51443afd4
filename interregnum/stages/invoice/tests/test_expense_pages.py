"""Expenses through their pages: as the manager, the client, the firm, and whoever has no part in it."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.stages.invoice.models import Extra
from interregnum.stages.invoice.rules.expenses import CostKind
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.stages.invoice.tests.expense_world import PNG, approved, asked, vat_number_of
from interregnum.stages.invoice.tests.invoice_world import LATER, sent, worked
from tests import world
from tests.world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(cast):
    vat_number_of(cast.max_profile)
    with time_machine.travel(LATER, tick=False):
        yield cast


def typed(assignment, **told):
    standard = {
        "assignment": assignment.code,
        "kind": "stay",
        "day": TODAY.isoformat(),
        "text": "Hotel in Luik",
        "gross": "109.00",
        "vat": "9.00",
        "agreed": "Carla, 26 februari",
        "receipt": SimpleUploadedFile("bon.png", PNG),
    }
    return standard | told


def test_from_a_phone_to_the_invoice(cast):
    assignment = worked(cast)
    phone, desk = world.browser(cast.max), world.browser(cast.carla)
    answer = phone.post(reverse("manager:expense-new"), typed(assignment))
    code = Extra.objects.get().code
    assert answer.url == reverse("manager:expense", args=[code])
    assert "Approve 1 expense" in desk.get(reverse("client:home")).content.decode()
    page = desk.get(reverse("client:expense", args=[code])).content.decode()
    assert reverse("client:expense-receipt", args=[code]) in page
    assert "Carla, 26 februari" in page
    answer = desk.post(reverse("client:expense", args=[code]), {"do": "approve", "version": "1"})
    assert answer.status_code == 302
    assert Extra.objects.get().state == ExtraState.APPROVED
    for window, role in ((phone, "manager"), (desk, "client"), (world.browser(cast.bea), "bureau")):
        told = window.get(reverse(f"{role}:expense", args=[code])).content.decode()
        assert told.index("The client approved an expense") < told.index("An expense was declared")
    row = sent(cast, assignment)
    assert "Hotel in Luik" in desk.get(reverse("client:invoice", args=[row.code])).content.decode()


def test_a_picture_is_shown_and_never_run(cast):
    code = asked(cast, worked(cast))
    answer = world.browser(cast.carla).get(reverse("client:expense-receipt", args=[code]))
    assert answer.content == PNG
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"receipt": SimpleUploadedFile("bon.png", b"<script>")}, "PDF or a picture"),
        ({"receipt": ""}, "required"),
        ({"gross": "0"}, "above nil"),
        ({"gross": "-3"}, "above nil"),
        ({"gross": "999.00", "vat": "0"}, "Say why"),
        ({"day": "2026-09-01"}, "has not come yet"),
        ({"day": "2026-02-01"}, "before your first day"),
        ({"agreed": ""}, "required"),
    ],
)
def test_what_cannot_be_is_said_on_the_form(cast, change, words):
    phone = world.browser(cast.max)
    answer = phone.post(reverse("manager:expense-new"), typed(worked(cast), **change))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Extra.objects.exists()


def test_what_stands_there_already_is_asked_about_and_then_taken(cast):
    assignment, phone = worked(cast), world.browser(cast.max)
    phone.post(reverse("manager:expense-new"), typed(assignment))
    again = phone.post(reverse("manager:expense-new"), typed(assignment, receipt=SimpleUploadedFile("b.png", PNG)))
    assert again.status_code == 422
    assert 'type="checkbox" name="is_another"' in again.content.decode()
    sure = typed(assignment, receipt=SimpleUploadedFile("b.png", PNG), is_another="on")
    assert phone.post(reverse("manager:expense-new"), sure).status_code == 302
    assert Extra.objects.count() == 2


def test_whoever_decides_about_what_was_corrected_sees_that_first(cast):
    assignment, desk, phone = worked(cast), world.browser(cast.carla), world.browser(cast.max)
    code = asked(cast, assignment)
    here = reverse("client:expense", args=[code])
    correction = typed(assignment, do="correct", version="1", gross="60.00", vat="0")
    assert phone.post(reverse("manager:expense", args=[code]), correction).status_code == 302
    answer = desk.post(here, {"do": "approve", "version": "1"})
    assert answer.status_code == 422
    assert 'name="version" value="2"' in answer.content.decode()
    assert desk.post(here, {"do": "refuse", "version": "2", "why": ""}).status_code == 422
    assert desk.post(here, {"do": "refuse", "version": "2", "why": "Niet afgesproken."}).status_code == 302
    assert "Niet afgesproken." in phone.get(reverse("manager:expense", args=[code])).content.decode()
    assert "1 expense was refused" in phone.get(reverse("manager:home")).content.decode()


def test_the_lists_are_searched_and_filtered(cast):
    assignment = worked(cast)
    approved(cast, assignment)
    for desk, account in (("manager", cast.max), ("client", cast.carla), ("bureau", cast.bea)):
        browser, here = world.browser(account), reverse(f"{desk}:expenses")
        assert "Hotel in Luik" in browser.get(here).content.decode()
        assert "Hotel in Luik" not in browser.get(f"{here}?state=refused").content.decode()
        assert "Hotel in Luik" in browser.get(f"{here}?q=luik&state=approved").content.decode()


def test_nobody_else_opens_it(cast):
    code = asked(cast, worked(cast))
    for page in ("expense", "expense-receipt"):
        assert world.browser(cast.sara).get(reverse(f"client:{page}", args=[code])).status_code in {403, 404}
    assert world.browser(cast.bea).post(reverse("bureau:expense", args=[code]), {"do": "approve"}).status_code == 405
    assert world.browser(cast.max).post(reverse("client:expense", args=[code]), {"do": "approve"}).status_code in {
        403,
        404,
    }


@pytest.mark.parametrize(("kind", "is_said"), [("stay", False), ("meals", True)])
def test_who_decides_saw_receipt_and_amounts_before_the_button_and_when_vat_is_cost(cast, kind, is_said):
    code = asked(cast, worked(cast), kind=CostKind(kind), reason="Laat geworden")
    page = world.browser(cast.carla).get(reverse("client:expense", args=[code])).content.decode()
    receipt = reverse("client:expense-receipt", args=[code])
    parts = (receipt, "On the receipt", "Carla, 26 februari", "Laat geworden", "Approve this expense")
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert ("it is part of the cost" in page) == is_said
    decided = world.browser(cast.max).get(reverse("manager:expense", args=[code])).content.decode()
    assert "Do you approve it?" not in decided
