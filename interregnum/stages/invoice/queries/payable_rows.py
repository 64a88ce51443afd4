"""Which payables somebody may know of: the firm those of its assignments, a manager the own ones, nobody else any."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.people.queries import profile_at
from interregnum.stages.deliver.queries.tenures import days_worked
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.guarantee.queries.proof import owed_of_all
from interregnum.stages.invoice.models import PaidDay, Payable, SelfBilling
from interregnum.stages.invoice.queries.account import last_of_month
from interregnum.stages.invoice.queries.payable_account import pay_account, with_unpaid_expenses
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.queries.rows import READERS, assignments_to_bill
from interregnum.stages.invoice.queries.standing import standing_of
from interregnum.stages.invoice.rules.payable import Earned, PayState

ALONG = ("assignment__organisation", "assignment__manager", "assignment__contract", "manager", "credits", "file")


def payables_of(actor: Actor) -> QuerySet[Payable]:
    """A draft of the firm is nothing to the manager yet."""
    rows = Payable.objects.select_related(*ALONG)
    rows = rows.defer(*profile_at("manager"), *profile_at("assignment__manager"))
    if actor.role == Role.MANAGER and actor.manager:
        return rows.filter(manager__code=actor.manager).exclude(state=PayState.DRAFTED)
    if actor.role not in READERS:
        return rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def payable_row(code: str, *, seen_by: Actor) -> Payable:
    """Raises Http404 for a payable that is not there, or not theirs."""
    row = payables_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


@dataclass(frozen=True)
class Expected:
    """What stands approved and on no payable, of one manager and month; excl. VAT."""

    assignment: str
    number: str
    client: str
    manager: str
    manager_name: str
    month: date
    lines: tuple[Earned, ...]
    is_self_billed: bool

    @property
    def days(self) -> int:
        return sum(bool(one.minutes) for one in self.lines)

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.lines)

    @property
    def net(self) -> Money:
        return sum((one.amount for one in self.lines), Money(0))


def expected_of(*, seen_by: Actor, on: date) -> tuple[Expected, ...]:
    """Of months up to the one that runs, the oldest first; a fixed number of queries, however many assignments."""
    own = seen_by.manager or ""
    if seen_by.role == Role.MANAGER and not own:
        return ()
    notices = owed_of_all()
    rows = list(_assignments(seen_by, Q(code__in=_unpaid(seen_by)) | Q(pk__in=notices)))
    standing = standing_of(rows, notices, until=on) if rows else {}
    named = _names({one.manager for each in standing.values() for one in each.owed} if rows else set())
    found: list[Expected] = []
    for row in rows:
        for who in sorted({one.manager for one in standing[row.pk].owed} & named.keys()):
            if seen_by.role != Role.MANAGER or who == own:
                lines = [one for one in standing[row.pk].owed if one.manager == who]
                found += _by_month(row, who, named[who], lines)
    return tuple(sorted(found, key=lambda one: (one.month, one.number)))


def expected_one(assignment: str, manager: str, month: date | None, *, seen_by: Actor) -> Expected | None:
    """None where nothing is left of this month, of the oldest one when none is named.

    Raises Http404 for an assignment that is not theirs.
    """
    row = next(iter(_assignments(seen_by, Q(code=assignment))), None)
    if row is None or (seen_by.role == Role.MANAGER and manager != seen_by.manager):
        raise Http404
    named = _names({manager}).get(manager, ("", False))
    lines = pay_account(row, manager).open_until(last_of_month(month) if month else date.max)
    found = _by_month(row, manager, named, lines)
    return next((each for each in found if month is None or each.month == month.replace(day=1)), None)


def _unpaid(seen_by: Actor) -> set[str]:
    """Assignments with more days sent than are paid, or with an expense that is not."""
    own = (seen_by.manager or "") if seen_by.role == Role.MANAGER else ""
    rows = PaidDay.objects.filter(beside="").order_by().values_list("assignment__code", "manager__code")
    paid = {(code, who): count for code, who, count in rows.annotate(Count("pk"))}
    worked = days_worked(own, since=first_day())
    found = {code for (code, who), count in worked.items() if count > paid.get((code, who), 0)}
    return found | with_unpaid_expenses(own)


def _assignments(seen_by: Actor, which: Q) -> QuerySet[Any]:
    """A manager who was replaced reads of the own days on what is an assignment of another one by now."""
    by = HOUSE if seen_by.role == Role.MANAGER else seen_by
    return assignments_to_bill(by).filter(which).order_by("number")


def _names(managers: set[str]) -> dict[str, tuple[str, bool]]:
    """Name of each, and whether the firm makes their invoices."""
    agreed = set(SelfBilling.objects.filter(withdrawn_at=None).values_list("manager__code", flat=True))
    people = Manager.objects.filter(code__in=managers).values_list("code", "name")
    return {code: (name, code in agreed) for code, name in people}


def _by_month(row: Any, manager: str, named: tuple[str, bool], lines: Iterable[Earned]) -> list[Expected]:
    months: dict[date, list[Earned]] = {}
    for one in sorted(lines, key=lambda one: (one.day, one.key)):
        months.setdefault(one.month, []).append(one)
    name, is_self_billed = named
    about = (row.code, row.number, row.organisation.name, manager, name)
    return [Expected(*about, month, tuple(own), is_self_billed) for month, own in months.items()]
