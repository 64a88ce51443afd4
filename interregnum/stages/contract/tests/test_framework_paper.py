"""A framework agreement that was signed on paper: its scan is kept, and nothing says that it was signed here."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader

from interregnum.files.store import content_of
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.keep_paper import keep_framework_paper
from interregnum.stages.contract.actions.seal_documents import seal_framework
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.queries.documents import document_of
from interregnum.stages.contract.queries.framework_access import framework_of_client
from interregnum.stages.contract.queries.signatures import known_file, unsealed_frameworks
from interregnum.stages.contract.rules.signing import SignedPaper
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import made
from tests import world
from tests.house.forms_of_signing import picture

pytestmark = pytest.mark.usefixtures("at_now")
TYPED = {"signed_name": " Carla  Klant ", "paper_on": "2026-03-02", "entitled": "Uittreksel 1"}


@pytest.fixture
def kept(cast) -> Framework:
    """Kept by Bea, on the page."""
    row = made(cast)
    bea, address = world.browser(cast.bea), reverse("bureau:contract-framework-paper", args=[row.code])
    assert address in bea.get(reverse("bureau:contract-frameworks", args=[cast.bank.code])).content.decode()
    assert bea.get(address).status_code == 200
    scan = SimpleUploadedFile("scan.png", picture(), "image/png")
    assert bea.post(address, TYPED | {"file": scan}).status_code == 302
    row.refresh_from_db()
    return row


def test_a_scan_stands_for_a_signature_and_it_holds(cast, kept):
    assert (kept.signed_name, kept.paper_on, kept.signed_by, kept.signed_sha256) == (
        "Carla Klant",
        world.TODAY,
        None,
        "",
    )
    assert kept.scanned_by == cast.bea and content_of(kept.scan).startswith(b"\xff\xd8\xff")
    assert framework_of_client(cast.bank.code) == kept


def test_a_contract_names_it_by_the_day_on_the_paper(cast, kept):
    """The scan came later."""
    day = timedelta(days=1)
    Framework.objects.filter(pk=kept.pk).update(paper_on=world.TODAY + day, signed_at=world.NOW + 9 * day)
    contract = drawn(cast)
    assert contract.framework == kept
    words = str(document_of(contract.code, Side.CLIENT).data)
    assert "3 March 2026" in words and "11 March 2026" not in words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Signed on paper; we keep the scan."), ("nl", "Op papier getekend")]
)
def test_both_desks_say_that_it_was_on_paper_and_give_the_scan(cast, kept, language, words):
    for person, desk, listed in (
        (cast.bea, "bureau", reverse("bureau:contract-frameworks", args=[cast.bank.code])),
        (cast.carla, "client", reverse("client:contract-framework", args=[kept.code])),
    ):
        browser, scan = (
            world.browser(person, language=language),
            reverse(f"{desk}:contract-framework-scan", args=[kept.code]),
        )
        page = browser.get(listed).content.decode()
        assert words in page and scan in page
        answer = browser.get(scan)
        assert answer["Content-Disposition"].startswith("attachment") and answer.content == content_of(kept.scan)
    other = reverse("client:contract-framework-scan", args=[kept.code])
    assert world.browser(cast.otto).get(other).status_code == 404


def test_the_seal_says_so_too(cast, kept, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    assert unsealed_frameworks() == [kept.code]
    seal_framework.func(kept.code)
    kept = Framework.objects.select_related("sealed", "scan", "document").get()
    last = PdfReader(io.BytesIO(content_of(kept.sealed))).pages[-1].extract_text()
    assert "Carla Klant" in last and kept.scan_sha256[:20] in last.replace("\n", "")
    assert known_file(kept.sealed_sha256).is_paper and unsealed_frameworks() == []


def test_what_is_impossible_is_refused_and_keeps_nothing(cast):
    row, day = made(cast), timedelta(days=1)

    def told(*, name="Carla", on=world.TODAY, entitled="Uittreksel 1", content=None, at=world.NOW):
        refused = keep_framework_paper(
            framework=row.code,
            signed=SignedPaper(name, on, entitled),
            content=picture() if content is None else content,
            by=cast.actor(cast.bea),
            at=at,
        )
        return refused.reasons[0].code if isinstance(refused, Refused) else None

    assert told(name=" ") == "contract.name_empty"
    assert told(entitled=" ") == "contract.entitled_empty"
    assert told(on=world.TODAY + day) == "contract.paper_ahead"
    assert told(on=world.TODAY - day) == "contract.paper_too_old"
    assert told(content=b"MZ") == "scan.no_scan"
    assert told(at=world.NOW + 21 * day) == "contract.framework_lapsed"
    assert framework_of_client(cast.bank.code) is None
    assert told() is None and told() == "contract.already_signed"
