"""`python -m interregnum demo`: make the invented demonstration firm by replaying real actions."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from interregnum.flow.demo.firm import make_demonstration
from interregnum.flow.demo.past import begin_past
from interregnum.flow.demo.sign_ins import keep_sign_ins
from interregnum.people.queries import has_firm

WORDS = (
    "anker berg duin eik fiets gracht haven iep kade linde molen noord oever plein regen steiger toren veld wind zeil"
)


class Command(BaseCommand):
    help = "Make the invented demonstration firm in an empty installation."

    def handle(self, *args: Any, **options: Any) -> None:
        if has_firm():
            raise CommandError("This installation has a firm already: nothing was touched.")
        at = timezone.now()
        sign_ins = make_demonstration(at=at, password=new_password)
        keep_sign_ins(Path(settings.DATA), sign_ins)
        begin_past(at)


def new_password() -> str:
    """Three words and a number: about 30 bits, for an invented firm on this machine alone."""
    words = WORDS.split()
    return "-".join([*(secrets.choice(words) for _ in range(3)), str(secrets.randbelow(9000) + 1000)])
