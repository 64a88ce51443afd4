"""`python -m interregnum remove-factor EMAIL`: remove a lost second factor where there are not two others to do it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from interregnum.kernel.actor import HOUSE
from interregnum.people.lost_factor import remove_at_the_server


class Command(BaseCommand):
    help = "Remove the second factor of an account, end its sessions, and write to the person and the partners."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        if not remove_at_the_server(email=options["email"], by=HOUSE, at=timezone.now()):
            raise CommandError("Nobody has an account with this e-mail address.")
        self.stdout.write("Removed. They sign in with their password and set up a new one.")
