"""An assignment of Max at Carla's bank with approved days, and what stands on an invoice in Dutch law."""

from datetime import date, timedelta
from typing import Any

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.models import Firm, Organisation
from interregnum.stages.deliver.models import Assignment, HoursDay, HoursWeek
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice, send_invoice
from interregnum.stages.invoice.models import ClientBilling, Extra, Invoice
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from tests.world import NOW, TODAY, Cast

MARCH = date(2026, 3, 1)
LATER = NOW + timedelta(days=30)
HOME = {"street": "Proefstraat 1", "postal_code": "3511 AA", "city": "Utrecht"}


def let_bill(**buyer: Any) -> None:
    """All that must stand on an invoice is known of the firm and of every client."""
    Firm.objects.update(**HOME, kvk="12345678", vat_number="NL004495445B01", iban="NL91ABNA0417164300")
    Organisation.objects.update(**(HOME | {"kvk": "87654321"} | buyer))


def approve(assignment: Assignment, days: dict[date, int], manager: Any = None) -> None:
    """These minutes of these days stand approved."""
    for day, minutes in days.items():
        week, _is_new = HoursWeek.objects.get_or_create(
            assignment=assignment,
            manager=manager or assignment.manager,
            monday=day - timedelta(days=day.weekday()),
            defaults={"state": HoursState.APPROVED, "sent_at": NOW},
        )
        told = {"minutes": minutes, "approved": minutes, "state": HoursState.APPROVED}
        HoursDay.objects.update_or_create(week=week, day=day, defaults=told)


def worked(cast: Cast, **options: Any) -> Assignment:
    """Two days and a half of March, at 1,200 euros a day."""
    assignment = make_assignment(cast, **options)
    approve(assignment, {TODAY: 480, TODAY + timedelta(days=1): 480, TODAY + timedelta(days=2): 240})
    return assignment


def drafted(cast: Cast, assignment: Assignment) -> str:
    made = draft_invoice(assignment=assignment.code, month=MARCH, by=cast.actor(cast.bea), at=LATER)
    assert isinstance(made, str), made
    return made


def sent(cast: Cast, assignment: Assignment) -> Invoice:
    """Drafted, checked, issued and sent by Bea."""
    code, by = drafted(cast, assignment), {"by": cast.actor(cast.bea), "at": LATER}
    assert check_invoice(invoice=code, **by) is None
    assert isinstance(issue_invoice(invoice=code, **by), str)
    assert send_invoice(invoice=code, **by) is None
    return Invoice.objects.get(code=code)


def issued(cast: Cast, bea: dict[str, Any]) -> Invoice:
    code = drafted(cast, worked(cast))
    assert check_invoice(invoice=code, **bea) is None
    assert isinstance(issue_invoice(invoice=code, **bea), str)
    return Invoice.objects.get(code=code)


def wants(cast: Cast, **wishes: Any) -> None:
    ClientBilling.objects.update_or_create(organisation=cast.bank, defaults=wishes)


def reasons(refused: Any) -> list[str]:
    assert isinstance(refused, Refused), refused
    return [reason.code for reason in refused.reasons]


def make_extra(cast: Cast, assignment: Assignment, **told: Any) -> Extra:
    """An expense of the manager that Carla approved, unless told otherwise."""
    standard = {
        "kind": ExtraKind.EXPENSE,
        "manager": assignment.manager,
        "day": TODAY,
        "text": "Trein",
        "amount": Money(50),
        "state": ExtraState.APPROVED,
        "asked_at": NOW,
        "asked_by": cast.max,
        "decided_at": NOW,
        "decided_by": cast.carla,
    }
    return Extra.objects.create(assignment=assignment, **(standard | told))
