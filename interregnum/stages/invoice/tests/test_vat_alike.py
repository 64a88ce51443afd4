"""What a client pays with VAT is the same on proposal, contract and invoice; nothing where none is due."""

import pytest
import time_machine
from django.urls import reverse

from interregnum.people.models import Organisation
from interregnum.stages.choose.tests import choose_world
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.tests.invoice_world import drafted, let_bill, worked
from tests import world

ORDINARY = {"country": "NL", "vat_number": "", "vat_exemption": ""}
UNCHARGED = [
    {"country": "NL", "vat_number": "", "vat_exemption": "Artikel 11"},
    {"country": "BE", "vat_number": "BE0403019261", "vat_exemption": ""},
    {"country": "CH", "vat_number": "", "vat_exemption": ""},
]


def page(cast, name, code, more=""):
    answer = world.browser(cast.carla).get(reverse(name, args=[code]) + more)
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def chosen_pages(cast, client):
    """The proposal, and the same as it asks whether Max is the one."""
    proposal = choose_world.sent(cast)
    Organisation.objects.update(**client)
    mine = choose_world.candidacy(proposal, cast.max_profile)
    return [page(cast, "client:choose-proposal", proposal.code, more) for more in ("", f"?choose={mine.code}")]


@pytest.mark.parametrize("client", UNCHARGED)
@time_machine.travel(world.NOW, tick=False)
def test_who_is_charged_none_reads_no_vat_when_choosing(cast, client):
    for shown in chosen_pages(cast, client):
        assert "for € 1,250 a day. We draw up" in shown
        assert "1,512.50" not in shown and "excluding VAT, " not in shown and "including 21%" not in shown
        assert "reclaim VAT" not in shown and "We charge you no VAT." in shown


@time_machine.travel(world.NOW, tick=False)
def test_who_is_charged_reads_both_amounts_when_choosing(cast):
    for shown in chosen_pages(cast, ORDINARY):
        assert "for € 1,250 a day excluding VAT, € 1,512.50 with VAT. We draw up" in shown
        assert "including 21% VAT" in shown and "We charge you no VAT." not in shown


@pytest.mark.parametrize(("client", "is_charged"), [(ORDINARY, True), *((one, False) for one in UNCHARGED)])
@time_machine.travel(world.NOW, tick=False)
def test_contract_and_invoice_say_the_same(cast, client, is_charged):
    Organisation.objects.update(**client)
    contract = page(cast, "client:contract-contract", drawn(cast).code)
    assert ("1,739.38 (21% VAT, as it is now)" in contract) == is_charged
    let_bill(**client)
    invoice = Invoice.objects.get(code=drafted(cast, worked(cast)))
    assert bool(invoice.vat_total.amount) == is_charged


@time_machine.travel(world.NOW, tick=False)
def test_a_country_in_small_letters_is_the_same_country(cast):
    """Contract and invoice ask the same rule."""
    Organisation.objects.update(**(ORDINARY | {"country": "nl"}))
    assert "1,739.38 (21% VAT, as it is now)" in page(cast, "client:contract-contract", drawn(cast).code)
