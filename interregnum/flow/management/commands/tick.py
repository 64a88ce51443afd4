"""Run what falls due with time. Meant for each few minutes; running it twice does nothing twice."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from interregnum.flow.due import DUE


class Command(BaseCommand):
    help = "Do what falls due with time: assignments start, weeks pass without a report."

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        for due in DUE:
            if count := due(at):
                self.stdout.write(f"{due.__name__}: {count}")
