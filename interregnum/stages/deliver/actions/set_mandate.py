"""The bureau writes down what the manager may decide, to whom they report, and when people are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.facts import MandateSet
from interregnum.stages.deliver.models import Assignment, MandateLine
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.deliver.rules.mandate import check_announced
from interregnum.stages.deliver.rules.states import AssignmentState, Domain, Right


@dataclass(frozen=True)
class DomainRight:
    """`limit` in euros excl. VAT a commitment, for money alone."""

    domain: Domain
    right: Right
    limit: Money | None = None
    note: str = ""


@dataclass(frozen=True)
class Mandate:
    reports_to: str
    announced_on: date | None
    lines: Sequence[DomainRight]
    announced_how: str = ""
    exclusions: str = ""


@action
def set_mandate(*, assignment: str, mandate: Mandate, by: Actor, at: datetime) -> Refused | None:
    """Set the whole mandate anew. Deciding about money needs a limit; a closed assignment has no mandate to change."""
    row = assignment_of(assignment, seen_by=by)
    for line in mandate.lines:
        is_money = line.domain == Domain.MONEY
        if is_money and line.right in {Right.DECIDES, Right.AFTER_CONSULTATION} and line.limit is None:
            return Refused.because("deliver.limit_needed", "limit")
    if mandate.announced_on != row.announced_on:
        refused = check_announced(mandate.announced_on, term=term_of(row))
        if refused is not None:
            return refused
    is_open = Assignment.objects.filter(pk=row.pk).exclude(state=AssignmentState.CLOSED)
    names = ("reports_to", "announced_on", "announced_how", "exclusions")
    if not is_open.update(**{name: getattr(mandate, name) for name in names}):
        return Refused.because("deliver.closed")
    for line in mandate.lines:
        values = {"right": line.right, "limit": line.limit, "note": line.note}
        MandateLine.objects.update_or_create(assignment=row, domain=line.domain, defaults=values)
    record(MandateSet(assignment=row.code), by=by, at=at)
    return None
