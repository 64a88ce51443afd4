"""Invoices as papers of an assignment: those to the client for client and firm, those of a manager for that one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.bill import BillKind
from interregnum.stages.contract.queries.access import visible_to
from interregnum.stages.contract.queries.paper_sources import BUREAU, CLIENT, MANAGER, Paper, desk_of, link_of
from interregnum.stages.deliver.queries.tenures import assignments_under
from interregnum.stages.invoice.payable_texts import PAY_STATES
from interregnum.stages.invoice.queries.payable_rows import payables_of
from interregnum.stages.invoice.queries.rows import invoices_of
from interregnum.stages.invoice.rules.payable import PayKind, PayState
from interregnum.stages.invoice.rules.states import OPEN
from interregnum.stages.invoice.texts import STATES


def papers_of(contract: str, seen_by: Actor) -> Iterator[Paper]:
    """Of the days of an assignment under this contract; a draft is no paper yet."""
    yield from _to_client(contract, seen_by)
    yield from _of_manager(contract, seen_by)


def _to_client(contract: str, seen_by: Actor) -> Iterator[Paper]:
    theirs = assignments_under(contract, seen_by=seen_by).order_by().values("pk")
    for row in invoices_of(seen_by).filter(assignment__in=theirs).exclude(state__in=OPEN).order_by("pk"):
        credit, bill = _("Credit note to the client, %(number)s"), _("Invoice to the client, %(number)s")
        yield Paper(
            what=(credit if row.kind == BillKind.CREDIT else bill) % {"number": row.number},
            at=row.issued_on,
            seen_by=(BUREAU, CLIENT),
            url=link_of(seen_by.role, f"{desk_of(seen_by.role)}:invoice", row.code),
            note=STATES[row.state],
        )


def _of_manager(contract: str, seen_by: Actor) -> Iterator[Paper]:
    """Who was replaced keeps the own ones, and whoever goes on reads none of them."""
    here = assignments_under(contract, seen_by=HOUSE).order_by().values("pk")
    manager = visible_to(HOUSE).filter(code=contract).order_by().values("manager")
    rows = payables_of(seen_by).filter(assignment__in=here, manager__in=manager).exclude(state=PayState.DRAFTED)
    for row in rows.order_by("pk"):
        credit, bill = _("Credit note of the manager, %(number)s"), _("Invoice of the manager, %(number)s")
        yield Paper(
            what=(credit if row.kind == PayKind.CREDIT else bill) % {"number": row.number},
            at=row.issued_on or row.received_on,
            seen_by=(BUREAU, MANAGER),
            url=link_of(seen_by.role, f"{desk_of(seen_by.role)}:payable", row.code),
            note=PAY_STATES[row.state],
        )
