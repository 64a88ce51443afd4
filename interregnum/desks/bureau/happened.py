"""The lists of what happened: to one object, and in the whole firm."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.journal.verified import fault_of, last_verification
from interregnum.kernel.actor import Actor
from interregnum.people.rules.cells import guard
from interregnum.records.journal import Line, all_lines, kind_choices, lines_of, with_word
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import moment, number


class HappenedFilter(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("What"), required=False)
    since = forms.DateField(
        label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False
    )
    until = forms.DateField(
        label=gettext_lazy("Up to and including"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )


class HappenedTable(Listing):
    """The facts about one object."""

    columns: Sequence[Column] = (
        Column("moment", gettext_lazy("When"), sortable=True),
        Column("what", gettext_lazy("What happened")),
        Column("who", gettext_lazy("Who")),
    )
    sorts = {"moment": ["number"]}
    default_sort = "-moment"
    search_fields = ("kind",)
    filter_form = HappenedFilter
    filters = {"kind": "kind", "since": "happened_at__date__gte", "until": "happened_at__date__lte"}
    caption = gettext_lazy("What happened")
    empty_title = gettext_lazy("Nothing happened yet")
    empty_text = gettext_lazy("Each step that somebody takes here is written down with who took it and when.")

    def __init__(self, request: Request, rows: QuerySet[Any], **options: Any) -> None:
        super().__init__(request, rows, **options)
        assert self.form is not None
        kind = self.form.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [("", _("All")), *kind_choices(seen_by=request.actor)]

    def narrowed(self) -> QuerySet[Any]:
        word, self.query = self.query, ""
        rows = super().narrowed()
        self.query = word
        for one in word.split()[:4]:
            rows = with_word(rows, one, seen_by=self.request.actor)
        return rows

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        return [self.line(line) for line in lines_of(page, seen_by=self.request.actor)]

    def line(self, line: Line) -> Row:
        return Row((moment(line.happened_at), Cell(line.what, note=_note(line)), line.who))


class JournalTable(HappenedTable):
    """The facts of the whole firm, each with what it is about."""

    columns = (
        Column("moment", gettext_lazy("When"), sortable=True),
        Column("what", gettext_lazy("What happened")),
        Column("about", gettext_lazy("About")),
        Column("who", gettext_lazy("Who")),
    )
    caption = gettext_lazy("Journal")

    def line(self, line: Line) -> Row:
        first, *others = line.about or ("",)
        about = Cell(first, note=", ".join(map(str, others)), url=getattr(first, "url", ""))
        return Row(
            (
                Cell(moment(line.happened_at), note=_("no. %(number)s") % {"number": line.number}),
                Cell(line.what, note=_note(line)),
                about,
                line.who,
            )
        )


def _note(line: Line) -> object:
    return _("What it held was erased with a person.") if line.is_erased else line.detail


@dataclass(frozen=True)
class Proof:
    """How the last walk over the chain ended."""

    badge: Badge
    text: str


def last_proof() -> Proof:
    row = last_verification()
    if row is None:
        return Proof(Badge(_("Not verified yet")), _("The journal is verified each night."))
    fault, when = fault_of(row), {"moment": moment(row.checked_at), "entries": number(row.entries)}
    if fault is None:
        text = _("%(moment)s: all %(entries)s facts are as they were written.") % when
        return Proof(Badge(_("Holds"), Tone.GOOD), text)
    text = _("%(moment)s: %(fault)s. Faults in all: %(faults)s.") % (when | {"fault": fault, "faults": row.faults})
    return Proof(Badge(_("Does not hold"), Tone.BAD), text)


class _Echo:
    """A file that hands back each line as it is written."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: QuerySet[Any], *, seen_by: Actor) -> Iterator[str]:
    """The list as a file that a spreadsheet opens without running anything in it."""
    writer = csv.writer(_Echo())
    head = ("number", "happened_at", "recorded_at", "kind", "what", "detail", "who", "about", "digest")
    yield "\ufeff" + writer.writerow(head)
    for line in all_lines(rows, seen_by=seen_by):
        yield writer.writerow([guard(str(cell)) for cell in _cells(line)])


def _cells(line: Line) -> tuple[object, ...]:
    about = " | ".join(f"{found} ({found.code})" for found in line.about)
    moments = (_iso(line.happened_at), _iso(line.recorded_at))
    return (line.number, *moments, line.kind, line.what, _note(line), line.who, about, line.digest)


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
