"""Draw a shortlist from a request and a roster file. Needs no database."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interregnum.flow.terminal.reading import Unreadable, read_rows, read_text
from interregnum.flow.terminal.shortlisted import Drawn, shortlist_lines, shortlist_values
from interregnum.flow.terminal.wanted import USUAL_LEVEL, Typed, wanted_of, weights_of
from interregnum.kernel.lists import Category, Level
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.parameters.first_values import first_values
from interregnum.people.rules.roster import FIELDS, RosterRow, new_row, unlike
from interregnum.people.texts import COLUMNS, fault_words
from interregnum.stages.ask.lexicon import resembles, shipped_lexicon
from interregnum.stages.ask.rules.triage import triage
from interregnum.stages.ask.rules.values import Problem, Triage
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.rules.values import Candidate
from interregnum.web.words import word_of

UNREADABLE = 2


def _amount(typed: str) -> Money:
    try:
        amount = Decimal(typed.replace(",", "."))
        if amount.is_finite() and 0 < amount < 100_000:
            return Money(amount)
    except InvalidOperation:
        pass
    raise ArgumentTypeError(f"no amount in euros: {typed}")


def _at_least_one(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= 1000:
        return int(typed)
    raise ArgumentTypeError(f"no whole number from 1 to 1000: {typed}")


class Command(BaseCommand):
    help = "Draw a shortlist: who fits a request best, with the points of each criterion."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("request", metavar="REQUEST", help="a text file with the request, or - for standard input")
        parser.add_argument("--roster", required=True, metavar="FILE", help="CSV or XLSX: the managers to choose from")
        parser.add_argument("--limit", type=_at_least_one, default=first_values()["choose.shortlist_size"])
        parser.add_argument("--start", type=date.fromisoformat, metavar="YYYY-MM-DD", help="first day of the work")
        parser.add_argument("--days", type=int, choices=range(1, 6), help="days a week")
        parser.add_argument("--rate", type=_amount, metavar="EUROS", help="what the client pays at most a day")
        parser.add_argument("--client", default="", help="the client's name, to leave out who worked there")
        parser.add_argument("--place", default="", help="where the work is")
        parser.add_argument("--category", type=Category, choices=list(Category), help="instead of what the text says")
        parser.add_argument("--level", type=Level, choices=list(Level), help="instead of what the text says")
        parser.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day of today")
        parser.add_argument("--excluded", action="store_true", help="name who was left out as well")
        parser.add_argument("--json", action="store_true", help="one JSON object")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)

    def handle(self, *_args: Any, request: str, roster: str, **options: Any) -> None:
        with translation.override(options["language"]):
            try:
                text, rows = read_text(request), self._rows(roster)
                drawn = self._draw(text, rows, options)
            except Unreadable as unreadable:
                self.stderr.write(str(unreadable))
                raise SystemExit(UNREADABLE) from None
            if options["json"]:
                self.stdout.write(json.dumps(shortlist_values(drawn), ensure_ascii=False))
            else:
                self.stdout.write("\n".join(shortlist_lines(drawn)))

    def _rows(self, name: str) -> dict[str, RosterRow]:
        """The good rows by address; each cell that cannot be understood is named on the error channel."""
        lines = tuple(unlike(read_rows(name, FIELDS)))
        rows = [new_row(line) for line in lines if not line.faults]
        for fault in (fault for line in lines for fault in line.faults):
            where = _("line %(line)s") % {"line": fault.line} if fault.line else ""
            parts = (_("roster"), where, str(COLUMNS.get(fault.column, "")), repr(fault.value) if fault.value else "")
            self.stderr.write(f"{', '.join(part for part in parts if part)}: {fault_words(fault)}")
        if not rows:
            raise Unreadable(_("The roster holds no manager that can be read."))
        return {row.email.casefold(): row for row in rows}

    def _draw(self, text: str, rows: dict[str, RosterRow], options: dict[str, Any]) -> Drawn:
        on = options["on"] or local_day(timezone.now())
        found = triage(Problem(text=text), lexicon=shipped_lexicon(), on=on, resemblance=resembles(text))
        category = options["category"] or found.category
        if category is None:
            raise Unreadable(_("No category can be read from this request. Name one with --category."))
        self._say_assumed(found, options)
        names = ("category", "level", "start", "days", "rate", "client", "place")
        typed = Typed(problem=text, **{name: options[name] for name in names})
        wanted = wanted_of(category, found, typed, on=on)
        pool = [Candidate.from_row(code, row) for code, row in rows.items()]
        result = draw_shortlist(wanted, pool, weights=weights_of(category), limit=options["limit"])
        return Drawn(wanted, result, rows, options["excluded"])

    def _say_assumed(self, found: Triage, options: dict[str, Any]) -> None:
        if not (options["level"] or found.level):
            self.stderr.write(_("The request names no level: %(level)s is assumed.") % {"level": word_of(USUAL_LEVEL)})
