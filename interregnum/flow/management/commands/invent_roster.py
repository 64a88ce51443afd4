"""`python -m interregnum invent-roster`: print a CSV roster of invented managers."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.kernel.period import local_day


class Command(BaseCommand):
    help = "Print a CSV roster of invented managers; the same numbers give the same roster."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--managers", type=int, default=300)
        parser.add_argument("--seed", type=int, default=7)
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="availability is counted from this day")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or local_day(timezone.now())
        self.stdout.write(roster_csv(managers=options["managers"], seed=options["seed"], on=on), ending="")
