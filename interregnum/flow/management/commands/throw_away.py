"""`python -m interregnum throw-away`: remove the demonstration firm. Refuses to touch a real one."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from interregnum.outside.safekeeping.locks import IN_USE, alone
from interregnum.outside.safekeeping.unusable import Unusable
from interregnum.people.queries import firm_is_demonstration


class Command(BaseCommand):
    help = "Remove the demonstration firm with its database, files and mail, so that the next start makes a new one."

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("Only the embedded database can be thrown away.")
        try:
            is_demonstration = firm_is_demonstration()
        except DatabaseError:
            is_demonstration = True
        if not is_demonstration:
            raise CommandError("This is not the demonstration firm: nothing was touched.")
        connection.close()
        try:
            with alone(Path(settings.DATA) / IN_USE, "in_use"):
                _remove()
        except Unusable:
            raise CommandError("The demonstration firm is running. Stop it first.") from None
        self.stdout.write("The demonstration firm is gone.")


def _remove() -> None:
    data, database = Path(settings.DATA), Path(settings.DATABASES["default"]["NAME"])
    for path in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)
    # With the ledger: what was known of this journal is not to be held against that of the next firm.
    for folder in (data / "files", data / "mail", Path(settings.LEDGER).parent):
        shutil.rmtree(folder, ignore_errors=True)
