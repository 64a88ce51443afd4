"""The manager's side as its pages show it: what is owed, when it is paid and why; the same payable for the firm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.kernel.money import Money
from interregnum.parameters.values import course
from interregnum.stages.ensure.queries.no_commission import statements_of
from interregnum.stages.invoice.models import BilledDay, BilledExtra, Payable, Payment, SelfBilling
from interregnum.stages.invoice.payable_texts import KINDS, PAY_WHYS, pay_badge, sentence_of, why_due
from interregnum.stages.invoice.queries.payable_account import pay_account
from interregnum.stages.invoice.queries.payable_rows import Expected, expected_of, payable_row, payables_of
from interregnum.stages.invoice.queries.payable_seller import is_ours
from interregnum.stages.invoice.rules.days import Difference
from interregnum.stages.invoice.rules.payable import BESIDE, OWING, PayKind, PayState, PayWhy
from interregnum.stages.invoice.rules.payable_due import ClientInvoice, Due, pay_due
from interregnum.stages.invoice.rules.payable_match import Deviation, Point
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.web.history import history
from interregnum.web.pieces import Badge, Event

PAGE = 25
LAW, WAIT = "invoice.large_payment_days", "invoice.client_wait_days"


@dataclass(frozen=True)
class PayableLine:
    """`due_on` and `why` are empty while nothing is to be paid."""

    code: str
    number: str
    client: str
    assignment: str
    manager: str
    month: date
    kind: object
    badge: Badge
    gross: Money
    due_on: date | None
    why: str
    paid_on: date | None
    is_late: bool


@dataclass(frozen=True)
class OwnPayables:
    """A manager's page: whether the firm makes the invoices, what is expected, and what there is."""

    agreed_at: datetime | None
    expected: tuple[Expected, ...]


@dataclass(frozen=True)
class FirmPayables:
    """`expected` is one page of what is expected, `page` the one of Django's paginator that it is of."""

    page: Any
    differing: tuple[PayableLine, ...]
    to_pay: Money

    @property
    def expected(self) -> Sequence[Expected]:
        found: Sequence[Expected] = self.page.object_list
        return found


@dataclass(frozen=True)
class PaidLine:
    day: date
    minutes: int
    rate: Money
    amount: Money
    why: object
    is_credited: bool


@dataclass(frozen=True, kw_only=True)
class PayablePage:
    """`deviations` are sentences; `differences` days that stand otherwise by now, for the firm alone."""

    code: str
    number: str
    state: PayState
    kind: PayKind
    kind_words: object
    badge: Badge
    client: str
    assignment: str
    assignment_number: str
    manager: str
    month: date
    issued_on: date | None
    due: Due | None
    why_due: str
    paid_on: date | None
    lines: tuple[PaidLine, ...]
    net: Money
    vat_total: Money
    gross: Money
    deviations: tuple[str, ...]
    why: str
    has_file: bool
    credits: str
    credits_number: str
    credit_notes: tuple[tuple[str, str, Money], ...]
    differences: tuple[Difference, ...]
    stated_at: datetime | None
    events: tuple[Event, ...]

    @property
    def may_take_back(self) -> bool:
        return self.kind != PayKind.CREDIT and self.state in OWING


def agreed_at(actor: Actor) -> datetime | None:
    """When this manager agreed to self-billing; None where they did not, or withdrew it."""
    rows = SelfBilling.objects.filter(manager__code=actor.manager, withdrawn_at=None)
    return rows.values_list("given_at", flat=True).first() if actor.manager else None


def own_payables(*, seen_by: Actor, on: date) -> OwnPayables:
    return OwnPayables(agreed_at(seen_by), expected_of(seen_by=seen_by, on=on))


def firm_payables(*, seen_by: Actor, on: date, number: str = "") -> FirmPayables:
    """`number` is the page of what is expected."""
    waiting = payables_of(seen_by).filter(state=PayState.RECEIVED).order_by("received_on", "pk")
    rows = payables_of(seen_by).filter(state=PayState.APPROVED).values_list("kind", "gross")
    to_pay = sum((Money(0) - gross if kind == PayKind.CREDIT else gross for kind, gross in rows), Money(0))
    page = Paginator(expected_of(seen_by=seen_by, on=on), PAGE).get_page(number)
    return FirmPayables(page, payable_lines(waiting[:PAGE], on), to_pay)


def payables_waiting(*, seen_by: Actor) -> int:
    """How many invoices of managers differ and wait for somebody of the firm."""
    return payables_of(seen_by).filter(state=PayState.RECEIVED).count()


