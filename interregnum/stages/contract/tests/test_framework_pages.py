"""The pages of framework agreements after they ended or were signed: what happened, and no form."""

from datetime import timedelta
from hashlib import sha256

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.files.store import keep
from interregnum.stages.contract.actions.end_frameworks import lapse_frameworks
from interregnum.stages.contract.actions.end_unsigned import lapse_contracts, withdraw_contract
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import made, signed
from tests import world
from tests.signing import sign

LATER = world.NOW + timedelta(days=30)
PAGES = ("withdraw", "paper")


def opened(cast, address: str, *args: str) -> str:
    with time_machine.travel(world.NOW):
        return world.browser(cast.bea, language="en").get(reverse(address, args=args)).content.decode()


def has_form(text: str) -> bool:
    return 'name="reason"' in text or 'name="paper_on"' in text


@pytest.mark.parametrize("page", PAGES)
def test_what_was_signed_lapsed_or_replaced_has_no_form_and_says_so(cast, page):
    address = f"bureau:contract-framework-{page}"
    row = made(cast)
    assert has_form(opened(cast, address, row.code))
    made(cast)
    assert "Another framework agreement came in its place" in opened(cast, address, row.code)
    later = signed(cast)
    assert "This framework agreement is signed" in opened(cast, address, later.code)
    last = made(cast)
    lapse_frameworks(LATER)
    assert "has lapsed" in opened(cast, address, last.code)
    for each in (row, later, last):
        assert not has_form(opened(cast, address, each.code))


def test_a_colleagues_has_no_form_but_whom_to_ask(cast):
    row = made(cast, by=cast.anton)
    for page in PAGES:
        address = reverse(f"bureau:contract-framework-{page}", args=[row.code])
        with time_machine.travel(world.NOW):
            text = world.browser(cast.aad, language="en").get(address).content.decode()
        assert "Ask Anton or a partner" in text and not has_form(text)


def test_the_same_of_a_contract(cast):
    contract = drawn(cast)
    withdraw, paper = "bureau:contract-withdraw", "bureau:contract-paper"

    def forms(address: str, *args: str) -> bool:
        return has_form(opened(cast, address, *args))

    assert forms(withdraw, contract.code) and forms(paper, contract.code, "client")
    # The other side's turn has not come.
    assert not forms(paper, contract.code, "manager")
    assert sign(contract.code, Side.CLIENT, cast.actor(cast.carla), at=world.NOW) is None
    assert "Signed by" in opened(cast, paper, contract.code, "client") and not forms(paper, contract.code, "client")
    assert sign(contract.code, Side.MANAGER, cast.actor(cast.max), at=world.NOW) is None
    assert "Both sides have signed" in opened(cast, withdraw, contract.code) and not forms(withdraw, contract.code)


@pytest.mark.parametrize("ends", ["lapses", "is taken back"])
def test_an_ended_contract_says_how_it_ended(cast, ends):
    contract = drawn(cast)
    if ends == "lapses":
        lapse_contracts(LATER)
    else:
        withdraw_contract(contract=contract.code, reason="Anders.", by=cast.actor(cast.bea), at=world.NOW)
    for address, *more in (("bureau:contract-withdraw",), ("bureau:contract-paper", "client")):
        text = opened(cast, address, contract.code, *more)
        assert ("has lapsed" if ends == "lapses" else "Anders.") in text
        assert not has_form(text)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This is the scan of contract"), ("nl", "Dit is de scan van contract")]
)
@pytest.mark.parametrize("came", ["kept", "taken over"])
def test_whoever_holds_the_scan_of_a_contract_reads_that_it_was_on_paper(cast, language, words, came):
    contract, scan = drawn(cast), b"%PDF-1.7 getekend"
    agreement = Agreement.objects.select_related("document").get(contract=contract, side=Side.CLIENT)
    if came == "kept":
        Agreement.objects.filter(pk=agreement.pk).update(
            scan_sha256=sha256(scan).hexdigest(), signed_at=world.NOW, paper_on=world.TODAY
        )
    else:
        stored = keep(name="s.pdf", content=scan, media_type="application/pdf", at=world.NOW)
        Agreement.objects.filter(pk=agreement.pk).update(document=stored, signed_at=world.NOW)
    page = world.browser(language=language).post(
        reverse("front:contract-verify"), {"file": SimpleUploadedFile("s.pdf", scan)}
    )
    text = page.content.decode().replace("\xa0", " ")
    assert words in text and contract.number in text and "2026" in text
    assert "without signatures" not in text and "zonder handtekeningen" not in text
