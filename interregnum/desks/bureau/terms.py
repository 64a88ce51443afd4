"""What the page of terms is given: the rules, what goes by them, and the holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.desks.bureau.practice_texts import source_in_words
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.records.keeping import Going, TermLine, going_ahead, standing_holds, term_lines
from interregnum.records.lengths import Unit
from interregnum.records.models import Hold
from interregnum.records.objects import objects_of
from interregnum.web.pieces import Badge, Cell, Column, Row, Table, Tone
from interregnum.web.templatetags.web import day, moment

AHEAD = timedelta(days=30)
# So many lines of what goes; the figures beside each rule count all of it.
SHOWN = 100


@dataclass(frozen=True)
class TermsPage:
    rules: Table
    going: Table
    holds: Table


def terms_page(*, seen_by: Actor, at: datetime) -> TermsPage:
    lines = term_lines(on=local_day(at))
    holds = standing_holds()
    held = frozenset(hold.about for hold in holds)
    found = going_ahead(lines, held=held, at=at, last=at + AHEAD)
    coming = sorted((one for of in found.values() for one in of), key=lambda one: one.at)
    return TermsPage(
        rules=Table(
            id="rules",
            columns=(
                Column("what", _("What goes")),
                Column("length", _("Kept for")),
                Column("now", _("Tonight"), numeric=True),
                Column("soon", _("In the coming month"), numeric=True),
            ),
            rows=[_rule(line, found[line.term.name], at) for line in lines],
            searchable=False,
        ),
        going=Table(
            id="going",
            columns=(Column("when", _("When")), Column("what", _("What")), Column("state", _("State"))),
            rows=[_going(one, at) for one in coming[:SHOWN]],
            searchable=False,
            empty_title=_("Nothing goes in the coming month"),
        ),
        holds=_holds(holds, seen_by),
    )


def _rule(line: TermLine, found: list[Going], at: datetime) -> Row:
    free = [one for one in found if not one.is_held]
    now = sum(one.at <= at for one in free)
    return Row((line.term.label, Cell(_length(line), note=source_in_words(line.source)), now, len(free) - now))


def _length(line: TermLine) -> str:
    number = line.length
    if not line.term.parameter:
        return _("no longer")
    return {
        Unit.DAYS: ngettext("%(number)s day", "%(number)s days", number),
        Unit.MONTHS: ngettext("%(number)s month", "%(number)s months", number),
        Unit.BOOK_YEARS: ngettext("%(number)s book year", "%(number)s book years", number),
    }[line.term.unit] % {"number": number}


def _going(one: Going, at: datetime) -> Row:
    if one.is_held:
        state = Badge(_("Held"), Tone.WARN)
    else:
        state = Badge(_("Tonight"), Tone.INFO) if one.at <= at else Badge(_("Later"))
    return Row((moment(one.at), Cell(one.term.label, note=one.label), state))


def _holds(holds: list[Hold], seen_by: Actor) -> Table:
    objects = objects_of([hold.about for hold in holds], seen_by=seen_by)
    rows = [
        Row(
            (Cell(objects.get(hold.about, hold.about), note=hold.reason), day(hold.set_at)),
            url=reverse("bureau:hold", args=[hold.about]),
        )
        for hold in holds
    ]
    return Table(
        id="holds",
        columns=(Column("what", _("On what")), Column("since", _("Since"))),
        rows=rows,
        searchable=False,
        empty_title=_("No hold stands"),
        empty_text=_("Lay one from the history of an object: while it stands, nothing of that object goes."),
    )
