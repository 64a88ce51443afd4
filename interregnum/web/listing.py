"""Every list of the house: searched, filtered, sorted and paged by the database, never by Python."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from interregnum.web.pieces import Column, Row, Table
from interregnum.web.requests import Request

PAGE_SIZE = 25


class Listing:
    """A list of one kind of row. Subclasses name the columns, say how a row is shown and what may be searched.

    `sorts` maps a column's key to the database fields that it sorts by: an allow-list, so that nobody can sort (and so
    guess) by a field that they may not see. `filters` maps a field of `filter_form` to a database
    lookup, or to a condition made of what was chosen.
    """

    columns: Sequence[Column]
    sorts: ClassVar[dict[str, Sequence[str]]] = {}
    search_fields: ClassVar[Sequence[str]] = ()
    filter_form: ClassVar[type[forms.Form] | None] = None
    filters: ClassVar[Mapping[str, str | Callable[[Any], Q]]] = {}
    default_sort: ClassVar[str] = ""
    caption: ClassVar[Any] = ""
    empty_title: ClassVar[Any] = ""
    empty_text: ClassVar[Any] = ""

    def __init__(self, request: Request, rows: QuerySet[Any], *, export_url: str = "", workbook_url: str = "") -> None:
        self.request = request
        self.all_rows = rows
        self.export_url, self.workbook_url = export_url, workbook_url
        self.query = request.GET.get("q", "").strip()[:100] if self.search_fields else ""
        self.form = self.filter_form(request.GET, label_suffix="") if self.filter_form else None
        wanted = request.GET.get("sort", "")
        self.sort = wanted if wanted.lstrip("-") in self.sorts else self.default_sort

    def row(self, obj: Any) -> Row:
        """How one object is shown."""
        raise NotImplementedError(type(self).__name__)

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        """How the objects of one page are shown; for a list that asks something for all of them at once."""
        return [self.row(obj) for obj in page]

    def narrowed(self) -> QuerySet[Any]:
        """The rows after search, filters and order."""
        rows = self.all_rows
        for word in self.query.split()[:8]:
            rows = rows.filter(reduce(or_, (Q(**{f"{name}__icontains": word}) for name in self.search_fields)))
        if self.form and self.form.is_valid():
            for name, lookup in self.filters.items():
                if chosen := self.form.cleaned_data.get(name):
                    rows = rows.filter(lookup(chosen) if callable(lookup) else Q(**{lookup: chosen}))
        if not self.sort:
            return rows
        sign = "-" if self.sort.startswith("-") else ""
        # The key at the end keeps rows that are equal in one order from page to page.
        return rows.order_by(*[f"{sign}{name}" for name in self.sorts[self.sort.lstrip("-")]], f"{sign}pk")

    def table(self, **more: Any) -> Table:
        page = Paginator(self.narrowed(), PAGE_SIZE).get_page(self.request.GET.get("page"))
        return Table(
            **more,
            columns=self.columns,
            rows=self.rows_of(list(page)),
            base_url=self.request.path,
            caption=self.caption,
            sort=self.sort,
            query=self.query,
            searchable=bool(self.search_fields),
            filters=self.form,
            page=page,
            export_url=self.export_url,
            workbook_url=self.workbook_url,
            empty_title=self.empty_title,
            empty_text=self.empty_text,
        )

    def answer(self, template: str, **context: Any) -> HttpResponse:
        """The page with this list; for a live search only the list itself, which replaces the one on the page."""
        if self.request.htmx and not self.request.htmx.boosted:
            return render(self.request, "web/pieces/table.html", {"table": self.table()})
        return render(self.request, template, {"table": self.table()} | context)
