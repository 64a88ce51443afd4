"""Run what falls due with time at once. The worker does so by itself; running it twice does nothing twice."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from interregnum.flow.due import DUE, NIGHTLY


class Command(BaseCommand):
    help = "Do now what falls due with time: assignments start, weeks pass without a report."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--nightly", action="store_true", help="also what is done each night")

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        for due in DUE + (NIGHTLY if options["nightly"] else ()):
            if count := due(at):
                self.stdout.write(f"{due.__name__}: {count}")
