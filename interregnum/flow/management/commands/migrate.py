"""`python -m interregnum migrate`: bring the tables up to date, all or nothing, after a backup of what is there."""

from typing import Any

from django.core.management import CommandError, CommandParser, call_command
from django.core.management.commands import migrate
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from interregnum.flow.search_index import find_anew
from interregnum.jobs.schedule import put_unless_waiting
from interregnum.stages.choose.actions.watch_profiles import watch_profiles


class Command(migrate.Command):
    help = "Bring the tables up to date: a backup first when there is something to lose, then all steps or none."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--without-backup", action="store_true", help="the data are kept elsewhere already")

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        self._migrate(connection, *args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            watch_profiles(connection)

    def _migrate(self, connection: Any, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"] or connection.in_atomic_block:
            super().handle(*args, **options)
            return
        connection.prepare_database()
        is_upgrade = self._is_upgrade(connection)
        if is_upgrade and not options["without_backup"]:
            self._back_up()
        self._connection = connection
        # The embedded database can change its tables in a transaction only when this was said before it.
        connection.disable_constraint_checking()
        try:
            with transaction.atomic(using=options["database"]):
                super().handle(*args, **options)
                if is_upgrade:
                    # What was written by the program of before is to be found before the next night.
                    put_unless_waiting(find_anew)
        finally:
            connection.enable_constraint_checking()

    def _is_upgrade(self, connection: Any) -> bool:
        """Whether tables that are in use would be changed."""
        executor = MigrationExecutor(connection)
        return bool(executor.loader.applied_migrations and executor.migration_plan(executor.loader.graph.leaf_nodes()))

    def _back_up(self) -> None:
        self.stdout.write(_("The tables will be brought up to date. A backup is made first."))
        try:
            call_command("backup", stdout=self.stdout, stderr=self.stderr)
        except SystemExit:
            raise CommandError(
                _("Without a backup nothing was changed. Mend what stands above, or add --without-backup.")
            ) from None

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        super().migration_progress_callback(action, migration, fake)
        # PostgreSQL changes no table that waits for a check of what was written before in the same transaction.
        if action == "apply_success" and self._connection.vendor == "postgresql":
            self._connection.check_constraints()
