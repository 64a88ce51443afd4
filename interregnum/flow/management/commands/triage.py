"""Read requests and say what kind of help they ask for. Needs no database."""

import json
import sys
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import django
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from interregnum.flow.terminal.lines_of_json import answers
from interregnum.flow.terminal.reading import STANDARD_INPUT, Unreadable, read_text
from interregnum.kernel.period import local_day
from interregnum.stages.ask.lexicon import resembles, shipped_lexicon
from interregnum.stages.ask.rules.plain import as_answer
from interregnum.stages.ask.rules.triage import triage
from interregnum.stages.ask.rules.values import Problem, Triage

UNREADABLE = 2


class Command(BaseCommand):
    help = "Say what kind of help a request asks for, with the words that are the evidence."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="a text file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each file")
        parser.add_argument("--jsonl", metavar="FILE", help="records with id and text, a line each; so are the answers")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, files: list[str], **options: Any) -> None:
        on = local_day(timezone.now())
        if options["jsonl"]:
            self._records(options["jsonl"], on)
        if files:
            # Only words for people want the whole of the software awake.
            django.setup()
            with translation.override(options["language"]):
                outcomes = [self._one(name, on, as_json=options["json"]) for name in files]
            if not all(outcomes):
                raise SystemExit(UNREADABLE)
        elif not options["jsonl"]:
            self.print_help("interregnum", "triage")
            raise SystemExit(UNREADABLE)

    def _records(self, name: str, on: date) -> None:
        try:
            with _opened(name) as lines:
                for line in answers(lines, lambda text: as_answer(_understood(text, on))):
                    self.stdout.write(line)
        except OSError as error:
            self.stderr.write(f"{name}: {error.strerror}")
            raise SystemExit(UNREADABLE) from None

    def _one(self, name: str, on: date, *, as_json: bool) -> bool:
        """Print one file; False when it could not be read."""
        from interregnum.flow.terminal.triaged import triage_lines, triage_values

        try:
            text = read_text(name)
        except Unreadable as unreadable:
            self.stderr.write(str(unreadable))
            return False
        found = _understood(text, on)
        if as_json:
            self.stdout.write(json.dumps(triage_values(name, found), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(triage_lines(name, found)) + "\n")
        return True


def _understood(text: str, on: date) -> Triage:
    return triage(Problem(text), lexicon=shipped_lexicon(), on=on, resemblance=resembles(text))


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb")
