"""The list of lines of the bank."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.bank_texts import STATES, WHY, badge_of
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.templatetags.web import day, euro


class LineFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), *((str(one), words) for one, words in STATES.items())],
        required=False,
    )


class BankLines(Listing):
    columns = (
        Column("day", _("Day"), sortable=True),
        Column("name", _("Other party"), sortable=True),
        Column("amount", _("Amount"), sortable=True, numeric=True),
        Column("state", _("State"), sortable=True),
        Column("why", _("What was found")),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "day": ["booked_on"],
        "name": ["name"],
        "amount": ["amount"],
        "state": ["state", "booked_on"],
    }
    default_sort = "-day"
    search_fields = ("name", "text", "reference")
    filter_form = LineFilter
    filters: ClassVar[dict[str, str]] = {"state": "state"}
    caption = _("Lines of the bank")
    empty_title = _("No lines here")
    empty_text = _("As soon as a file of the bank was read, each of its lines stands here.")

    def row(self, obj: Any) -> Row:
        found = [str(WHY[one]) for one in obj.reasons]
        return Row(
            (
                day(obj.booked_on),
                Cell(obj.name or "–", note=obj.reference or obj.text[:80]),
                euro(obj.amount),
                badge_of(obj.state),
                found[-1] if found else "",
            ),
            url=reverse("bureau:invoices-bank-line", args=[obj.code]),
        )
