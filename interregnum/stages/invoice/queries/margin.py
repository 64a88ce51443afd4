"""What the firm keeps of each assignment: from lines of its invoices and of its managers, and what is on none yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, Sum
from django.db.models.functions import ExtractYear

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.invoice.models import InvoiceLine, Payable, PayLine
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.queries.standing import standing_of_all
from interregnum.stages.invoice.rules.days import Billable
from interregnum.stages.invoice.rules.extras import Beside
from interregnum.stages.invoice.rules.margin import Part, Piece, part_of
from interregnum.stages.invoice.rules.payable import OWING, PayKind, PayState
from interregnum.stages.invoice.rules.states import OPEN

NOTHING = Money(0)


@dataclass(frozen=True)
class Named:
    """The words of the keys in pieces: number and client of an assignment, and the names of the others."""

    assignments: dict[int, tuple[str, str]]
    clients: dict[int, str]
    managers: dict[int, str]


def margin_pieces(*, seen_by: Actor) -> tuple[tuple[Piece, ...], Named]:
    """Of the whole firm; a partner alone knows them. A fixed number of queries, however many assignments there are."""
    if seen_by.role != Role.PARTNER:
        return (), Named({}, {}, {})
    pieces = (*_invoiced(), *_owed_on_paper(), *_otherwise_accepted(), *_on_nothing(seen_by))
    return pieces, _named(pieces, seen_by)


def _invoiced() -> Iterator[Piece]:
    """Lines of invoices; those of a credit note the other way round."""
    names = ("invoice__assignment", "invoice__assignment__organisation", "manager", "invoice__kind", "invoice__state")
    rows = InvoiceLine.objects.order_by().annotate(year=ExtractYear("day")).values_list(*names, "year")
    for assignment, client, manager, kind, state, year, amount in rows.annotate(total=Sum("amount")):
        yield Piece(
            assignment=assignment,
            client=client,
            manager=manager,
            year=year,
            part=Part.TO_BILL if state in OPEN else Part.BILLED,
            amount=amount if kind != BillKind.CREDIT else NOTHING - amount,
        )


def _owed_on_paper() -> Iterator[Piece]:
    """Lines of what managers are owed; what was sent back is nothing, what nobody accepted yet is owed all the same."""
    rows = PayLine.objects.exclude(payable__state=PayState.RETURNED).order_by().annotate(year=ExtractYear("day"))
    names = ("payable__assignment", "payable__assignment__organisation", "payable__manager")
    kinds = ("payable__kind", "payable__state", "why")
    found = rows.values_list(*names, *kinds, "year").annotate(total=Sum("amount"))
    for assignment, client, manager, kind, state, why, year, amount in found:
        yield Piece(
            assignment=assignment,
            client=client,
            manager=manager,
            year=year,
            part=part_of(why),
            amount=amount if kind != PayKind.CREDIT else NOTHING - amount,
            is_owed=state not in OWING,
        )


def _otherwise_accepted() -> Iterator[Piece]:
    """What a manager's invoice that was accepted all the same asks more, or less, than its lines; credit notes of it
    take that back."""
    sent_in = Q(kind=PayKind.PURCHASE) | Q(kind=PayKind.CREDIT, credits__kind=PayKind.PURCHASE)
    rows = Payable.objects.filter(sent_in, state__in=OWING).order_by()
    rows = rows.annotate(asked=Sum("lines__amount")).exclude(asked=F("net"))
    names = ("assignment", "assignment__organisation", "manager", "month", "kind", "net", "asked")
    for assignment, client, manager, month, kind, net, asked in rows.values_list(*names):
        yield Piece(
            assignment=assignment,
            client=client,
            manager=manager,
            year=month.year,
            part=Part.WORKED,
            amount=net - asked if kind != PayKind.CREDIT else asked - net,
        )


def _on_nothing(seen_by: Actor) -> Iterator[Piece]:
    """What was approved and stands on no invoice of either side, from the one account of each assignment."""
    found, standing = standing_of_all(assignments_to_bill(seen_by).order_by("pk"))
    people = {who for own in standing.values() for who in own.people}
    keys = dict(Manager.objects.filter(code__in=people).values_list("code", "pk"))
    for row in found:
        about: dict[str, Any] = {"assignment": row.pk, "client": row.organisation_id}
        to_bill: list[Billable | Beside] = [*standing[row.pk].to_bill, *standing[row.pk].beside]
        for one in to_bill:
            known = about | {"manager": keys.get(one.manager), "year": one.day.year}
            yield Piece(**known, part=Part.TO_BILL, amount=one.amount)
        for line in standing[row.pk].owed:
            known = about | {"manager": keys[line.manager], "year": line.day.year}
            yield Piece(**known, part=part_of(line.why), amount=line.amount, is_owed=True)


def _named(pieces: tuple[Piece, ...], seen_by: Actor) -> Named:
    rows = assignments_to_bill(seen_by).values_list("pk", "number", "organisation", "organisation__name")
    known = {key: (number, client, name) for key, number, client, name in rows}
    met = {one.assignment for one in pieces}
    return Named(
        {key: (number, name) for key, (number, _client, name) in known.items() if key in met},
        {client: name for key, (_number, client, name) in known.items() if key in met},
        dict(Manager.objects.filter(pk__in={one.manager for one in pieces if one.manager}).values_list("pk", "name")),
    )
