"""`python -m interregnum backup`: one sealed file with the database and all files, taken while people work."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interregnum.flow.safekeeping.backup import Made, make_backup, prune
from interregnum.flow.safekeeping.texts import words_of
from interregnum.outside.safekeeping.keys import make_key, read_key
from interregnum.outside.safekeeping.unusable import Unusable

NOT_DONE = 1


def at_least_one(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and int(typed) > 0:
        return int(typed)
    raise ArgumentTypeError(f"no whole number from 1: {typed}")


class Command(BaseCommand):
    help = "Make a sealed backup of database and files while people work, and read it back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="where it is kept; backups/ in the data folder")
        parser.add_argument("--key", type=Path, metavar="FILE", help="another key than keys/backup in the data folder")
        parser.add_argument("--keep", type=at_least_one, metavar="N", help="then throw all but the newest N away")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, to: Path | None, key: Path | None, keep: int | None, **options: Any) -> None:
        with translation.override(options["language"]):
            folder = to or Path(settings.DATA) / "backups"
            try:
                made = make_backup(to=folder, key=self._key(key), at=timezone.now(), say=self._say)
                self._tell(made)
                for path in prune(folder, keep=keep) if keep else ():
                    self._say(_("Thrown away: %(path)s") % {"path": path})
            except Unusable as unusable:
                self.stderr.write(words_of(unusable))
                raise SystemExit(NOT_DONE) from None
            except OSError as error:
                why = {"why": error.strerror or error}
                self.stderr.write(_("The disk refuses (%(why)s). No backup was made.") % why)
                raise SystemExit(NOT_DONE) from None

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _key(self, named: Path | None) -> bytes:
        """The key that was named, or the one of this installation: made the first time."""
        path = named or Path(settings.DATA) / "keys" / "backup"
        if named is None and make_key(path):
            self.stderr.write(_("A KEY WAS MADE FOR THE BACKUPS OF THIS INSTALLATION."))
        self.stderr.write(
            _("KEEP THE KEY ELSEWHERE AS WELL: %(path)s is in no backup, and without it no backup can be opened.")
            % {"path": path}
        )
        return read_key(path)

    def _tell(self, made: Made) -> None:
        ending = made.ending
        counts = {
            "rows": sum(made.manifest.rows.values()),
            "files": ending.files,
            "facts": made.manifest.journal_number,
        }
        size = {"path": made.path, "size": f"{made.size / 1_000_000:.1f}"}
        self._say(_("%(path)s (%(size)s MB), read back and sound.") % size)
        self._say(_("Rows: %(rows)s. Facts: %(facts)s. Files: %(files)s.") % counts)
        if ending.missing or ending.changed:
            lost = {"missing": ending.missing, "changed": ending.changed, "first": ", ".join(ending.named[:5])}
            self.stderr.write(
                _("BUT %(missing)s files of the house are not on the disk and %(changed)s were changed: %(first)s")
                % lost
            )
