"""One thing that will not go keeps nothing else here."""

import errno
from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError

from interregnum.journal.models import Payload
from interregnum.people.cvs import forget_cv
from interregnum.people.models import CvFile, Invitation
from interregnum.records import keeping
from interregnum.records.keeping import NotGoneError, apply_terms
from tests.world import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=400)


@pytest.fixture
def invitation(cast):
    """Its rule comes after many others."""
    return Invitation.objects.create(account=cast.anton, token_hash="x" * 64, sent_at=NOW, expires_at=NOW)


def night() -> None:
    with time_machine.travel(LATER, tick=False):
        apply_terms(LATER)


def test_a_row_that_fails_stays_and_is_told_while_all_others_go(cast, invitation, monkeypatch):
    row = CvFile.objects.get(manager=cast.max_profile)
    CvFile.objects.update(settled_at=None)

    def broken(one: CvFile) -> None:
        if one.pk == row.pk:
            raise PermissionError("the disk says no")
        forget_cv(one)

    monkeypatch.setattr("interregnum.records.uploads.forget_cv", broken)
    with pytest.raises(NotGoneError, match=rf"^1 .*cv {row.pk}: PermissionError"):
        night()
    assert CvFile.objects.filter(pk=row.pk).exists()
    assert not Invitation.objects.filter(pk=invitation.pk).exists()
    assert Payload.objects.filter(entry__kind="TermsApplied").exists()


@pytest.mark.parametrize("trouble", [OperationalError("database is locked"), OSError(errno.ENOSPC, "no space left")])
def test_a_database_that_does_not_answer_and_a_full_disk_are_waited_for(invitation, monkeypatch, trouble):
    def stopped(*_all):
        raise trouble

    monkeypatch.setattr(keeping, "_let_go", stopped)
    with pytest.raises(type(trouble)):
        night()
    assert Invitation.objects.filter(pk=invitation.pk).exists()


def test_what_went_before_the_trouble_came_is_told_all_the_same(cast, monkeypatch):
    """Erased is erased, also when the rest of the night is done later."""
    for hashed in ("x", "y"):
        Invitation.objects.create(account=cast.anton, token_hash=hashed * 64, sent_at=NOW, expires_at=NOW)
    lets_go = keeping._let_go

    def stops(one, at):
        if one.term.name == "invitation" and Invitation.objects.count() == 1:
            raise OperationalError("database is locked")
        return lets_go(one, at)

    monkeypatch.setattr(keeping, "_let_go", stops)
    with pytest.raises(OperationalError):
        night()
    assert Invitation.objects.count() == 1
    assert Payload.objects.get(entry__kind="TermsApplied").content["counts"]["invitation"] == 1
