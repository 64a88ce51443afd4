"""The list of invoices: of the firm, and of a client."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.bill import BillKind
from interregnum.people.rules.cells import guard
from interregnum.stages.invoice.queries.rows import UNSENT
from interregnum.stages.invoice.rules.states import DUNNED, OPEN, InvoiceState
from interregnum.stages.invoice.texts import STATES, badge_of
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day, euro

NOT_SENT = "unsent"


def standing(chosen: str) -> Q:
    return UNSENT if chosen == NOT_SENT else Q(state=chosen)


class StateFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), (NOT_SENT, _("Not sent yet")), *((one.value, words) for one, words in STATES.items())],
        required=False,
    )


class IssuedFilter(StateFilter):
    """For a client: nothing of what is not issued."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["state"]
        shown = [(one.value, words) for one, words in STATES.items() if one not in OPEN]
        field.choices = [("", _("All")), *shown]


class Invoices(Listing):
    columns = (
        Column("number", _("Number"), sortable=True),
        Column("client", _("Client"), sortable=True),
        Column("month", _("Month"), sortable=True),
        Column("state", _("State"), sortable=True),
        Column("due", _("Due"), sortable=True),
        Column("net", _("Excl. VAT"), sortable=True, numeric=True),
        Column("gross", _("Incl. VAT"), sortable=True, numeric=True),
        Column("left", _("Open"), numeric=True),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "number": ["number"],
        "client": ["assignment__organisation__name"],
        "month": ["month"],
        "state": ["state", "due_on"],
        "due": ["due_on"],
        "net": ["net"],
        "gross": ["gross"],
    }
    default_sort = "-month"
    search_fields = ("number", "assignment__number", "assignment__organisation__name")
    filter_form = StateFilter
    filters: ClassVar[dict[str, Callable[[Any], Q]]] = {"state": standing}
    caption = _("Invoices")
    empty_title = _("No invoices here")
    empty_text = _("An invoice stands here as soon as it was drafted from approved hours.")
    head = (
        _("Number"), _("Kind"), _("Client"), _("Assignment"), _("Month"), _("State"), _("Date of the invoice"),
        _("Due"), _("Excl. VAT"), _("VAT"), _("Incl. VAT"), _("Paid"), _("Credited"),
    )  # fmt: skip

    def __init__(self, request: Request, rows: QuerySet[Any], *, desk: str, on: date, export_url: str = "") -> None:
        super().__init__(request, rows, export_url=export_url)
        self.desk, self.on = desk, on

    def row(self, obj: Any) -> Row:
        is_credit = obj.kind == BillKind.CREDIT
        left = obj.gross - obj.paid - obj.credited
        return Row(
            (
                obj.number or "–",
                Cell(obj.assignment.organisation.name, note=obj.assignment.number),
                formats.date_format(obj.month, "F Y"),
                badge_of(obj.state, is_credit=is_credit),
                self._due(obj),
                euro(obj.net),
                euro(obj.gross),
                "–" if is_credit or obj.state in OPEN else euro(left),
            ),
            url=reverse(f"{self.desk}:invoice", args=[obj.code]),
        )

    def _due(self, obj: Any) -> object:
        if obj.due_on is None:
            return "–"
        is_late = obj.state in DUNNED and obj.due_on < self.on
        return Badge(day(obj.due_on), Tone.BAD) if is_late else day(obj.due_on)

    def sheet(self) -> tuple[list[str], Iterator[list[str]]]:
        """The whole list as it is searched, filtered and sorted, with exact amounts."""
        return [guard(str(cell)) for cell in self.head], self._lines()

    def _lines(self) -> Iterator[list[str]]:
        for obj in self.narrowed().iterator(500):
            amounts = (obj.net, obj.vat_total, obj.gross, obj.paid, obj.credited)
            cells = (
                obj.number,
                obj.kind.value,
                obj.assignment.organisation.name,
                obj.assignment.number,
                obj.month.isoformat(),
                STATES[InvoiceState(obj.state)],
                obj.issued_on.isoformat() if obj.issued_on else "",
                obj.due_on.isoformat() if obj.due_on else "",
            )
            yield [*(guard(str(cell)) for cell in cells), *(str(amount) for amount in amounts)]


class ClientInvoices(Invoices):
    filter_form = IssuedFilter
    empty_text = _("As soon as an invoice was sent to you, you find it here.")
