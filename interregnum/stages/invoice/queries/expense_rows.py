"""Which expenses somebody may know of: a manager the own ones, a client those of its assignments, the firm all."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.money import Money
from interregnum.parameters.values import value
from interregnum.people.models import Business
from interregnum.people.queries import profile_at
from interregnum.stages.contract.rules.costs import cap_as_signed, expenses_as_signed
from interregnum.stages.deliver.queries.tenures import assignment_for_hours
from interregnum.stages.deliver.queries.visible import own_term, visible_to
from interregnum.stages.guarantee.queries.proof import account_of
from interregnum.stages.guarantee.rules.days import is_handover
from interregnum.stages.invoice.models import Extra
from interregnum.stages.invoice.queries.account import turns_of
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.queries.rows import READERS, assignments_to_bill
from interregnum.stages.invoice.rules.expenses import Setting
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState

COUNTS = (ExtraState.ASKED, ExtraState.APPROVED)
ALONG = ("assignment__organisation", "assignment__manager", "manager", "expense__receipt")


def expenses_of(actor: Actor) -> QuerySet[Extra]:
    """What was withdrawn is nothing to the client."""
    rows = Extra.objects.filter(kind=ExtraKind.EXPENSE, expense__isnull=False).select_related(*ALONG)
    rows = rows.defer(*profile_at("manager"), *profile_at("assignment__manager"))
    if actor.role == Role.MANAGER and actor.manager:
        return rows.filter(manager__code=actor.manager)
    if actor.role == Role.CLIENT:
        rows = rows.exclude(state=ExtraState.WITHDRAWN)
    elif actor.role not in READERS:
        return rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def expense_row(code: str, *, seen_by: Actor) -> Extra:
    """Raises Http404 for one that is not there, or not theirs."""
    row = expenses_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def assignment_to_ask(code: str, *, seen_by: Actor) -> Any:
    """The assignment as it was on this manager's days. Raises Http404 for one on which they did not work."""
    row = assignment_for_hours(code, seen_by=seen_by, along=("organisation", "manager", "contract"))
    if not seen_by.manager or row.manager.code != seen_by.manager:
        raise Http404
    return row


def setting_of(row: Any, *, day: date, on: date, beside: str = "") -> Setting:
    """What holds for an expense of a day; `row` is the assignment as it was on this manager's days, `beside` the
    expense that is corrected, which does not count against itself."""
    turns = turns_of(assignments_to_bill(HOUSE).get(pk=row.pk))
    _lines, handover = account_of(row.code, turns)
    term, contract = own_term(row), row.contract
    cap = cap_as_signed(contract.clauses, contract.terms)
    return Setting(
        term=term,
        first=first_day(),
        handover=frozenset(one for one in handover if is_handover(one, turns, handover)),
        signed=expenses_as_signed(contract.clauses),
        cap=cap,
        left=None if cap is None else max(cap - _asked_in_month(row, day, beside), Money(0)),
        deducts=deducts_vat(row.manager),
        above=Money(str(value("invoice.expense_reason_above", on=on))),
        vat_percent=Decimal(str(value("invoice.vat_percent", on=max(day, term.first)))),
        on=on,
    )


def _asked_in_month(row: Any, day: date, beside: str) -> Money:
    """What this manager asked of the month and was not refused. Who asks at the same moment waits: both would fit."""
    type(row).objects.select_for_update(no_key=True).get(pk=row.pk)
    same = Extra.objects.filter(kind=ExtraKind.EXPENSE, assignment_id=row.pk, manager=row.manager)
    asked = same.filter(day__year=day.year, day__month=day.month, state__in=COUNTS).exclude(code=beside)
    return sum((one.amount for one in asked), Money(0))


def deducts_vat(manager: Any) -> bool:
    """Whoever has a VAT number gets the VAT on a receipt back."""
    return Business.objects.filter(manager=manager).exclude(vat_number="").exists()


def expenses_waiting(*, seen_by: Actor, state: ExtraState) -> int:
    """How many wait for the client (asked), or for the manager (refused)."""
    return expenses_of(seen_by).filter(state=state).count()
