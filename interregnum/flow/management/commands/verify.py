"""`python -m interregnum verify`: prove the chain of facts and every stored file."""

from argparse import ArgumentParser
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _

from interregnum.flow.safekeeping.stored import FileFault, file_faults
from interregnum.flow.safekeeping.texts import FILE_FAULTS
from interregnum.journal.chain import faults
from interregnum.journal.verified import unknown_again
from interregnum.records.ledger import known_heads

FAULTY = 1
# A chain that is broken in one place is often broken in many: the first ones tell enough.
MOST_NAMED = 20
PROGRESS = 100_000


class Command(BaseCommand):
    help = "Prove that no fact of the journal and no stored file was changed or lost; ends with 1 when one was."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

        parser.add_argument("--ledger", type=Path, metavar="FILE", help="the ledger of another data folder")
        parser.add_argument("--head", metavar="NUMBER:SEAL", default="", help="what must stand at the journal's end")

    def handle(self, *_args: Any, language: str, **options: Any) -> None:
        with translation.override(language):
            entries, files = Passed(self), Passed(self)
            known, head = known_heads(options["ledger"]), dict[int, str]()
            if options["head"]:
                # What is restored may be older than what was known, and must be what its manifest says.
                number, _colon, digest = options["head"].partition(":")
                known = {at: seal for at, seal in known.items() if at <= int(number)}
                head = {int(number): digest} if int(number) else {}
            wrong = [str(fault) for fault in islice(faults(entries.reach), MOST_NAMED)]
            wrong += [str(fault) for fault in islice(chain(unknown_again(known), unknown_again(head)), MOST_NAMED)]
            wrong += [words_of_file(fault) for fault in islice(file_faults(files.reach), MOST_NAMED)]
            for words in wrong:
                self.stderr.write(words)
            counts = {"entries": entries.last, "files": files.last, "faults": len(wrong)}
            if wrong:
                self.stdout.write(_("%(entries)s facts and %(files)s files read, %(faults)s faults named") % counts)
                raise SystemExit(FAULTY)
            self.stdout.write(_("%(entries)s facts and %(files)s files: all as they were written") % counts)


class Passed:
    """Keeps how far a walk came, and says so at each hundred thousand."""

    def __init__(self, command: BaseCommand) -> None:
        self._command, self.last = command, 0

    def reach(self, number: int) -> None:
        if number // PROGRESS > self.last // PROGRESS:
            self._command.stdout.write(_("%(number)s read …") % {"number": number})
        self.last = number


def words_of_file(fault: FileFault) -> str:
    return str(FILE_FAULTS[fault.fault]) % {"name": fault.name, "code": fault.code}
