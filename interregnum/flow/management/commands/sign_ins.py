"""`python -m interregnum sign-ins`: show the sign-ins of the demonstration firm again."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from interregnum.flow.demo.sign_ins import sign_ins_text


class Command(BaseCommand):
    help = "Show the address and the sign-ins of the demonstration firm."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(sign_ins_text(settings.SITE, Path(settings.DATA)))