def payable_page(code: str, *, seen_by: Actor) -> PayablePage:
    """Raises Http404 for a payable that is not there, or not theirs."""
    row = payable_row(code, seen_by=seen_by)
    due = _due(row, _client_invoices([row]), _law([row]))
    found = [Deviation(Point(one["point"]), one["expected"], one["claimed"]) for one in row.deviations]
    stated = statements_of(row.assignment.code).get((row.manager.code, row.month))
    return PayablePage(
        code=row.code,
        number=row.number,
        state=row.state,
        kind=row.kind,
        kind_words=KINDS[row.kind],
        badge=pay_badge(row.state),
        client=row.assignment.organisation.name,
        assignment=row.assignment.code,
        assignment_number=row.assignment.number,
        manager=row.manager.name,
        month=row.month,
        issued_on=row.issued_on,
        due=due,
        why_due=why_due(due) if due else "",
        paid_on=row.paid_on,
        lines=tuple(
            PaidLine(one.day, one.minutes, one.rate, one.amount, PAY_WHYS[one.why], hasattr(one, "credited_by"))
            for one in row.lines.select_related("credited_by")
        ),
        net=row.net,
        vat_total=row.vat_total,
        gross=row.gross,
        deviations=tuple(sentence_of(one) for one in found),
        why=row.why,
        has_file=row.file is not None or is_ours(row),
        credits=row.credits.code if row.credits else "",
        credits_number=row.credits.number if row.credits else "",
        credit_notes=tuple((one.code, one.number, one.gross) for one in row.credit_notes.order_by("pk")),
        differences=_differences(row) if seen_by.role in OFFICE | {Role.AUDITOR} else (),
        stated_at=stated,
        events=history(row.code, seen_by=seen_by),
    )


def _differences(row: Payable) -> tuple[Difference, ...]:
    own = set(row.lines.filter(paid__beside="").values_list("day", flat=True))
    if not own:
        return ()
    return tuple(one for one in pay_account(row.assignment, row.manager.code).differences if one.day in own)


def payable_lines(rows: Iterable[Payable], on: date) -> tuple[PayableLine, ...]:
    kept = list(rows)
    invoices, law = _client_invoices(kept), _law(kept)
    return tuple(_line(row, _due(row, invoices, law), on) for row in kept)


def _line(row: Payable, due: Due | None, on: date) -> PayableLine:
    return PayableLine(
        row.code,
        row.number,
        row.assignment.organisation.name,
        row.assignment.number,
        row.manager.name,
        row.month,
        KINDS[row.kind],
        pay_badge(row.state),
        row.gross,
        due.on if due else None,
        why_due(due) if due else "",
        row.paid_on,
        row.state == PayState.APPROVED and due is not None and due.on < on,
    )


Invoices = dict[int, tuple[list[ClientInvoice], bool]]


def _client_invoices(rows: list[Payable]) -> Invoices:
    """For those that wait for the client: the invoices to it on which their days stand, and whether all of them do."""
    waiting = [row for row in rows if row.waits and row.state == PayState.APPROVED]
    if not waiting:
        return {}
    prefetch_related_objects(waiting, "lines")
    billed = BilledDay.objects.filter(assignment__in={row.assignment_id for row in waiting})
    names = ("line__invoice__number", "line__invoice__state", "line__invoice__code")
    found: dict[object, list[str]] = {}
    found |= {(key, day): told for key, day, *told in billed.values_list("assignment_id", "day", *names)}
    keys = [line.key for row in waiting for line in row.lines.all() if line.why == PayWhy.EXPENSE]
    beside = BilledExtra.objects.filter(extra__code__in=keys) if keys else BilledExtra.objects.none()
    found |= {key: told for key, *told in beside.values_list("extra__code", *names)}
    paid = _paid_on({code for _number, _state, code in found.values()})
    result: Invoices = {}
    for row in waiting:
        lines = [line for line in row.lines.all() if line.why != PayWhy.NOTICE]
        hits = [found.get(line.key if line.why in BESIDE else (row.assignment_id, line.day)) for line in lines]
        known = {one[2]: one for one in hits if one}
        invoices = [
            ClientInvoice(number or "–", paid.get(code) if state == InvoiceState.PAID else None)
            for number, state, code in known.values()
        ]
        result[row.pk] = (invoices, all(hits))
    return result


def _paid_on(codes: set[str]) -> dict[str, date]:
    """The day of the last payment of each."""
    rows = Payment.objects.filter(invoice__code__in=codes).order_by("day").values_list("invoice__code", "day")
    return dict(rows)


def _law(rows: list[Payable]) -> dict[date, tuple[int, int]]:
    """The days of the law, and the longest that may be waited for a client, on each day that something came."""
    kept = course(LAW, WAIT)
    held = {day: {one.name: one.value for one in kept if one.valid_from <= day} for day in _days(rows)}
    return {day: (found[LAW], found[WAIT]) for day, found in held.items()}


def _days(rows: list[Payable]) -> set[date]:
    return {row.received_on for row in rows if row.received_on}


def _due(row: Payable, invoices: Invoices, law: dict[date, tuple[int, int]]) -> Due | None:
    if row.state not in OWING | {PayState.RECEIVED} or row.kind == PayKind.CREDIT:
        return None
    if row.issued_on is None or row.received_on is None:
        return None
    law_days, most = law[row.received_on]
    found, is_whole = invoices.get(row.pk, ([], False))
    return pay_due(
        issued_on=row.issued_on,
        received_on=row.received_on,
        agreed_days=row.agreed_days,
        law_days=law_days,
        waits=row.waits,
        most_days=min(row.agreed_days, most),
        invoices=found,
        is_whole=is_whole,
    )
