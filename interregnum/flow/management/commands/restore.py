"""`python -m interregnum restore FILE`: put a backup back, all or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interregnum.flow.safekeeping.restore import Restored, Wish, restore_backup
from interregnum.flow.safekeeping.texts import words_of
from interregnum.outside.safekeeping.keys import read_key
from interregnum.outside.safekeeping.unusable import Unusable

NOT_DONE = 1


class Command(BaseCommand):
    help = "Restore a backup: proven, verified and brought up to date beside the living data, then swapped in."
    # The living data may be what is broken.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.backup", help="the backup")
        parser.add_argument("--key", type=Path, metavar="FILE", help="another key than keys/backup in the data folder")
        parser.add_argument("--into", type=Path, metavar="FOLDER", help="a new data folder; the living one stays")
        parser.add_argument("--despite-faults", action="store_true", help="also what verify finds faults in")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, file: Path, key: Path | None, **options: Any) -> None:
        with translation.override(options["language"]):
            try:
                secret = read_key(key or Path(settings.DATA) / "keys" / "backup")
                wish = Wish(file, secret, options["into"], options["despite_faults"])
                self._tell(restore_backup(wish, at=timezone.now(), say=self._say))
            except Unusable as unusable:
                self.stderr.write(words_of(unusable))
                raise SystemExit(NOT_DONE) from None

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _tell(self, restored: Restored) -> None:
        manifest, ending = restored.content.manifest, restored.content.ending
        counts = {"moment": manifest.moment, "facts": manifest.journal_number, "files": ending.files}
        self._say(_("Restored as of %(moment)s: %(facts)s facts, %(files)s files.") % counts)
        self._say(_("The data are in %(folder)s.") % {"folder": restored.data})
        if restored.aside:
            self._say(_("What stood there before is kept in %(folder)s.") % {"folder": restored.aside})
        if restored.database and restored.aside:
            self._say(_("The database of before is kept as %(name)s.") % {"name": restored.database})
        elif restored.database:
            self._say(_("The database is %(name)s: let DATABASE_URL name it.") % {"name": restored.database})
