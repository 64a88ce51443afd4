"""Every agreement is for the archive: PDF/A-2a, which is 2b with tags and readable words, and PDF/UA-1; also sealed."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from interregnum.files.store import content_of
from interregnum.stages.contract.actions.seal_documents import seal_documents
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import sign

pytestmark = [pytest.mark.usefixtures("at_now"), pytest.mark.mission("H3")]
# What runs, opens something by itself, or lies inside unseen: none of it belongs in a document for the archive.
FORBIDDEN = {"/JavaScript", "/JS", "/Launch", "/AA", "/EmbeddedFiles", "/RichMedia", "/Movie", "/Sound", "/XFA"}


def objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that the catalogue leads to."""
    found, waits = set(), [reader.trailer["/Root"]]
    while waits:
        one = waits.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in found:
                continue
            found.add(one.idnum)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield one
            waits += [one.raw_get(key) for key in one]
        elif isinstance(one, ArrayObject):
            waits += list(one)


def check(content: bytes, language: str) -> None:
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert not reader.is_encrypted and "/Encrypt" not in reader.trailer and "/ID" in reader.trailer
    for name, said in (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        assert f'{name}="{said}"' in about or f"<{name}>{said}</{name}>" in about
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"] and root["/Lang"].startswith(language)
    [intent] = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1" and intent["/DestOutputProfile"].get_object().get_data()[36:40] == b"acsp"
    every = list(objects(reader))
    assert [key for one in every for key in one if key in FORBIDDEN] == []
    assert [one for one in every if one.get("/S") in {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}] == []
    fonts = [one for one in every if one.get("/Type") == "/FontDescriptor"]
    assert fonts and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one) for one in fonts)
    written = [one for one in every if one.get("/Type") == "/Font"]
    assert all("/ToUnicode" in one for one in written if one["/Subtype"] == "/Type0")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_made_and_what_is_sealed_is_for_the_archive(cast, language, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    contract = drawn(cast, language=language)
    for side, person in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        check(content_of(contract.agreements.get(side=side).document), language)
        assert sign(contract.code, side, cast.actor(person), at=world.NOW) is None
    seal_documents.func(contract.code)
    sealed = Agreement.objects.filter(contract=contract).exclude(sealed=None)
    assert sealed.count() == 2
    for row in sealed:
        check(content_of(row.sealed), language)
