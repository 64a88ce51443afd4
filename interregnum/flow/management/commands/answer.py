"""Read questions and say which of the answers that the software comes with fit. Needs no database."""

import sys
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand

from interregnum.flow.terminal.lines_of_json import answers
from interregnum.flow.terminal.reading import STANDARD_INPUT
from interregnum.stages.ask.answers import knowledge, resembles, shipped_entries
from interregnum.stages.ask.rules.answer import Answered, answer

UNREADABLE = 2


class Command(BaseCommand):
    help = "Say which answers fit a visitor's question: one JSON object a line, best answer first."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--jsonl", required=True, metavar="FILE", help="records with id and question, a line each; - for input"
        )
        parser.add_argument("--reasons", action="store_true", help="also say which words led to the answers")

    def handle(self, *_args: Any, jsonl: str, reasons: bool, **_options: Any) -> None:
        try:
            with _opened(jsonl) as lines:
                for line in answers(lines, _with_reasons if reasons else _codes, field="question"):
                    self.stdout.write(line)
        except OSError as error:
            self.stderr.write(f"{jsonl}: {error.strerror}")
            raise SystemExit(UNREADABLE) from None


def _codes(question: str) -> dict[str, Any]:
    return {"answers": list(_answered(question).codes)}


def _with_reasons(question: str) -> dict[str, Any]:
    found = _answered(question)
    reasons = {one.code: [[ground.clue, ground.words, ground.points] for ground in one.grounds] for one in found.found}
    return {"answers": list(found.codes), "subject": found.subject, "reasons": reasons}


def _answered(question: str) -> Answered:
    return answer(question, entries=shipped_entries(), knowledge=knowledge(), likeness=resembles(question))


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb")
