"""Whoever is erased is gone from the store of files too: CVs, proofs of insurance, sheets and applications."""

from pathlib import Path

import pytest

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.kernel.actor import VISITOR
from interregnum.kernel.lists import Level
from interregnum.outside.sheets.read import Sheet
from interregnum.people.applications import Handed, apply
from interregnum.people.cvs import keep_cv
from interregnum.people.imports import keep_sheet
from interregnum.people.models import CvFile, Insurance
from interregnum.people.rules.applications import Applied
from interregnum.people.rules.importing import ImportKind
from interregnum.people.rules.papers import Cover
from interregnum.records.erase import erase_person
from interregnum.records.persons import person_of
from tests.world import NOW

pytestmark = pytest.mark.django_db
READ = {"read": {}, "lines": [], "remarks": []}


def kept_on_disk(settings) -> bytes:
    return b"".join(path.read_bytes() for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file())


@pytest.fixture
def erase(cast, django_capture_on_commit_callbacks):
    def erased(**who):
        with django_capture_on_commit_callbacks(execute=True):
            return erase_person(person_of(**who), by=cast.actor(cast.bea), at=NOW)

    return erased


def cv_of(cast, content, *, manager="", found=READ):
    return keep_cv(content=content, name="cv.txt", found=found, manager=manager, by=cast.actor(cast.bea), at=NOW)


def test_cv_and_proof_of_insurance_of_an_erased_manager_leave_the_store_and_no_other(cast, erase, settings):
    cv_of(cast, b"kanarie-cv", manager=cast.max_profile.code)
    proof = store.keep(name="polis.pdf", content=b"kanarie-polis", media_type="application/pdf", at=NOW)
    Insurance.objects.filter(manager=cast.max_profile, cover=Cover.PROFESSIONAL).update(proof=proof)
    cv_of(cast, b"blijft", manager=cast.olga_profile.code)
    done = erase(managers=[cast.max_profile.code])
    assert b"kanarie" not in kept_on_disk(settings)
    assert b"blijft" in kept_on_disk(settings)
    assert not StoredFile.objects.filter(pk=proof.pk).exists()
    assert done.counts["files"] >= 2


def test_a_cv_that_nobody_took_over_yet_goes_with_who_it_is_of(cast, erase, settings):
    name = cast.max_profile.email
    cv_of(cast, b"kanarie-los", found=READ | {"read": {"email": name}})
    cv_of(cast, b"blijft")
    erase(managers=[cast.max_profile.code])
    assert b"kanarie" not in kept_on_disk(settings)
    assert b"blijft" in kept_on_disk(settings)


def test_the_cv_of_whoever_signed_up_goes_with_them(cast, erase, settings):
    applied = Applied(
        name="Wil Weg",
        email="wil@example.org",
        phone="0612345678",
        city="Ede",
        discipline="finance",
        level=Level.SENIOR,
        languages=("nl",),
        language="nl",
        wants_to_stay=False,
    )
    apply(applied=applied, cv=Handed(b"kanarie-wil", "cv.txt", READ), signs=(), at=NOW)
    erase(emails=["wil@example.org"])
    assert b"kanarie" not in kept_on_disk(settings)
    assert not CvFile.objects.filter(uploaded_by=VISITOR.code, file__isnull=False).exists()


def test_a_sheet_in_which_an_erased_person_stands_goes_at_once(cast, erase, settings):
    def sheet(email):
        rows = f'[2, ["{email}"]]\n'.encode()
        by = cast.actor(cast.bea)
        keep_sheet(kind=ImportKind.CLIENTS, name="x.csv", sheet=Sheet(["email"], rows, 1), by=by, at=NOW)

    sheet(cast.max_profile.email)
    assert cast.max_profile.email.encode() in kept_on_disk(settings)
    sheet("ander@example.org")
    erase(managers=[cast.max_profile.code])
    assert cast.max_profile.email.encode() not in kept_on_disk(settings)
    assert b"ander@example.org" in kept_on_disk(settings)
