"""What clients owe, how old it is, and when it is expected."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max

from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.parameters.values import value
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.rules.ageing import Aged, Owed, aged, expected_in, usual_delays
from interregnum.stages.invoice.rules.states import OWED, InvoiceState

CLIENT = "assignment__organisation__name"
NOTHING = Money(0)


@dataclass(frozen=True)
class AgeingPage:
    """`weeks` are Mondays with what is expected from clients; `edges` the days at which a part of the ages ends."""

    edges: tuple[int, ...]
    rows: tuple[Aged, ...]
    total: Aged
    weeks: tuple[tuple[date, Money], ...]


def ageing_page(*, on: date) -> AgeingPage:
    edges = tuple(sorted(value("invoice.ageing_days", on=on).values()))
    owed, weeks = _owed(), int(value("invoice.forecast_weeks", on=on))
    rows = aged(owed, on=on, edges=edges)
    together = aged([Owed("", one.due_on, one.left) for one in owed], on=on, edges=edges)
    none = Aged("", NOTHING, (NOTHING,) * (len(edges) + 1))
    return AgeingPage(edges, rows, together[0] if together else none, expected_in(owed, _delays(), on=on, weeks=weeks))


def _owed() -> list[Owed]:
    rows = Invoice.objects.filter(kind=BillKind.INVOICE, state__in=OWED).order_by("due_on")
    rows = rows.filter(gross__gt=F("paid") + F("credited"))
    found = rows.values_list(CLIENT, "due_on", "gross", "paid", "credited")
    return [Owed(client, due_on, gross - paid - credited) for client, due_on, gross, paid, credited in found]


def _delays() -> dict[str, int]:
    rows = Invoice.objects.filter(kind=BillKind.INVOICE, state=InvoiceState.PAID, payments__is_undone=False)
    last = rows.annotate(last=Max("payments__day")).order_by("pk")
    return dict(usual_delays(last.values_list(CLIENT, "due_on", "last")))
