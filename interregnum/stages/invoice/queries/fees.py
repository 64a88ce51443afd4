"""Fees and discounts of an assignment, as the firm and its client read them; and what a fee for a result rests on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.people.with_vat import with_vat
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.deliver.queries.reached import results_measured
from interregnum.stages.deliver.rules.measured import Measured
from interregnum.stages.invoice.fee_texts import FEE_REFUSALS, FEE_TITLES, fee_badge
from interregnum.stages.invoice.models import Extra, Fee
from interregnum.stages.invoice.queries.account import Account, billing_account, last_of_month
from interregnum.stages.invoice.queries.extras import standing_extras
from interregnum.stages.invoice.rules.extras import Beside, ExtraKind, ExtraState, reckoned
from interregnum.stages.invoice.rules.fees import FEE_MOVES, Billed, FeeKind, FeeState, Norm, fault_of_success
from interregnum.stages.invoice.rules.states import OPEN
from interregnum.web.pieces import Badge

ALONG = ("assignment__organisation", "assignment__contract__brief__request__owner")
READERS = OFFICE | {Role.AUDITOR, Role.CLIENT}
# Whoever gives an invoice its number holds the books first, and so does whoever takes something back.
ON_NO_INVOICE = Q(billed=None) | Q(billed__line__invoice__state__in=OPEN)


@dataclass(frozen=True)
class TermShown:
    """On an invoice, after the last day (and not billed), or it comes on its day; `is_off`: its fee was refused or
    taken back; `is_to_credit`: it was issued and is not owed any more, for the firm to know."""

    day: date
    amount: Money
    invoice: str
    number: str
    is_over: bool
    is_off: bool
    is_to_credit: bool


@dataclass(frozen=True, kw_only=True)
class FeeShown:
    """`lacks` says why a fee for a result is not earned yet, "" where it is or could be; `with_vat` is the amount incl.
    VAT, None where none is charged."""

    code: str
    title: object
    text: str
    badge: Badge
    amount: Money
    with_vat: Money | None
    terms: tuple[TermShown, ...]
    norm: Norm | None
    now: Measured | None
    lacks: object
    why: str
    decided_by: str
    decided_at: Any
    may_answer: bool
    may_earn: bool
    may_withdraw: bool


@dataclass(frozen=True)
class DiscountShown:
    code: str
    day: date
    text: str
    amount: Money
    invoice: str
    number: str
    is_withdrawn: bool
    why: str

    @property
    def may_withdraw(self) -> bool:
        return not (self.number or self.is_withdrawn)


@dataclass(frozen=True, kw_only=True)
class FeesPage:
    assignment: str
    number: str
    client: str
    cannot_reclaim: bool
    manager: str
    ends_on: date
    fees: tuple[FeeShown, ...]
    discounts: tuple[DiscountShown, ...]
    results: tuple[Measured, ...]


def fees_of(actor: Actor) -> QuerySet[Fee]:
    """The firm reads those of its assignments, a client its own; delegates and managers know of none."""
    rows = Fee.objects.select_related(*ALONG, "decided_by")
    if actor.role not in READERS:
        return rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def fee_row(code: str, *, seen_by: Actor) -> Fee:
    """Raises Http404 for a fee that is not there, or not theirs."""
    row = fees_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def discount_row(code: str, *, seen_by: Actor) -> Extra:
    """Raises Http404 for a discount that is not there, or not theirs."""
    rows = Extra.objects.filter(kind=ExtraKind.DISCOUNT, code=code, assignment__in=visible_to(seen_by).order_by())
    row = rows.select_related("assignment__organisation").first() if seen_by.role in READERS else None
    if row is None:
        raise Http404
    return row


def fees_page(code: str, *, seen_by: Actor) -> FeesPage:
    """Raises Http404 for an assignment that is not there, or not theirs."""
    found = visible_to(seen_by).select_related("organisation", "manager").filter(code=code)
    row = found.first() if seen_by.role in READERS else None
    if row is None:
        raise Http404
    results = results_measured(row.pk)
    rows = fees_of(seen_by).filter(assignment=row).prefetch_related("terms__extra__billed__line__invoice")
    return FeesPage(
        assignment=row.code,
        number=row.number,
        client=row.organisation.name,
        cannot_reclaim=not row.organisation.reclaims_vat,
        manager=row.manager.name,
        ends_on=row.ends_on,
        fees=tuple(_shown(one, results, row.ends_on, seen_by) for one in rows),
        discounts=_discounts(row, seen_by),
        results=results,
    )


def _shown(row: Fee, results: tuple[Measured, ...], ends_on: date, seen_by: Actor) -> FeeShown:
    norm = norm_from(row.norm) if row.kind == FeeKind.SUCCESS else None
    now = next((one for one in results if one.code == row.result), None)
    is_client, is_agreed = seen_by.role == Role.CLIENT, row.state == FeeState.AGREED
    fault = fault_of_success(norm, now) if norm and is_agreed else None
    return FeeShown(
        code=row.code,
        title=FEE_TITLES[row.kind],
        text=row.text,
        badge=fee_badge(row.state),
        amount=row.amount,
        with_vat=with_vat(row.assignment.organisation, _when(row)),
        terms=tuple(_term(one, row, ends_on, seen_by) for one in row.terms.all()),
        norm=norm,
        now=now,
        lacks=FEE_REFUSALS[fault.reasons[0].code] if fault is not None else "",
        why=row.why,
        decided_by=row.decided_by.name if row.decided_by else "",
        decided_at=row.decided_at,
        may_answer=is_client and row.state == FeeState.ASKED,
        may_earn=is_client and is_agreed and norm is not None and fault is None,
        may_withdraw=not is_client and FeeState.WITHDRAWN in FEE_MOVES[row.state],
    )


def _when(row: Fee) -> list[tuple[date, Money]]:
    """What of it falls on which day; all of it on that of writing while no term says otherwise."""
    return [(one.day, one.amount) for one in row.terms.all()] or [(local_day(row.written_at), row.amount)]


def _term(one: Any, fee: Fee, ends_on: date, seen_by: Actor) -> TermShown:
    code, number = _invoice(one.extra, seen_by) if one.extra else ("", "")
    is_over = fee.kind == FeeKind.FIXED and one.day > ends_on
    is_lost = bool(number) and (is_over or fee.state == FeeState.WITHDRAWN)
    is_off = fee.state in (FeeState.REFUSED, FeeState.WITHDRAWN)
    return TermShown(
        day=one.day,
        amount=one.amount,
        invoice=code,
        number=number,
        is_over=is_over,
        is_off=is_off,
        is_to_credit=is_lost and seen_by.role != Role.CLIENT,
    )


def _invoice(extra: Extra, seen_by: Actor) -> tuple[str, str]:
    """A client knows of what was issued alone."""
    billed = getattr(extra, "billed", None)
    if billed is None or (seen_by.role == Role.CLIENT and not billed.line.invoice.number):
        return "", ""
    return billed.line.invoice.code, billed.line.invoice.number


def _discounts(assignment: Any, seen_by: Actor) -> tuple[DiscountShown, ...]:
    found = Extra.objects.filter(assignment=assignment, kind=ExtraKind.DISCOUNT)
    rows = list(found.select_related("billed__line__invoice"))
    follows = any(one.percent is not None and not hasattr(one, "billed") for one in rows)
    account = billing_account(assignment) if follows else Account((), {})
    return tuple(
        DiscountShown(
            one.code,
            one.day,
            one.text,
            _amount_now(one, account),
            *_invoice(one, seen_by),
            one.state == ExtraState.WITHDRAWN,
            one.why,
        )
        for one in rows
    )


def norm_of(now: Measured) -> dict[str, str]:
    """A result as it is agreed on, for the record."""
    return {
        "title": now.title,
        "unit": now.unit,
        "baseline": str(now.baseline),
        "target": str(now.target),
        "due_on": now.due_on.isoformat(),
    }


def norm_from(kept: dict[str, str]) -> Norm:
    return Norm(
        title=kept["title"],
        unit=kept["unit"],
        baseline=Decimal(kept["baseline"]),
        target=Decimal(kept["target"]),
        due_on=date.fromisoformat(kept["due_on"]),
    )


def measured_of(row: Fee) -> tuple[Norm, Measured | None]:
    """What was agreed, and the result as it stands now; None when it is gone."""
    now = next((one for one in results_measured(row.assignment_id) if one.code == row.result), None)
    return norm_from(row.norm), now


def billed_in(assignment: Any, month: date) -> Billed:
    """What a month of an assignment bills for days and fees, and what was given off it."""
    last = last_of_month(month)
    account, none = billing_account(assignment), Money(0)
    kept = standing_extras().filter(assignment=assignment, day__range=(month, last)).exclude(kind=ExtraKind.EXPENSE)
    amounts = [_amount_now(one, account) for one in kept.select_related("billed")]
    return Billed(
        days=sum((one.amount for one in account.days if month <= one.day <= last), none),
        fees=sum((one for one in amounts if one > none), none),
        given=none - sum((one for one in amounts if one < none), none),
    )


def _amount_now(one: Extra, account: Account) -> Money:
    """A discount in percent that is on no invoice follows the days of its month."""
    if one.percent is None or one.state != ExtraState.APPROVED or hasattr(one, "billed"):
        return one.amount
    beside = Beside(code=one.code, day=one.day, text=one.text, amount=one.amount, percent=one.percent)
    return sum((each.amount for each in reckoned([beside], account.days)), Money(0))


def fees_waiting(*, seen_by: Actor) -> list[tuple[str, int]]:
    """For the client's desk: the assignments of which fees wait for an answer, and how many."""
    codes = fees_of(seen_by).filter(state=FeeState.ASKED).order_by("pk").values_list("assignment__code", flat=True)
    found: dict[str, int] = {}
    for code in codes:
        found[code] = found.get(code, 0) + 1
    return list(found.items())
