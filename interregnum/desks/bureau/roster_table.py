"""The list of managers: asked of the roster in memory, read from the database a page at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from itertools import batched
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.roster_words import COLUMNS, FACETS, FIRST, NAMING, ORDERED, Lists
from interregnum.kernel.period import local_day
from interregnum.people.list_views import Taste
from interregnum.people.managers import masked_name
from interregnum.people.queries import list_names
from interregnum.people.rules.search_words import plain
from interregnum.records.roster import Answer, Facet, Question, Sort, whom
from interregnum.web.listing import Listing
from interregnum.web.pieces import Choice, Column, FacetBox, Row, Table
from interregnum.web.requests import Request
from interregnum.web.words import language_name, word_of

CHUNK = 500
# Of a filter with many values these are shown, and whatever is chosen.
MOST_VALUES = 10


class RosterFilter(forms.Form):
    before = forms.DateField(
        label=_("Available on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False
    )


class Found:
    """The managers that were found, in their order, as a paginator and a download want them."""

    def __init__(self, answer: Answer, rows: QuerySet[Any]) -> None:
        self.answer, self.rows = answer, rows

    def count(self) -> int:
        return len(self.answer.keys)

    def __getitem__(self, wanted: slice) -> list[Any]:
        keys = self.answer.keys[wanted].tolist()
        found = self.rows.in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def iterator(self) -> Iterator[Any]:
        for keys in batched(range(self.count()), CHUNK):
            yield from self[keys[0] : keys[-1] + 1]


class RosterTable(Listing):
    sorts = {"name": [], "available": [], "rate": []}
    default_sort = "name"
    search_fields = ("name", "place", "email")
    filter_form = RosterFilter
    caption = _("Interim managers")
    empty_title = _("The roster is empty")
    empty_text = _(
        "Import a CSV file with the managers that you know: you see what it does before anything is written."
    )
    readable: Mapping[str, Column] = COLUMNS
    is_masked = False

    def __init__(self, request: Request, rows: QuerySet[Any], *, taste: Taste, at: datetime, **options: Any) -> None:
        super().__init__(request, rows, **options)
        self.today = local_day(at)
        self.more: dict[str, Any] = {}
        self.lists = Lists(*list_names())
        wanted = [key for key in taste.columns if key in self.readable]
        self.columns = [self.readable[key] for key in ("name", *(key for key in wanted or FIRST if key != "name"))]

    @cached_property
    def chosen(self) -> dict[Facet, frozenset[str]]:
        asked = {facet: self.request.GET.getlist(facet)[:50] for facet in Facet}
        return {facet: frozenset(values) - {""} for facet, values in asked.items() if any(values)}

    @cached_property
    def found(self) -> Answer:
        before: date | None = self.form.cleaned_data["before"] if self.form and self.form.is_valid() else None
        return whom(
            Question(
                today=self.today,
                words=tuple(filter(None, map(plain, self.query.split()[:8]))),
                chosen=self.chosen,
                before=before,
                sort=Sort(self.sort.lstrip("-")),
                descending=self.sort.startswith("-"),
                masked=self.is_masked,
            )
        )

    def narrowed(self) -> Any:
        return Found(self.found, self.all_rows)

    def table(self, **more: Any) -> Table:
        return super().table(facets=self.facets(), everything_url=f"{self.request.path}?q=", **self.more | more)

    def facets(self) -> list[FacetBox]:
        self.lists = replace(self.lists, towns=self.found.towns)
        boxes = (FacetBox(facet, FACETS[facet], self._choices(facet)) for facet in Facet)
        return [box for box in boxes if box.choices]

    def _choices(self, facet: Facet) -> list[Choice]:
        """The values that are there; what is chosen stays, also when nobody has it."""
        counts, chosen = self.found.counts[facet], self.chosen.get(facet, frozenset())
        if facet in ORDERED:
            values = [value for value in ORDERED[facet] if value in counts or value in chosen]
        else:
            often = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_VALUES]
            values = [*often, *sorted(chosen - set(often))]
        return [
            Choice(value, self.lists.label(facet, value), counts.get(value, 0), value in chosen) for value in values
        ]

    def name_of(self, obj: Any) -> str:
        return str(obj.name)

    def cell(self, key: str, obj: Any) -> object:
        match key:
            case "name":
                return self.name_of(obj)
            case "level":
                return word_of(obj.level)
            case "disciplines" | "sectors":
                names = getattr(self.lists, key)
                return ", ".join(names.get(code, code) for code in getattr(obj, key))
            case "languages":
                return ", ".join(map(language_name, obj.languages))
            case "cases":
                return sum(obj.categories.values())
            case _:
                return getattr(obj, PLAIN[key])

    def row(self, obj: Any) -> Row:
        cells = [self.cell(column.key, obj) for column in self.columns]
        return Row(cells, url=reverse("bureau:people-manager", args=[obj.code]))


# Columns that show a field as it is.
PLAIN = {
    "place": "place",
    "travel": "travel_km",
    "available": "available_on",
    "days": "days_a_week",
    "rate": "day_rate",
    "referees": "cases_with_referee",
    "email": "email",
    "phone": "phone",
}


class MaskedRosterTable(RosterTable):
    """The roster for whoever may not know who is on it: neither search nor order tells a name."""

    sorts = {"available": [], "rate": []}
    default_sort = "available"
    readable = {key: column for key, column in COLUMNS.items() if key not in NAMING}
    is_masked = True

    def name_of(self, obj: Any) -> str:
        return masked_name(obj)
