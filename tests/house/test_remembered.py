"""What is put back is what was lived, and it is lived anew where it could go otherwise."""

import shutil

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from interregnum.people.models import Firm
from tests import remembered, world
from tests.life import Life

pytestmark = pytest.mark.django_db


def lived(before=lambda: None):
    """What there is after a life, all rows and files of it, and then nothing of it has happened."""
    with transaction.atomic():
        cast = world.make_cast()
        before()
        life = Life(cast, until="signed")
        found = remembered.rows(remembered.all_tables()), remembered.files(), vars(life)
        transaction.set_rollback(True)
    for folder in remembered.FOLDERS:
        shutil.rmtree(getattr(settings, folder), ignore_errors=True)
    return found


def test_a_life_is_put_back_to_the_last_row_and_file(tmp_path, settings):
    rows, files, first = lived()
    # Another test keeps its files elsewhere.
    settings.MAIL_FOLDER, settings.FILES_ROOT = tmp_path / "post", tmp_path / "kept"
    rows_again, files_again, second = lived()
    assert rows_again == rows
    assert files_again == files
    assert {name for name, _path in files} == {"MAIL_FOLDER", "FILES_ROOT"}
    assert second.pop("cast").bank == first.pop("cast").bank
    assert second == first


def test_whoever_changes_what_was_returned_changes_nothing_for_the_next():
    lived()[2]["cast"].bank.name = "Anders"
    assert lived()[2]["cast"].bank.name == "Bank De Proef"


@pytest.mark.parametrize("other", ["row", "clock", "language", "setting", "patch"])
def test_what_could_go_otherwise_is_lived_anew(other, settings, monkeypatch):
    usual = lived()[2]["request"]
    assert lived()[2]["request"] == usual
    if other == "row":
        assert lived(lambda: Firm.objects.update(city="Elders"))[2]["request"] != usual
    elif other == "clock":
        with time_machine.travel(world.NOW, tick=False):
            assert lived()[2]["request"] != usual
    elif other == "language":
        with override("en"):
            assert lived()[2]["request"] != usual
    elif other == "setting":
        settings.SITE = "https://elders.example.org"
        assert lived()[2]["request"] != usual
    else:
        monkeypatch.setattr(world, "TODAY", world.TODAY)
        assert lived()[2]["request"] != usual
