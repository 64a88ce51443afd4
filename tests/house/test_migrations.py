"""Tables and migrations agree, and a fork in the migrations is seen."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

import interregnum
from tests import tables

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(path for path in (ROOT / "interregnum").rglob("migrations") if path.is_dir())


@pytest.mark.django_db
def test_no_table_was_changed_without_a_migration():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_migrations_stand_in_one_line_and_are_named_for_their_deed(folder):
    names = sorted(path.stem for path in folder.glob("0*.py"))
    assert [name[:4] for name in names] == [f"{number:04d}" for number in range(1, len(names) + 1)]
    assert not [name for name in names if "auto" in name or "initial" in name]
    assert (folder / "max_migration.txt").read_text("utf-8").strip() == names[-1]


def test_the_tests_make_their_tables_anew_when_what_migrations_read_has_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(interregnum, "__path__", [str(tmp_path)])
    name_now = tables.name_of_tables.__wrapped__
    (tmp_path / "tests").mkdir()
    (tmp_path / "first_values.json").write_text("{}")
    before = name_now()
    (tmp_path / "tests" / "test_values.py").write_text("")
    assert name_now() == before
    (tmp_path / "first_values.json").write_text('{"days": 3}')
    assert name_now() != before
