"""Extras that stand approved and are on no invoice yet, of one assignment or of many."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from interregnum.kernel.money import Money
from interregnum.stages.invoice.models import Books, Extra, Invoice
from interregnum.stages.invoice.queries.account import Account
from interregnum.stages.invoice.rules.extras import Beside, ExtraKind, ExtraState, fitting
from interregnum.stages.invoice.rules.fees import FeeState

# H2: a term that falls after the last day, which an ending brings forward, is not billed.
AFTER_END = Q(kind=ExtraKind.FIXED_FEE, day__gt=F("assignment__ends_on"))
TAKEN_BACK = Q(fee_term__fee__state=FeeState.WITHDRAWN)


def unbilled(last: date, *, without: Invoice | None = None) -> QuerySet[Extra]:
    """Up to a day, of all assignments; for whoever asks who may look. Those of `without`, a draft, count as on none."""
    free = Q(billed=None) | Q(billed__line__invoice=without) if without else Q(billed=None)
    begins = Coalesce(Subquery(Books.objects.values("begins_on")[:1]), Value(date.min))
    return standing_extras().filter(free, day__gte=begins, day__lte=last)


def standing_extras() -> QuerySet[Extra]:
    """Approved and billed, now or later; for whoever asks who may look."""
    rows = Extra.objects.filter(state=ExtraState.APPROVED).exclude(AFTER_END)
    # Issued before the fee was taken back, and credited since.
    return rows.exclude(TAKEN_BACK, billed=None)


def extras_to_bill(
    assignment: Any, last: date, account: Account, *, without: Invoice | None = None
) -> tuple[Beside, ...]:
    """What goes on a draft of an assignment beside the days of its account."""
    rows = unbilled(last, without=without).filter(assignment=assignment)
    days = sum((one.amount for one in account.open_until(last)), Money(0))
    return fitting(days, account.of_client(_read(rows).get(assignment.pk, ())))


def extras_of_many(assignments: Collection[int], last: date) -> dict[int, list[Beside]]:
    """All of them, by the key of their assignment, in one query."""
    found = _read(unbilled(last).filter(assignment__in=assignments))
    return {key: found.get(key, []) for key in assignments}


def _read(rows: QuerySet[Extra]) -> dict[int, list[Beside]]:
    found: dict[int, list[Beside]] = {}
    names = ("assignment", "code", "day", "text", "amount", "manager__code", "kind", "percent")
    for key, code, day, text, amount, manager, kind, percent in rows.order_by("day", "pk").values_list(*names):
        said = {"code": code, "day": day, "text": text, "amount": amount, "manager": manager or "", "percent": percent}
        one = Beside(**said, is_expense=kind == ExtraKind.EXPENSE)
        found.setdefault(key, []).append(one)
    return found
