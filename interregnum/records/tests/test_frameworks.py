"""What goes of a framework agreement: the name of whoever was erased, and the network address after its term."""

import io
from datetime import timedelta

from pypdf import PdfReader

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of, keep
from interregnum.records.erase import erase_person
from interregnum.records.persons import person_of
from interregnum.records.signing import drop_framework, forget_address, framework_addresses, past_frameworks
from interregnum.stages.contract.actions.seal_documents import seal_framework
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import signed
from tests import world


def test_whoever_is_erased_stands_in_no_document_and_the_signature_stays_known(cast, settings, tmp_path):
    settings.KEYS_FOLDER = tmp_path / "keys"
    row = signed(cast)
    seal_framework.func(row.code)
    sha256 = row.signed_sha256
    erase_person(person_of(accounts=[cast.carla.code]), by=cast.actor(cast.bea), at=world.NOW)
    row = Framework.objects.select_related("document").get(code=row.code)
    pages = PdfReader(io.BytesIO(content_of(row.document))).pages
    assert not [page for page in pages if "Carla" in page.extract_text()]
    assert row.sealed is None and row.sealed_sha256
    assert row.signed_sha256 == sha256 != row.document.sha256 and row.signed_name != "Carla"


def test_the_network_address_goes_after_its_term(cast):
    row = signed(cast)
    Framework.objects.update(signed_address="192.0.2.1")
    assert list(framework_addresses()) == [row]
    forget_address(row, world.NOW)
    assert not framework_addresses().exists()


def test_one_goes_with_its_documents_when_another_holds_and_no_contract_under_it_is_kept(cast):
    first, contract = signed(cast), drawn(cast)
    assert contract.framework == first
    scan = keep(name="scan.jpg", content=b"scan", media_type="image/jpeg", at=world.NOW)
    Framework.objects.filter(pk=first.pk).update(scan=scan)
    second = signed(cast)
    Framework.objects.filter(pk=second.pk).update(signed_at=world.NOW + timedelta(days=1))
    assert not past_frameworks().exists()
    contract.delete()
    assert list(past_frameworks()) == [first]
    drop_framework(past_frameworks().get(), world.NOW)
    assert list(Framework.objects.all()) == [second]
    assert not StoredFile.objects.filter(pk__in=[first.document_id, scan.pk]).exists()
