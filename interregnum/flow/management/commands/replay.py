"""`python -m interregnum replay`: draw past shortlists once more from what was kept of their day."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext as _

from interregnum.kernel.actor import HOUSE
from interregnum.stages.choose.queries import Outcome, Replay, drawn_lists, replay

OTHERWISE = 1


class Command(BaseCommand):
    help = "Draw shortlists once more from the facts of their day; ends with 1 when one comes out otherwise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="*", metavar="CODE", help="of shortlists; none: all of them")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, codes: list[str], language: str, **options: Any) -> None:
        with translation.override(language):
            words = {
                Outcome.SAME: _("the same list"),
                Outcome.DIFFERS: _("comes out otherwise"),
                Outcome.BROKEN: _("was changed after it was drawn"),
                Outcome.UNKNOWN: _("is not kept any more"),
            }
            wrong = 0
            for code in codes or drawn_lists():
                found = self._replay(code)
                wrong += found.outcome in {Outcome.DIFFERS, Outcome.BROKEN}
                self.stdout.write(f"{code}: {words[found.outcome]}. {found.pool_found}")
                for line in found.lines if found.outcome is not Outcome.SAME else ():
                    self.stdout.write(f"  {line.position}. {line.code}: {' '.join(line.found)}")
        if wrong:
            raise SystemExit(OTHERWISE)

    def _replay(self, code: str) -> Replay:
        try:
            return replay(code, seen_by=HOUSE)
        except Http404:
            raise CommandError(_("There is no shortlist %(code)s.") % {"code": code}) from None
