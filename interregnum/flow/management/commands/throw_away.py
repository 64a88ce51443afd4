"""`python -m interregnum throw-away`: remove the demonstration firm. Refuses to touch a real one."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

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
        data = Path(settings.DATA)
        database = Path(settings.DATABASES["default"]["NAME"])
        for path in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)
        for folder in ("files", "mail"):
            shutil.rmtree(data / folder, ignore_errors=True)
        self.stdout.write("The demonstration firm is gone.")
