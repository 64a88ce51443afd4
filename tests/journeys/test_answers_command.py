"""Visitors' questions at the command line: no database, whatever a line holds."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command


def typed(*words: str) -> tuple[list[dict[str, Any]], int]:
    """The lines that the command prints, and the code with which it ends."""
    out, code = io.StringIO(), 0
    try:
        call_command("answer", *words, stdout=out, stderr=io.StringIO())
    except SystemExit as end:
        code = int(end.code or 0)
    return [json.loads(line) for line in out.getvalue().splitlines()], code


@pytest.mark.mission("I1")
def test_each_record_gets_its_answer_and_what_is_no_record_is_told(tmp_path):
    file = tmp_path / "questions.jsonl"
    known, price = {"id": 1, "question": "Wat als het niet klikt?"}, {"id": 2, "question": "Wat kost het?"}
    file.write_text("\n".join([json.dumps(known), "", "geen record", json.dumps(price)]), encoding="utf-8")
    (first, wrong, last), code = typed("--jsonl", str(file))
    assert (first, last) == ({"id": 1, "answers": ["not_satisfied"]}, {"id": 2, "answers": ["none"]})
    assert "error" in wrong
    assert code == 0


def test_the_reasons_are_told_when_asked_for(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_text('{"id": 1, "question": "Kan ik een andere manager krijgen?"}', encoding="utf-8")
    (found,), _ = typed("--jsonl", str(file), "--reasons")
    assert "replacement" in [clue for clue, _words, _points in found["reasons"]["not_satisfied"]]


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert typed("--jsonl", str(tmp_path / "nowhere.jsonl")) == ([], 2)


def test_what_json_can_write_and_nobody_can_read_stops_no_other_line(tmp_path):
    file = tmp_path / "questions.jsonl"
    half, endless = (
        '{"id": 1, "question": "\\ud800 Wat als het niet klikt?"}',
        '{"id": 1e999, "question": "Wat kost het?"}',
    )
    file.write_text("\n".join([half, endless, '{"id": 3, "question": "Wat kost het?"}']), encoding="utf-8")
    (first, wrong, last), code = typed("--jsonl", str(file))
    assert (first, last, code) == ({"id": 1, "answers": ["not_satisfied"]}, {"id": 3, "answers": ["none"]}, 0)
    assert wrong == {"line": 2, "error": "the line is no JSON"}
