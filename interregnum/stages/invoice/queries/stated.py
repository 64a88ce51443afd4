"""Of whom on an invoice it is stated that no commission was paid or received, and of whom not yet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.functions import TruncMonth

from interregnum.kernel.bill import BillKind
from interregnum.stages.ensure.queries.no_commission import stated_in, statements_of
from interregnum.stages.invoice.models import Invoice, InvoiceLine
from interregnum.stages.invoice.rules.no_commission import Stated, words_of


class Person(NamedTuple):
    code: str
    name: str
    email: str


People = Mapping[int, Person]


def people_on(row: Invoice) -> People:
    """Each manager on it, by their key."""
    names = ("manager", "manager__code", "manager__name", "manager__email")
    found = row.lines.exclude(manager=None).order_by("position").values_list(*names)
    return {key: Person(*told) for key, *told in found}


def stated_on(row: Invoice, lines: Sequence[InvoiceLine], people: People) -> tuple[Stated, ...]:
    """Of each manager and month on it; a credit note takes back what was stated of its invoice."""
    if row.kind == BillKind.CREDIT:
        return ()
    stated = statements_of(row.assignment.code)
    worked = [(people[one.manager_id], one.day.replace(day=1)) for one in lines if one.manager_id and not one.extra_id]
    return tuple(
        Stated(who.name, who.email, month, stated.get((who.code, month))) for who, month in dict.fromkeys(worked)
    )


def lacking_statements(drafts: QuerySet[Invoice]) -> int:
    """How many of these drafts lack what a manager has not stated yet; two queries, however many."""
    lines = InvoiceLine.objects.filter(invoice__in=drafts, extra=None, manager__isnull=False).order_by()
    names = ("invoice", "invoice__assignment__code", "manager__code", "begins")
    worked = set(lines.annotate(begins=TruncMonth("day")).values_list(*names).distinct())
    stated = stated_in({assignment for _invoice, assignment, _manager, _month in worked})
    return len({invoice for invoice, *place in worked if tuple(place) not in stated})


def note_on(row: Invoice, lines: Sequence[InvoiceLine]) -> str:
    """What stands on it in words: of a credit note why, and what was stated when it was issued."""
    if row.kind == BillKind.CREDIT or row.issued_at is None:
        return str(row.why)
    words = words_of(stated_on(row, lines, people_on(row)), until=row.issued_at)
    return "\n".join(each for each in (row.why, words) if each)
