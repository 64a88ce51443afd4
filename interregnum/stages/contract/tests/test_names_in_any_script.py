"""A document never shows a question mark in the place of a name: who types or draws it up is told at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.frameworks import draw_framework
from interregnum.stages.contract.models import Agreement, Framework
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests import framework
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import sign

pytestmark = pytest.mark.usefixtures("at_now")

NAME = "李伟"


def told(refused) -> list[tuple[str, str]]:
    assert isinstance(refused, Refused)
    return [(reason.code, reason.field) for reason in refused.reasons]


def test_a_signature_is_typed_in_letters_that_the_page_can_show(cast):
    contract = drawn(cast)
    refused = sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW, name_typed=NAME)
    assert told(refused) == [("contract.not_shown", "name_typed")] and refused.reasons[0].facts == {"signs": NAME}
    assert Agreement.objects.get(contract=contract, side=Side.CLIENT).signed_at is None
    assert sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW, name_typed="Łucja Đặng") is None


def test_so_is_the_name_of_who_signed_on_paper(cast):
    contract = drawn(cast)
    address = reverse("bureau:contract-paper", args=[contract.code, Side.CLIENT])
    typed = {
        "signed_name": NAME,
        "paper_on": world.TODAY,
        "entitled": f"Volmacht {NAME}",
        "file": SimpleUploadedFile("scan.pdf", b"%PDF-1.7"),
    }
    answer = world.browser(cast.bea, language="en").post(address, typed)
    # Above the form and beside each of the two fields.
    assert answer.status_code == 422 and answer.content.decode().count("A document cannot show these signs") == 4
    assert Agreement.objects.get(contract=contract, side=Side.CLIENT).signed_at is None


@pytest.mark.parametrize("whose", ["contact", "bank"])
def test_no_framework_agreement_is_drawn_up_with_a_name_that_it_cannot_show(cast, whose):
    row = getattr(cast, whose)
    row.name = NAME
    row.save()
    address = reverse("bureau:contract-frameworks", args=[cast.bank.code])
    answer = world.browser(cast.bea, language="en").post(address, {"contact": cast.contact.code})
    assert answer.status_code == 422 and f"A document cannot show this: {NAME}." in answer.content.decode()
    assert not Framework.objects.exists()


def test_one_that_waits_is_not_taken_back_by_one_that_cannot_be(cast):
    row = framework.made(cast)
    cast.bank.name = NAME
    cast.bank.save()
    about = {"organisation": cast.bank.code, "contact": cast.contact.code}
    refused = draw_framework(**about, by=cast.actor(cast.bea), at=world.NOW)
    assert told(refused) == [("contract.framework_unreadable", "")]
    row.refresh_from_db()
    assert row.withdrawn_at is None
