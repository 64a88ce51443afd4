"""The bureau's list of hours: an assignment on each line, and who waits for whom."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.minutes import clock
from interregnum.people.rules.cells import guard
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.hours_desks import first_missing
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.requests import Request

WAITS = {"client": _("For the client"), "manager": _("For the manager")}
# So many lines of a file are asked of the database at once.
CHUNK = 500


class HoursFilter(forms.Form):
    waits = forms.ChoiceField(label=_("Waits"), choices=[("", _("All")), *WAITS.items()], required=False)


class BureauHours(Listing):
    columns = (
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("waits", _("Waits"), sortable=True),
        Column("waiting", _("Hours waiting"), sortable=True, numeric=True),
        Column("approved", _("Hours approved"), sortable=True, numeric=True),
        Column("week", _("Last week sent"), sortable=True),
    )
    sorts = {
        "client": ["organisation__name"],
        "manager": ["manager__name"],
        "waits": ["oldest"],
        "waiting": ["waiting"],
        "approved": ["approved"],
        "week": ["last_week"],
    }
    default_sort = "-waiting"
    search_fields = ("number", "organisation__name", "manager__name")
    filter_form = HoursFilter
    filters = {"waits": "waits"}
    caption = _("Hours")
    empty_title = _("No hours here")
    empty_text = _("Hours stand here as soon as an assignment is under way.")
    head = (
        _("Assignment"), _("Client"), _("Interim manager"), _("Waits"), _("Hours waiting"), _("Hours approved"),
        _("Last week sent"),
    )  # fmt: skip

    def __init__(self, request: Request, rows: QuerySet[Any], *, on: date, export_url: str) -> None:
        super().__init__(request, rows, export_url=export_url)
        self.on = on

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        missing = first_missing(page, on=self.on)
        return [
            Row(
                (
                    Cell(obj.organisation.name, note=obj.number),
                    obj.manager.name,
                    self._waits(obj, missing),
                    clock(obj.waiting),
                    clock(obj.approved),
                    looks.week_name(obj.last_week) if obj.last_week else "–",
                ),
                url=reverse("bureau:deliver-hours", args=[obj.code]),
            )
            for obj in page
        ]

    def _waits(self, obj: Any, missing: dict[int, date]) -> object:
        """Whom the oldest week waits for; when none does, the week of which the hours have not come."""
        if obj.waits:
            tone = Tone.INFO if obj.waits == "client" else Tone.WARN
            return Cell(Badge(WAITS[obj.waits], tone), note=looks.week_name(obj.oldest))
        if obj.pk in missing:
            return Cell(Badge(_("Not sent yet"), Tone.WARN), note=looks.week_name(missing[obj.pk]))
        return "–"

    def sheet(self) -> tuple[list[str], Iterable[list[str]]]:
        """The list as a file: its head, and a line for each assignment."""
        return [guard(str(cell)) for cell in self.head], self._lines()

    def _lines(self) -> Iterator[list[str]]:
        for obj in self.narrowed().iterator(chunk_size=CHUNK):
            cells = (
                obj.number,
                obj.organisation.name,
                obj.manager.name,
                WAITS.get(obj.waits, ""),
                clock(obj.waiting),
                clock(obj.approved),
                obj.last_week or "",
            )
            yield [guard(str(cell)) for cell in cells]
