"""The list of invoices of managers: of the firm, and a manager's own."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.payable_texts import KINDS, PAY_STATES
from interregnum.stages.invoice.queries.payable_pages import PayableLine, payable_lines
from interregnum.stages.invoice.rules.payable import PayState
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day, euro


def _choices(words: Any, *, without: Sequence[Any] = ()) -> list[tuple[str, Any]]:
    return [("", _("All")), *((str(one), said) for one, said in words.items() if one not in without)]


class PayableFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=_choices(PAY_STATES), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=_choices(KINDS), required=False)


class OwnFilter(forms.Form):
    """For the manager: nothing of what is a draft of the firm."""

    state = forms.ChoiceField(
        label=_("State"), choices=_choices(PAY_STATES, without=[PayState.DRAFTED]), required=False
    )


class OwnPayablesTable(Listing):
    columns: Sequence[Column] = (
        Column("number", _("Number"), sortable=True),
        Column("client", _("Client"), sortable=True),
        Column("month", _("Month"), sortable=True),
        Column("state", _("State"), sortable=True),
        Column("when", _("When it is paid")),
        Column("gross", _("Incl. VAT"), sortable=True, numeric=True),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "number": ["number"],
        "client": ["assignment__organisation__name"],
        "month": ["month"],
        "state": ["state", "month"],
        "gross": ["gross"],
    }
    default_sort = "-month"
    search_fields: ClassVar[Sequence[str]] = ("number", "assignment__number", "assignment__organisation__name")
    filter_form: ClassVar[type[forms.Form] | None] = OwnFilter
    filters: ClassVar[dict[str, str]] = {"state": "state"}
    caption = _("Your invoices")
    empty_title = _("No invoices here")
    empty_text: ClassVar[Any] = _("None yet. Each stands here with the day on which it is paid.")
    desk = "manager"

    def __init__(self, request: Request, rows: QuerySet[Any], *, on: date) -> None:
        super().__init__(request, rows)
        self.on = on

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        """When each is paid is asked for all of a page at once."""
        return [Row(self.cells(one), url=reverse(f"{self.desk}:payable", args=[one.code])) for one in self.lines(page)]

    def lines(self, page: Sequence[Any]) -> tuple[PayableLine, ...]:
        return payable_lines(page, self.on)

    def cells(self, one: PayableLine) -> tuple[object, ...]:
        return (
            Cell(one.number or _now("Draft invoice"), note=one.kind),
            Cell(one.client, note=one.assignment),
            formats.date_format(one.month, "F Y"),
            one.badge,
            _when(one),
            euro(one.gross),
        )


class FirmPayablesTable(OwnPayablesTable):
    columns = (
        *OwnPayablesTable.columns[:2],
        Column("manager", _("Interim manager"), sortable=True),
        *OwnPayablesTable.columns[2:],
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = OwnPayablesTable.sorts | {"manager": ["manager__name"]}
    search_fields = (*OwnPayablesTable.search_fields, "manager__name")
    filter_form = PayableFilter
    filters: ClassVar[dict[str, str]] = {"state": "state", "kind": "kind"}
    caption = _("Invoices of managers")
    empty_text = _("None yet. Here stand what managers send in, and what we make in their name.")
    desk = "bureau"

    def cells(self, one: PayableLine) -> tuple[object, ...]:
        number, client, *others = super().cells(one)
        return (number, client, one.manager, *others)


def _when(one: PayableLine) -> object:
    if one.paid_on:
        return _now("Paid on %(day)s") % {"day": day(one.paid_on)}
    if one.due_on is None:
        return "–"
    return Badge(day(one.due_on), Tone.BAD) if one.is_late else Cell(day(one.due_on), note=one.why)
