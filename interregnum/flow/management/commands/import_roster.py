"""Import a roster of managers from a CSV or XLSX file into the database."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interregnum.flow.terminal.reading import Unreadable, sheet_of
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.refused import Refused
from interregnum.people.imports import import_sheet
from interregnum.people.rules.consent import Consent
from interregnum.people.rules.importing import ImportKind
from interregnum.people.texts import COLUMNS, REFUSALS, fault_words

UNREADABLE = 2


class Command(BaseCommand):
    help = "Import managers from a CSV or XLSX file; who is known by e-mail address is updated, nobody is removed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a CSV or XLSX file, or - for standard input")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
        parser.add_argument(
            "--consented-on", type=date.fromisoformat, metavar="DAY", help="the day on which all consented to stay"
        )
        parser.add_argument("--source", default="", help="where that consent can be read")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, file: str, **options: Any) -> None:
        with translation.override(options["language"]):
            try:
                sheet = sheet_of(file)
            except Unreadable as unreadable:
                self.stderr.write(str(unreadable))
                raise SystemExit(UNREADABLE) from None
            what = {"kind": ImportKind.ROSTER, "sheet": sheet, "name": file, "dry_run": options["dry_run"]}
            consent = Consent(options["consented_on"], options["source"])
            report = import_sheet(**what, consent=consent, by=HOUSE, at=timezone.now())
            if isinstance(report, Refused):
                self.stderr.write(" ".join(str(REFUSALS[one.code]) % dict(one.facts) for one in report.reasons))
                raise SystemExit(UNREADABLE)
            for fault in report.faults:
                column = COLUMNS.get(fault.column, "")
                place = _("line %(line)s") % {"line": fault.line}
                self.stderr.write(f"{place}, {column}, {fault.value!r}: {fault_words(fault)}")
            counts = {name: getattr(report, name) for name in ("added", "changed", "unchanged", "refused")}
            self.stdout.write(
                _("%(added)s added, %(changed)s changed, %(unchanged)s unchanged, %(refused)s rows refused") % counts
            )
