"""`python -m interregnum read-cv FILE`: say what a CV tells. Needs no database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _

from interregnum.flow.terminal.cvs import cv_lines, cv_values
from interregnum.flow.terminal.reading import STANDARD_INPUT
from interregnum.outside.cvs.parse import LARGEST_BYTES
from interregnum.outside.cvs.read import Unread, open_cv
from interregnum.people.cv_texts import refusal_words
from interregnum.people.rules.cv.read import read_cv
from interregnum.people.rules.cv.values import Cv

UNREADABLE = 2


class Command(BaseCommand):
    help = "Read CVs (PDF, DOCX, ODT, text, JSON Resume, Europass XML): who it is of, positions, education, languages."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a CV, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each file")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, files: list[str], **options: Any) -> None:
        with translation.override(options["language"]):
            outcomes = [self._one(name, as_json=options["json"]) for name in files]
        if not all(outcomes):
            raise SystemExit(UNREADABLE)

    def _one(self, name: str, *, as_json: bool) -> bool:
        """Print one CV; False when it could not be read, with the reason on the error channel."""
        why, cv = "", Cv()
        try:
            found = open_cv(_bytes_of(name))
        except OSError as error:
            why = _("%(name)s: cannot be read (%(why)s)") % {"name": name, "why": error.strerror}
        else:
            why = f"{name}: {refusal_words(found.code, found.facts)}" if isinstance(found, Unread) else ""
            cv = Cv() if isinstance(found, Unread) else read_cv(found)
        if why:
            self.stderr.write(why)
        if as_json:
            values = cv_values(name, cv) | ({"refused": why, "warnings": [why]} if why else {})
            self.stdout.write(json.dumps(values, ensure_ascii=False))
        elif not why:
            self.stdout.write("\n".join(cv_lines(name, cv)))
        return not why


def _bytes_of(name: str) -> bytes:
    # One byte more than may be read tells that there is too much, without reading it all.
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST_BYTES + 1)
