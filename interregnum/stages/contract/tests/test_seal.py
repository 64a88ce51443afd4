"""Once both have signed, the firm seals: the signed bytes, a page of signatures, and a seal over the whole."""

import io
import random
import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from interregnum.files.store import content_of
from interregnum.stages.contract.actions.make_documents import make_anew
from interregnum.stages.contract.actions.seal_documents import identity, seal_documents
from interregnum.stages.contract.queries.signatures import known_file, unsealed
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.views import front
from tests import world
from tests.signing import sign


@pytest.fixture
def contract(cast, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    contract = drawn(cast)
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=world.NOW) is None
    seal_documents.func(contract.code)
    return contract


def test_the_seal_holds_the_signed_bytes_and_a_tagged_page_for_the_archive(contract):
    agreement = contract.agreements.get(side=Side.CLIENT)
    base, whole = content_of(agreement.document), content_of(agreement.sealed)
    assert whole.startswith(base) and unsealed() == []
    reader, before = PdfReader(io.BytesIO(whole)), PdfReader(io.BytesIO(base))
    assert len(reader.pages) == len(before.pages) + 1
    last = reader.pages[-1].extract_text()
    assert "Carla" in last and "Uittreksel 1" in last and agreement.signed_sha256[:20] in last.replace("\n", "")
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    assert len(tree["/K"]) > 1 and len(tree["/ParentTree"]["/Nums"]) == 2 * len(reader.pages)
    metadata = reader.trailer["/Root"]["/Metadata"].get_data()
    assert b'pdfaid:part="2"' in metadata and b'pdfaid:conformance="A"' in metadata
    signature = PdfFileReader(io.BytesIO(whole)).embedded_signatures[0]
    trusted = ValidationContext(trust_roots=[signature.signer_cert])
    assert validate_pdf_signature(signature, signer_validation_context=trusted).bottom_line
    assert stat.S_IMODE(identity(world.NOW).path.stat().st_mode) == 0o600


def test_one_flipped_byte_is_found_each_time(contract, monkeypatch):
    agreement = contract.agreements.get(side=Side.CLIENT)
    base, whole = content_of(agreement.document), content_of(agreement.sealed)
    monkeypatch.setattr(front, "MOST_AN_HOUR", 1000)
    chance = random.Random(7)
    for place in chance.sample(range(len(whole)), 100):
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        assert verified(bytes(changed)).count("This is not an unaltered document of ours") == 1
    assert "This is the unaltered document" in verified(whole)
    assert "without signatures" in verified(base)
    assert "is not an unaltered" in verified(b"") and "is not an unaltered" in verified(whole + b" ")


def test_the_sealed_one_is_what_is_fetched_and_it_is_made_once(cast, contract):
    agreement = contract.agreements.get(side=Side.CLIENT)
    whole = content_of(agreement.sealed)
    address = reverse("client:contract-document", args=[contract.code])
    assert world.browser(cast.carla).get(address).content == whole
    seal_documents.func(contract.code)
    assert contract.agreements.get(side=Side.CLIENT).sealed_sha256 == agreement.sealed_sha256
    make_anew(contract.code)
    assert contract.agreements.get(side=Side.CLIENT).sealed is None and known_file(agreement.sealed_sha256).is_sealed


def verified(content: bytes) -> str:
    file = SimpleUploadedFile("x.pdf", content)
    return VISITOR.post(reverse("front:contract-verify"), {"file": file}).content.decode()


VISITOR = world.browser()


def test_a_file_that_is_too_large_is_refused_and_nobody_checks_without_end(cast):
    page = reverse("front:contract-verify")
    assert VISITOR.post(page, {"file": SimpleUploadedFile("x.pdf", b"x" * 10_000_001)}).status_code == 422
    assert VISITOR.post(page, {}).status_code == 422
    answers = [VISITOR.post(page, {"file": SimpleUploadedFile("x.pdf", b"x")}).status_code for _ in range(61)]
    assert set(answers[:60]) == {200} and answers[60] == 429
