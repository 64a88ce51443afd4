"""The list of what the firm keeps: by assignment, by manager on it, by client or by year; added up, then sorted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.cells import guard
from interregnum.stages.invoice.queries.margin import Named, margin_pieces
from interregnum.stages.invoice.rules.margin import Margin, Piece, margins_by
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import euro

ASSIGNMENT, MANAGER, CLIENT, YEAR = "assignment", "manager", "client", "year"
WAYS = {
    ASSIGNMENT: _("Assignment"),
    MANAGER: _("Assignment and interim manager"),
    CLIENT: _("Client"),
    YEAR: _("Year"),
}
KEYS: dict[str, Callable[[Piece], Any]] = {
    ASSIGNMENT: lambda one: one.assignment,
    MANAGER: lambda one: (one.assignment, one.manager or 0),
    CLIENT: lambda one: one.client,
    YEAR: lambda one: one.year,
}
AMOUNTS: dict[str, Callable[[Margin], Any]] = {
    "billed": lambda one: one.billed,
    "to_bill": lambda one: one.to_bill,
    "worked": lambda one: one.worked,
    "borne": lambda one: one.borne,
    "kept": lambda one: one.kept,
}


@dataclass(frozen=True)
class Kept:
    """One line: what it is of, in words, and what the firm keeps of it."""

    name: str
    note: str
    margin: Margin


class MarginFilter(forms.Form):
    by = forms.ChoiceField(label=_("Added up by"), choices=list(WAYS.items()), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)

    def let_choose(self, years: Sequence[int]) -> None:
        field: Any = self.fields["year"]
        field.choices = [("", _("All")), *((str(year), str(year)) for year in years)]


class Margins(Listing):
    """All of it is known before a page is cut: sums of the firm, not rows of a table."""

    form: MarginFilter
    columns = (
        Column("name", _("Of"), sortable=True),
        Column("billed", _("Billed"), sortable=True, numeric=True),
        Column("to_bill", _("Not billed yet"), sortable=True, numeric=True),
        Column("worked", _("Interim managers"), sortable=True, numeric=True),
        Column("borne", _("Borne by the firm"), sortable=True, numeric=True),
        Column("kept", _("Margin"), sortable=True, numeric=True),
        Column("percent", _("Percent"), sortable=True, numeric=True),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {column.key: (column.key,) for column in columns}
    default_sort = "-kept"
    search_fields = ("name", "note")
    filter_form = MarginFilter
    caption = _("Margin")
    empty_title = _("No margin to show yet")
    empty_text = _("As soon as hours stand approved, what the firm keeps of each assignment stands here.")
    head = (
        *(_("Of"), _("Beside it"), _("Billed"), _("Not billed yet"), _("Interim managers"), _("Borne by the firm")),
        *(_("Of which on no accepted invoice"), _("Margin"), _("Percent")),
    )

    def __init__(self, request: Request, *, export_url: str = "", workbook_url: str = "") -> None:
        rows: Any = None
        super().__init__(request, rows, export_url=export_url, workbook_url=workbook_url)
        self.pieces, self.named = margin_pieces(seen_by=request.actor)
        self.form.let_choose(sorted({one.year for one in self.pieces}, reverse=True))
        asked = self.form.cleaned_data if self.form.is_valid() else {}
        self.by, year = asked.get("by") or ASSIGNMENT, asked.get("year")
        if year:
            self.pieces = tuple(one for one in self.pieces if one.year == int(year))
        self.lines = self._found()

    def _found(self) -> list[Kept]:
        """The lines that were searched for, in their order."""
        words = self.query.casefold().split()[:8]
        made = margins_by(self.pieces, KEYS[self.by]).items()
        found = [Kept(*_words(self.by, key, self.named), margin) for key, margin in made]
        found = [one for one in found if all(word in f"{one.name} {one.note}".casefold() for word in words)]
        return sorted(sorted(found, key=lambda one: one.name), key=self._order, reverse=self.sort.startswith("-"))

    def _order(self, one: Kept) -> Any:
        name = self.sort.lstrip("-")
        if name == "name":
            return one.name.casefold(), one.note.casefold()
        if name == "percent":
            return -(10**9) if one.margin.percent is None else one.margin.percent
        return AMOUNTS[name](one.margin)

    def narrowed(self) -> Any:
        return self.lines

    @property
    def sums(self) -> Margin:
        """Of all lines that were found, on whichever page they stand."""
        return sum((one.margin for one in self.lines), Margin())

    def row(self, obj: Kept) -> Row:
        owed = obj.margin.owed
        worked = Cell(
            euro(obj.margin.worked), note=_("%(amount)s on no invoice") % {"amount": euro(owed)} if owed.cents else ""
        )
        return Row(
            (
                Cell(obj.name, note=obj.note),
                euro(obj.margin.billed),
                euro(obj.margin.to_bill),
                worked,
                euro(obj.margin.borne),
                euro(obj.margin.kept),
                percent_of(obj.margin),
            )
        )

    def sheet(self) -> tuple[list[str], Iterator[list[str]]]:
        """All that was found with exact amounts, and a last row with their sums."""
        return [str(cell) for cell in self.head], self._cells()

    def _cells(self) -> Iterator[list[str]]:
        for one in (*self.lines, Kept(str(_("Sum")), "", self.sums)):
            made = one.margin
            amounts = (made.billed, made.to_bill, made.worked, made.borne, made.owed, made.kept)
            share = "" if made.percent is None else str(made.percent)
            yield [guard(one.name), guard(one.note), *(str(amount) for amount in amounts), share]


def percent_of(margin: Margin) -> str:
    """In the words of the language; a dash where there is no revenue."""
    return "–" if margin.percent is None else f"{formats.number_format(margin.percent, 1)}%"


def _words(by: str, key: Any, named: Named) -> tuple[str, str]:
    if by == YEAR:
        return str(key), ""
    if by == CLIENT:
        return named.clients[key], ""
    if by == ASSIGNMENT:
        return named.assignments[key]
    number, client = named.assignments[key[0]]
    return named.managers.get(key[1], str(_("Not of one manager"))), f"{number} {client}"


def sums_shown(margin: Margin) -> list[tuple[Any, str]]:
    """What stands above the list."""
    kept = euro(margin.kept)
    return [
        (_("Billed"), euro(margin.billed)),
        (_("Not billed yet"), euro(margin.to_bill)),
        (_("Interim managers"), euro(margin.worked)),
        (_("Borne by the firm"), euro(margin.borne)),
        (_("Margin"), kept if margin.percent is None else f"{kept} ({percent_of(margin)})"),
    ]
