"""`python -m interregnum erase-again`: erase everybody whom the ledger names and a restored database brought back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interregnum.outside.erased_space import compact_database
from interregnum.records.erase import erase_again
from interregnum.records.ledger import erased


class Command(BaseCommand):
    help = "Erase again whom the ledger names: safe to run at any time, and does nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ledger", type=Path, metavar="FILE", help="the ledger of another data folder")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, language: str, **options: Any) -> None:
        with translation.override(language):
            at = timezone.now()
            again = [count for line in erased(options["ledger"]) if (count := erase_again(line, at=at))]
            if again:
                compact_database()
            counts = {"people": len(again), "rows": sum(again)}
            self.stdout.write(_("Erased again: %(people)s people, %(rows)s rows.") % counts)
