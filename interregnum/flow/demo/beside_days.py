"""What the demonstration bills beside days, and a rate that was indexed in the middle of a month. All is invented."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.parameters.values import set_value, value
from interregnum.people.accounts import actor_of_manager, actor_of_organisation
from interregnum.stages.contract.actions.index_rate import index_rate
from interregnum.stages.contract.queries.indexing import INDEX, index_page
from interregnum.stages.deliver.queries import assignment_facts
from interregnum.stages.invoice.actions.discounts import give_discount
from interregnum.stages.invoice.actions.expense_ask import ask_expense
from interregnum.stages.invoice.actions.expense_decide import approve_expense, refuse_expense
from interregnum.stages.invoice.actions.fees import answer_fee, write_fixed_fee
from interregnum.stages.invoice.queries.account import billing_account
from interregnum.stages.invoice.queries.fees import fees_page
from interregnum.stages.invoice.queries.open_days import to_draft
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.rules.expenses import CostKind, Spent
from interregnum.stages.invoice.rules.fees import Term

INVENTED = "Verzonnen, voor dit bureau"
# In tenths of a percent: an invented figure, and what the firm asks of it.
ROSE, ASKED = 31, Decimal("2.5")


def index_after_half_a_year(since: date) -> None:
    """The contracts of this firm let a rate be raised after half a year."""
    terms = value("contract.terms", on=since) | {"indexation_months": 6}
    set_value("contract.terms", terms, valid_from=since, source=INVENTED)
    set_value(INDEX, ROSE, valid_from=since, source=INVENTED)


def live_beside_days(partner: Actor, *, last: date, at: datetime) -> None:
    """Of the assignments with days of the last month: one has a fixed fee and an expense that waits, one a discount,
    two another expense, and one a rate that rose."""
    codes = to_draft(last, seen_by=partner)
    _raised(codes, partner, last=last, at=at)
    for code, live in zip((*codes[:1], *codes), (_asked, _fixed_fee, _discount, _approved, _refused), strict=False):
        live(code, partner, last, at)


def _fixed_fee(assignment: str, partner: Actor, last: date, at: datetime) -> None:
    facts = assignment_facts(assignment, seen_by=partner)
    days = [day for day in (last + timedelta(days=14), at.date() + timedelta(days=14)) if day <= facts.ends_on]
    terms = [Term(day, Money(2500)) for day in days]
    text = "Inrichting van het verbeterteam"
    written = at - timedelta(days=20)
    expect(write_fixed_fee(assignment=assignment, text=text, terms=terms, by=partner, at=written))
    fee = fees_page(assignment, seen_by=partner).fees[0].code
    client = actor_of_organisation(facts.organisation)
    expect(answer_fee(fee=fee, agrees=True, why="", by=client, at=at - timedelta(days=19)))


def _discount(assignment: str, partner: Actor, last: date, at: datetime) -> None:
    why = "rustige start na de zomer"
    off = give_discount(assignment=assignment, month=last, percent=Decimal(5), amount=None, why=why, by=partner, at=at)
    expect(off)


def _asked(assignment: str, partner: Actor, last: date, at: datetime) -> None:
    """It waits for the client."""
    said = {"text": "Hotel bij de vestiging in Luik", "gross": Money("145.20"), "vat": Money("25.20")}
    _declared(assignment, partner, last, at, kind=CostKind.STAY, **said)


def _approved(assignment: str, partner: Actor, last: date, at: datetime) -> None:
    said = {"text": "Drukwerk voor de startdag", "gross": Money("60.50"), "vat": Money("10.50")}
    code, client = _declared(assignment, partner, last, at, kind=CostKind.MATERIAL, **said)
    expect(approve_expense(expense=code, version=1, by=client, at=at - timedelta(hours=1)))


def _refused(assignment: str, partner: Actor, last: date, at: datetime) -> None:
    said = {"text": "Lunch met het team", "gross": Money(84), "vat": Money("6.94")}
    code, client = _declared(assignment, partner, last, at, kind=CostKind.MEALS, **said)
    why = "Een lunch was niet afgesproken."
    expect(refuse_expense(expense=code, why=why, version=1, by=client, at=at - timedelta(hours=1)))


def _declared(assignment: str, partner: Actor, last: date, at: datetime, **said: Any) -> tuple[str, Actor]:
    """Of the first day that is on no invoice, by whoever worked it; the code, and the client who decides."""
    row = assignments_to_bill(partner).get(code=assignment)
    worked = billing_account(row).open_until(last)[0]
    spent = Spent(day=worked.day, agreed="Met de opdrachtgever, in een mail van die week", **said)
    manager = actor_of_manager(worked.manager)
    receipt, asked_at = _receipt(spent), at - timedelta(hours=3)
    about: dict[str, Any] = {"assignment": assignment, "spent": spent, "receipt": receipt}
    code = expect(ask_expense(**about, is_another=False, by=manager, at=asked_at))
    return code, actor_of_organisation(row.organisation.code)


def _receipt(spent: Spent) -> bytes:
    """A page of three lines, as a PDF."""
    lines = (f"{spent.day:%d-%m-%Y}  {spent.text}", f"EUR {spent.gross}, waarvan btw {spent.vat}", "Bon (verzonnen)")
    drawn = "BT /F 11 Tf 20 120 Td 18 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 160]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    )
    made, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n"
    return f"{made}{head}{table}trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n".encode()


def _raised(codes: list[str], partner: Actor, *, last: date, at: datetime) -> None:
    """The first of which the clause lets it be from the middle of the last month, told six weeks before; else the first
    of which it can be at all, told today."""
    middle, told = last + timedelta(days=15), at.replace(year=last.year, month=last.month, day=1) - timedelta(days=30)
    for moment in (told, at):
        for code in codes:
            contract = assignments_to_bill(partner).get(code=code).contract.code
            page = index_page(contract, seen_by=partner, on=moment.date())
            day = max(page.first_day, middle)
            if page.may_raise and not page.told and (moment is at or day == middle):
                expect(index_rate(contract=contract, percent=ASKED, holds_from=day, by=partner, at=moment))
                return
