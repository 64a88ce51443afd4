"""The list of expenses: of a manager, of a client, and of the firm."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.expense_texts import EXPENSE_STATES, expense_badge
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day, euro


class ExpenseFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), *((one.value, words) for one, words in EXPENSE_STATES.items())],
        required=False,
    )


class Expenses(Listing):
    columns = (
        Column("day", _("Day"), sortable=True),
        Column("text", _("What"), sortable=True),
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("state", _("State"), sortable=True),
        Column("amount", _("Excl. VAT"), sortable=True, numeric=True),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "day": ["day"],
        "text": ["text"],
        "client": ["assignment__organisation__name"],
        "manager": ["manager__name"],
        "state": ["state", "day"],
        "amount": ["amount"],
    }
    default_sort = "-day"
    search_fields = ("text", "assignment__number", "assignment__organisation__name", "manager__name")
    filter_form = ExpenseFilter
    filters: ClassVar[dict[str, str]] = {"state": "state"}
    caption = _("Expenses")
    empty_title = _("No expenses here")
    empty_text = _("What a manager spent for a client stands here, with its receipt and what was decided.")

    def __init__(self, request: Request, rows: QuerySet[Any], *, desk: str) -> None:
        super().__init__(request, rows)
        self.desk = desk

    def row(self, obj: Any) -> Row:
        return Row(
            (
                day(obj.day),
                obj.text,
                Cell(obj.assignment.organisation.name, note=obj.assignment.number),
                obj.manager.name,
                expense_badge(obj.state),
                euro(obj.amount),
            ),
            url=reverse(f"{self.desk}:expense", args=[obj.code]),
        )


class OwnExpenses(Expenses):
    empty_text = _("What you declare stands here, with what the client decided.")


class ClientExpenses(Expenses):
    empty_text = _("When a manager asks an expense of you, you find it here with its receipt.")
