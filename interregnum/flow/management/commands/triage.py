"""Read requests and say what kind of help they ask for. Needs no database."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from interregnum.flow.terminal.reading import Unreadable, read_text
from interregnum.flow.terminal.triaged import triage_lines, triage_values
from interregnum.kernel.period import local_day
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.rules.triage import triage
from interregnum.stages.ask.rules.values import Problem

UNREADABLE = 2


class Command(BaseCommand):
    help = "Say what kind of help a request asks for, with the words that are the evidence."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a text file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each file")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, files: list[str], **options: Any) -> None:
        with translation.override(options["language"]):
            outcomes = [self._one(name, as_json=options["json"]) for name in files]
        if not all(outcomes):
            raise SystemExit(UNREADABLE)

    def _one(self, name: str, *, as_json: bool) -> bool:
        """Print one file; False when it could not be read."""
        try:
            text = read_text(name)
        except Unreadable as unreadable:
            self.stderr.write(str(unreadable))
            return False
        found = triage(Problem(text=text), lexicon=lexicon(), on=local_day(timezone.now()))
        if as_json:
            self.stdout.write(json.dumps(triage_values(name, found), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(triage_lines(name, found)) + "\n")
        return True
