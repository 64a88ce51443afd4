"""Triage and shortlist at the command line: no database, no set-up, any file.

The tests of these two have no mark for the database, so that asking any table would make them fail.
"""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.people.first_lists import first_names
from interregnum.people.models import Discipline, Manager, Sector

ROOT = Path(__file__).resolve().parents[2]
REQUEST = (
    "Onze afdeling schadebehandeling loopt een jaar achter en twee teamleiders zijn vertrokken. Wij zoeken per 1 maart "
    "een interim manager voor vier dagen per week die de afdeling reorganiseert en de processen op orde brengt."
)


@pytest.fixture
def request_file(tmp_path: Path) -> str:
    path = tmp_path / "request.txt"
    path.write_text(REQUEST, encoding="utf-8")
    return str(path)


@pytest.fixture
def roster_file(tmp_path: Path) -> str:
    path = tmp_path / "roster.csv"
    path.write_text(roster_csv(managers=300, seed=7, on=date(2026, 1, 5)), encoding="utf-8")
    return str(path)


def typed(command: str, *words: str) -> tuple[str, str, int]:
    """What a command prints, what it says on the error channel, and the code with which it ends."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command(command, *words, stdout=out, stderr=err)
    except SystemExit as end:
        code = int(end.code or 0)
    return out.getvalue(), err.getvalue(), code


@pytest.mark.mission("A3")
def test_a_request_is_read_in_dutch_with_its_evidence(request_file):
    out, err, code = typed("triage", request_file)
    assert (code, err) == (0, "")
    assert "Veranderingsmanagement" in out
    assert "“reorganiseert”" in out


def test_the_same_in_english_and_as_json(request_file):
    assert "Change management" in typed("triage", request_file, "--language", "en")[0]
    found = json.loads(typed("triage", request_file, "--json")[0])
    assert (found["category"], found["need"], found["days_a_week"]) == ("change", "manager", 4)
    assert all(REQUEST[one["start"] : one["end"]] == one["quote"] for one in found["evidence"])


def test_several_files_are_one_json_object_each(request_file):
    lines = typed("triage", request_file, request_file, "--json")[0].splitlines()
    assert [json.loads(line)["file"] for line in lines] == [request_file] * 2


def test_a_file_that_is_not_there_is_named_and_the_others_are_read(request_file, tmp_path):
    out, err, code = typed("triage", str(tmp_path / "nowhere.txt"), request_file, "--json")
    assert code == 2
    assert "nowhere.txt" in err
    assert json.loads(out)["category"] == "change"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\x7fELF\x00\x01", b"\x81\x8d", b"x" * 5_000_001])
def test_a_file_that_is_no_text_is_refused(tmp_path, content):
    path = tmp_path / "odd"
    path.write_bytes(content)
    out, err, code = typed("triage", str(path))
    assert (out, code) == ("", 2)
    assert "odd: " in err
    assert typed("triage", str(tmp_path))[2] == 2


def test_a_text_of_one_megabyte_is_read(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(REQUEST * (1_000_000 // len(REQUEST)), encoding="utf-8")
    out, _, code = typed("triage", str(path), "--language", "en")
    assert code == 0
    assert len(out.splitlines()) < 100


def test_a_text_in_the_alphabet_of_windows_is_read(tmp_path):
    path = tmp_path / "windows.txt"
    path.write_bytes("Wij zoeken een interim manager voor coördinatie".encode("cp1252"))
    assert typed("triage", str(path))[2] == 0


def shortlist(*words: str) -> tuple[str, str, int]:
    return typed("shortlist", *words, "--on", "2026-01-05", "--language", "en")


@pytest.mark.mission("D2")
def test_the_best_three_stand_with_their_points_and_why_others_do_not(request_file, roster_file):
    out, err, code = shortlist(request_file, "--roster", roster_file, "--limit", "3", "--rate", "1500")
    assert (code, err) == (0, "")
    assert "  3. " in out
    assert "  4. " not in out
    assert "Within the client's ceiling" in out
    assert "Start 2026-03-01" in out


def test_the_points_of_the_json_add_up(request_file, roster_file):
    words = (request_file, "--roster", roster_file, "--start", "2026-04-01", "--days", "3", "--excluded")
    found = json.loads(shortlist(*words, "--json")[0])
    assert found["wanted"]["starts_on"] == "2026-04-01"
    assert found["wanted"]["days_a_week"] == 3
    assert len(found["listed"]) == 10
    for one in found["listed"]:
        assert one["total"] == sum(part["gained"] for part in one["points"].values())
        assert sum(part["weight"] for part in one["points"].values()) == 100
    assert sum(found["excluded"].values()) == len(found["excluded_managers"]) <= found["pool"] - 10


def test_the_names_of_who_was_left_out_are_given_when_asked(request_file, roster_file):
    few = shortlist(request_file, "--roster", roster_file)[0]
    assert len(shortlist(request_file, "--roster", roster_file, "--excluded")[0]) > len(few)


def test_the_client_named_leaves_out_who_worked_there(request_file, roster_file):
    words = (request_file, "--roster", roster_file, "--client", "Voorbeeldbank", "--json")
    assert json.loads(shortlist(*words)[0])["excluded"]["choose.past_with_client"] > 0


def test_bad_rows_of_the_roster_are_named_and_the_good_ones_used(request_file, tmp_path):
    lines = roster_csv(managers=4, seed=7, on=date(2026, 1, 5)).splitlines()
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join([*lines[:4], "only;two;cells", lines[4].replace("2026", "the year")]), encoding="utf-8")
    out, err, code = shortlist(request_file, "--roster", str(bad), "--json")
    assert code == 0
    assert json.loads(out)["pool"] == 3
    assert "line 5" in err
    assert "This is no day." in err


def test_a_roster_without_managers_and_a_request_without_category_are_told(request_file, roster_file, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_text("a,b\n", encoding="utf-8")
    assert shortlist(request_file, "--roster", str(empty))[2] == 2
    vague = tmp_path / "vague.txt"
    vague.write_text("Hallo, kunt u mij bellen?", encoding="utf-8")
    _, err, code = shortlist(str(vague), "--roster", roster_file)
    assert code == 2
    assert "--category" in err
    out, err, code = shortlist(str(vague), "--roster", roster_file, "--category", "crisis")
    assert code == 0
    assert out.startswith("Crisis management, senior management")
    assert "is assumed" in err


def test_both_work_where_nothing_was_ever_set_up(request_file, roster_file, tmp_path):
    data = tmp_path / "data"
    run = [sys.executable, "-m", "interregnum"]
    for words in (["triage", "-"], ["shortlist", "-", "--roster", roster_file]):
        done = subprocess.run(
            [*run, *words],
            input=REQUEST.encode(),
            capture_output=True,
            cwd=ROOT,
            env=os.environ | {"INTERREGNUM_DATA": str(data)},
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
    assert not list(data.rglob("*.sqlite3"))


@pytest.mark.django_db
def test_the_names_of_the_lists_are_those_of_a_new_installation():
    rows = (*Sector.objects.all(), *Discipline.objects.all())
    assert first_names() == {row.code: row.name_nl for row in rows}


@pytest.mark.django_db
def test_a_roster_is_imported_from_the_command_line_after_a_trial(roster_file, tmp_path):
    assert typed("import_roster", roster_file, "--dry-run", "--language", "en")[0].startswith("300 added")
    assert not Manager.objects.exists()
    typed("import_roster", roster_file)
    assert "300 unchanged" in typed("import_roster", roster_file, "--language", "en")[0]
    assert Manager.objects.count() == 300
    assert typed("import_roster", str(tmp_path / "nowhere.csv"))[2] == 2


def test_records_are_answered_line_by_line_whatever_a_line_holds(tmp_path):
    path = tmp_path / "records.jsonl"
    text = "Onze directeur is ziek; wij zoeken per direct een interim-directeur tot zij terug is."
    good = json.dumps({"id": "a", "text": text})
    lines = [
        good,
        "",
        "no json",
        "[1]",
        '{"id": 7}',
        '{"id": 8, "text": 9}',
        "{" * 9999,
        '{"id": NaN}',
        '{"text": "\\ud800"}',
    ]
    path.write_bytes(b"\n".join(line.encode() for line in lines) + b"\n\xff\xfe\x81\n" + good.encode())
    out, err, code = typed("triage", "--jsonl", str(path))
    found = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [bool(one.get("error")) for one in found] == [False, True, True, True, True, True, True, False, True, False]
    assert [one.get("id") for one in found][:5] == ["a", None, None, 7, 8]
    first = found[0]
    assert (first["category"][0], first["need"], first["out_of_scope"]) == ("bridging", "manager", False)
    assert first["evidence"]
    assert all(quote in text for quote in first["evidence"])
    assert found[-1] == first


def test_the_command_for_records_wakes_no_database(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": 1, "text": "Gezocht: interim manager"}', encoding="utf-8")
    environment = os.environ | {"INTERREGNUM_DATA": str(tmp_path / "nothing"), "INTERREGNUM_SECRET": "s"}
    command = [sys.executable, "-m", "interregnum", "triage", "--jsonl", str(path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["need"] == "manager"
    assert not (tmp_path / "nothing").exists()
