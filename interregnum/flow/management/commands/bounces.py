"""`python -m interregnum bounces FILE`: note that a mail came back, from a mail server's report. `-` reads a pipe."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.flow.returned import take_report
from interregnum.outside.returned import MOST_BYTES


class Command(BaseCommand):
    help = "Note that a mail came back, from a mail server's report (RFC 3464)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the report, or - for standard input")

    def handle(self, *_args: object, **options: Any) -> None:
        try:
            content = _content(options["file"])
        except OSError as error:
            raise CommandError(_("This file cannot be read: %(why)s") % {"why": error.strerror}) from error
        is_bounce, words = take_report(content, at=timezone.now())
        if not is_bounce:
            raise CommandError(words)
        self.stdout.write(words)


def _content(name: str) -> bytes:
    # One byte more than may be read tells that it is too large without reading all of it.
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(name).open("rb") as source:
        return source.read(MOST_BYTES + 1)
