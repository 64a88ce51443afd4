"""A framework agreement that was signed on paper before it was kept here: it holds as any other, and is marked so."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.files.store import content_of
from interregnum.kernel.refused import Refused
from interregnum.people.models import Contact, Firm
from interregnum.stages.contract.actions import keep_earlier_framework as keep_earlier
from interregnum.stages.contract.actions.keep_earlier_framework import keep_earlier_framework
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries.documents import document_of
from interregnum.stages.contract.queries.framework_access import framework_of_client
from interregnum.stages.contract.queries.frameworks import frameworks_of
from interregnum.stages.contract.queries.signatures import known_file, unsealed_frameworks
from interregnum.stages.contract.rules.signing import SignedPaper
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import signed
from interregnum.web.pieces import Tone
from tests import world
from tests.house.forms_of_signing import picture

pytestmark = pytest.mark.usefixtures("at_now")
ON = date(2019, 12, 5)


def keeps(cast, *, number="RO-2019-12", on=ON, at=world.NOW) -> str | Refused:
    return keep_earlier_framework(
        organisation=cast.bank.code,
        number=number,
        signed=SignedPaper("Carla Klant", on, "Uittreksel 1"),
        content=picture(),
        by=cast.actor(cast.bea),
        at=at,
    )


def test_bea_keeps_it_on_the_clients_page_and_both_desks_mark_it(cast):
    bea, page = world.browser(cast.bea, language="en"), reverse("bureau:contract-frameworks", args=[cast.bank.code])
    address = reverse("bureau:contract-framework-earlier", args=[cast.bank.code])
    assert address in bea.get(page).content.decode()
    assert bea.get(address).status_code == 200
    typed = {"number": "RO-2019-12", "signed_name": "Carla", "paper_on": "2019-12-05", "entitled": "Uittreksel 1"}
    assert bea.post(address, typed | {"file": SimpleUploadedFile("s.png", picture(), "image/png")}).status_code == 302
    row, listed = Framework.objects.get(), bea.get(page).content.decode()
    assert ">holds<" in listed and "On paper, from before" in listed and "5\xa0December\xa02019" in listed
    carla = world.browser(cast.carla, language="en")
    own, home = reverse("client:contract-framework", args=[row.code]), reverse("client:home")
    assert own in carla.get(home).content.decode() and "On paper, from before" in carla.get(home).content.decode()
    page = carla.get(own).content.decode()
    scan = reverse("client:contract-framework-scan", args=[row.code])
    assert scan in page and "being made" not in page and "agreement.pdf" not in page
    assert carla.get(scan).content == content_of(row.scan)
    for absent in ("document", "word"):
        address = reverse(f"client:contract-framework-{absent}", args=[row.code])
        assert carla.get(address).status_code == 404
    assert world.browser(cast.otto).get(own).status_code == 404


def test_a_contract_stands_under_it_as_under_any_other(cast):
    kept = keeps(cast)
    contract = drawn(cast)
    assert contract.framework == Framework.objects.get(code=kept) and unsealed_frameworks() == []
    words = str(document_of(contract.code, Side.CLIENT).data).replace("\xa0", " ")
    assert "RO-2019-12" in words and ("5 december 2019" in words or "5 December 2019" in words)


def test_the_one_that_was_signed_last_holds_whenever_it_was_kept(cast):
    newest = signed(cast)
    keeps(cast, at=world.NOW + timedelta(days=1))
    assert framework_of_client(cast.bank.code) == newest


def test_of_two_with_one_day_on_the_paper_the_one_kept_last_holds_on_page_and_in_contracts(cast):
    first, last = keeps(cast), keeps(cast, number="RO-2019-13", at=world.NOW + timedelta(days=1))
    # A code says nothing of which is later.
    Framework.objects.filter(code=first).update(code="zzzzzzzzzzzzzzzz")
    assert framework_of_client(cast.bank.code).code == last
    told = {"seen_by": cast.actor(cast.bea), "on": world.TODAY}
    shown = frameworks_of(cast.bank.code, **told)
    assert [page.state.tone == Tone.GOOD for page in shown] == [True, False]


def test_two_who_keep_one_number_for_two_clients_at_one_instant(cast, monkeypatch):
    keeps(cast)
    # Whoever comes second asked before the first had kept it.
    monkeypatch.setattr(keep_earlier, "_fault_of", lambda *_a, **_k: None)
    assert keeps(cast).reasons[0].code == "contract.number_taken"
    assert Framework.objects.count() == 1


@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_its_language_is_that_of_the_client(cast, spoken):
    Contact.objects.filter(organisation=cast.bank).update(language=spoken)
    assert Framework.objects.get(code=keeps(cast)).language == spoken
    Contact.objects.filter(organisation=cast.bank).update(is_active=False)
    Firm.objects.update(languages=["en", "nl"])
    assert Framework.objects.get(code=keeps(cast, number="RO-2019-14")).language == "en"


def test_whoever_holds_the_scan_reads_what_it_is(cast):
    row = Framework.objects.get(code=keeps(cast))
    known = known_file(row.scan_sha256)
    assert (known.kept_on, known.number, known.is_framework, known.is_sealed) == (
        world.TODAY,
        "RO-2019-12",
        True,
        False,
    )


def test_what_is_impossible_is_refused_and_keeps_nothing(cast):
    def told(**said) -> str:
        refused = keeps(cast, **said)
        assert isinstance(refused, Refused)
        return refused.reasons[0].code

    assert told(number=" ") == "contract.number_empty"
    assert told(number="r-2026-0007") == "contract.number_ours"
    assert told(number="合同") == "contract.not_shown"
    assert told(on=world.TODAY + timedelta(days=1)) == "contract.paper_ahead"
    assert not Framework.objects.exists()
    keeps(cast)
    assert told() == "contract.number_taken"
