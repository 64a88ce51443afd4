"""Import a roster of managers from a CSV file into the database."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interregnum.flow.terminal.reading import Unreadable, read_text
from interregnum.kernel.actor import HOUSE
from interregnum.people.roster import import_roster
from interregnum.people.texts import COLUMNS, fault_words

UNREADABLE = 2


class Command(BaseCommand):
    help = "Import managers from a CSV file; who is known by e-mail address is updated, nobody is removed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.csv", help="a CSV file, or - for standard input")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, file: str, **options: Any) -> None:
        with translation.override(options["language"]):
            try:
                text = read_text(file)
            except Unreadable as unreadable:
                self.stderr.write(str(unreadable))
                raise SystemExit(UNREADABLE) from None
            report = import_roster(text=text, by=HOUSE, at=timezone.now(), dry_run=options["dry_run"])
            for fault in report.faults:
                column = COLUMNS.get(fault.column, "")
                place = _("line %(line)s") % {"line": fault.line}
                self.stderr.write(f"{place}, {column}, {fault.value!r}: {fault_words(fault)}")
            counts = {name: len(getattr(report, name)) for name in ("added", "changed", "unchanged", "faults")}
            self.stdout.write(
                _("%(added)s added, %(changed)s changed, %(unchanged)s unchanged, %(faults)s cells refused") % counts
            )
