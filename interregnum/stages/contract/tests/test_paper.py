"""An agreement that was signed on paper: its scan is kept, and nothing says that it was signed here."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from interregnum.files.store import content_of
from interregnum.journal.timeline import timeline
from interregnum.kernel.refused import Refused
from interregnum.outside.scans.read import Scan, plain_scan
from interregnum.stages.contract.actions.keep_paper import keep_paper
from interregnum.stages.contract.actions.seal_documents import seal_documents
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.signatures import unsealed
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.house.forms_of_signing import picture
from tests.signing import sign

pytestmark = pytest.mark.usefixtures("at_now")


@pytest.fixture
def contract(cast):
    return drawn(cast)


def pdf(*, runs: bool = False, attached: bool = False, locked: str = "") -> bytes:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=200, height=300)
    if runs:
        act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(act)
    if attached:
        writer.add_attachment("programma.exe", b"MZ")
    if locked:
        writer.encrypt(locked, algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


def paper(cast, contract, **changes) -> Refused | None:
    values = {
        "contract": contract.code, "side": Side.CLIENT, "signed_name": " Carla  Klant ", "paper_on": world.TODAY,
        "entitled": "Uittreksel 1", "content": picture(), "by": cast.actor(cast.bea), "at": world.NOW,
    }  # fmt: skip
    return keep_paper(**(values | changes))


def told(refused: Refused | None) -> tuple[str, str]:
    assert isinstance(refused, Refused)
    return refused.reasons[0].code, refused.reasons[0].field


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "scan.no_scan"),
        (b"MZ een programma", "scan.no_scan"),
        (b"%PDF-1.7 en dan niets", "scan.damaged"),
        (b"\x89PNG\r\n\x1a\n en dan niets", "scan.damaged"),
        (b"%PDF-" + b"x" * 10_000_000, "scan.too_large"),
        (pdf(locked="geheim"), "scan.locked"),
    ],
)
@pytest.mark.mission("H3")
def test_a_file_that_is_no_plain_scan_is_refused(content, code):
    assert plain_scan(content) == code


def test_of_a_pdf_and_a_picture_the_dots_alone_are_kept():
    content = pdf(runs=True, attached=True)
    assert b"/JavaScript" in content and b"programma" in content
    kept = plain_scan(content)
    assert isinstance(kept, Scan) and kept.media_type == "application/pdf"
    assert len(PdfReader(io.BytesIO(kept.content)).pages) == 1
    assert b"/JavaScript" not in kept.content and b"programma" not in kept.content
    found = plain_scan(picture() + b"<script>alert(1)</script>")
    assert isinstance(found, Scan) and found.content.startswith(b"\xff\xd8\xff") and b"script" not in found.content


def test_a_paper_stands_for_a_signature_and_the_other_signs_here(cast, contract, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    assert paper(cast, contract) is None
    kept = contract.agreements.get(side=Side.CLIENT)
    assert (kept.signed_name, kept.paper_on, kept.signed_by, kept.signed_sha256) == (
        "Carla Klant",
        world.TODAY,
        None,
        "",
    )
    assert kept.scanned_by == cast.bea and content_of(kept.scan).startswith(b"\xff\xd8\xff")
    kinds = [moment.kind for moment in timeline(contract.code)]
    assert "PaperKept" in kinds and "AgreementSigned" not in kinds
    assert sign(contract.code, Side.MANAGER, cast.actor(cast.max), at=world.NOW) is None
    assert Contract.objects.get().state == ContractState.SIGNED
    seal_documents.func(contract.code)
    words = PdfReader(io.BytesIO(content_of(contract.agreements.get(side=Side.CLIENT).sealed))).pages[-1].extract_text()
    assert "Signed on paper" in words and "not a signature in the browser" in words.replace("\n", " ")
    other = (
        PdfReader(io.BytesIO(content_of(contract.agreements.get(side=Side.MANAGER).sealed))).pages[-1].extract_text()
    )
    assert "Signed on paper" not in other


def test_what_both_signed_on_paper_is_sealed_as_well(cast, contract, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    for side in (Side.CLIENT, Side.MANAGER):
        assert paper(cast, contract, side=side) is None
    assert Contract.objects.get().state == ContractState.SIGNED
    assert unsealed() == [contract.code]
    seal_documents.func(contract.code)
    assert unsealed() == []
    assert all(one.sealed for one in contract.agreements.all())


def test_all_that_is_wrong_with_a_paper_is_said_at_once(cast, contract):
    wrong = {"signed_name": " ", "paper_on": world.TODAY + timedelta(days=1), "content": b"MZ", "entitled": "漢"}
    refused = paper(cast, contract, **wrong)
    assert isinstance(refused, Refused)
    assert [reason.field for reason in refused.reasons] == ["signed_name", "paper_on", "entitled", "file"]


def test_every_page_says_that_it_was_on_paper_and_only_that_side_fetches_the_scan(cast, contract):
    paper(cast, contract)
    for person, desk in ((cast.carla, "client"), (cast.bea, "bureau")):
        browser = world.browser(person, language="en")
        page = browser.get(reverse(f"{desk}:contract-contract", args=[contract.code])).content.decode()
        assert "Signed on paper; we keep the scan." in page and "Signed by" not in page
    answer = world.browser(cast.carla).get(reverse("client:contract-scan", args=[contract.code]))
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff"
    assert world.browser(cast.max).get(reverse("manager:contract-scan", args=[contract.code])).status_code == 404
    bureau = world.browser(cast.bea)
    assert bureau.get(reverse("bureau:contract-scan", args=[contract.code, "client"])).status_code == 200
    assert bureau.get(reverse("bureau:contract-scan", args=[contract.code, "other"])).status_code == 404


def test_what_is_impossible_on_paper_is_refused_with_its_field(cast, contract):
    assert told(paper(cast, contract, side=Side.MANAGER)) == ("contract.not_your_turn", "")
    assert told(paper(cast, contract, signed_name=" ")) == ("contract.name_empty", "signed_name")
    assert told(paper(cast, contract, entitled=" ")) == ("contract.entitled_empty", "entitled")
    day = timedelta(days=1)
    assert told(paper(cast, contract, paper_on=world.TODAY + day)) == ("contract.paper_ahead", "paper_on")
    assert told(paper(cast, contract, paper_on=world.TODAY - day)) == ("contract.paper_too_old", "paper_on")
    assert told(paper(cast, contract, content=b"MZ")) == ("scan.no_scan", "file")
    assert paper(cast, contract) is None
    assert told(paper(cast, contract)) == ("contract.already_signed", "")


def test_bea_keeps_a_scan_on_the_page(cast, contract):
    browser = world.browser(cast.bea)
    address = reverse("bureau:contract-paper", args=[contract.code, "client"])
    typed = {"signed_name": "Carla Klant", "paper_on": "2026-03-02", "entitled": "Uittreksel 1"}
    empty = browser.post(address, typed | {"file": SimpleUploadedFile("scan.pdf", b"")})
    assert empty.status_code == 422 and "Uittreksel 1" in empty.content.decode()
    assert browser.post(address, typed | {"file": SimpleUploadedFile("scan.pdf", pdf())}).status_code == 302
    assert contract.agreements.get(side=Side.CLIENT).scan.media_type == "application/pdf"
    assert browser.get(reverse("bureau:contract-paper", args=[contract.code, "nobody"])).status_code == 404
