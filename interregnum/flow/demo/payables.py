"""What managers are owed: two of three let the firm make their invoices; the others will send theirs in."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from interregnum.flow.demo.stories import expect
from interregnum.kernel.actor import Actor
from interregnum.kernel.months import months_later
from interregnum.people.accounts import actor_of_manager
from interregnum.people.papers import save_business
from interregnum.people.rules.papers import BusinessValues, LegalForm, WorkRight
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_pay import note_paid
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.payable_forms import WORDS
from interregnum.stages.invoice.queries.payable_rows import expected_of

# Numbers that nobody has, with check digits that are right.
NUMBERS = (
    ("00010007", "NL000090101B84", "NL46TEST0101456789"),
    ("00010014", "NL000090202B48", "NL93TEST0102456789"),
    ("00010021", "NL000090303B12", "NL43TEST0103456789"),
    ("00010028", "NL000090404B73", "NL90TEST0104456789"),
    ("00010035", "NL000090505B37", "NL40TEST0105456789"),
    ("00010042", "NL000090606B98", "NL87TEST0106456789"),
    ("00010049", "NL000090707B62", "NL37TEST0107456789"),
    ("00010056", "NL000090808B26", "NL84TEST0108456789"),
)
PAID_AFTER = timedelta(days=25)


def live_payables(partner: Actor, *, at: datetime) -> None:
    """Month after month up to the one before last; the last waits, partly as a draft."""
    last = months_later(at.date().replace(day=1), -1)
    owed = expected_of(seen_by=partner, on=at.date())
    owners = [who for place, who in enumerate(dict.fromkeys(one.manager for one in owed)) if place % 3]
    agreed = dict(zip(owners, NUMBERS, strict=False))
    for who, numbers in agreed.items():
        _agree(actor_of_manager(who), numbers, at=_at(owed[0].month))
    for one in owed:
        if one.manager not in agreed or one.month > last:
            continue
        made_at = _at(months_later(one.month, 1) + timedelta(days=4))
        draft = partial(draft_self_bill, assignment=one.assignment, manager=one.manager, month=one.month)
        code = expect(draft(by=partner, at=made_at))
        if one.month < last:
            expect(issue_self_bill(payable=code, by=partner, at=made_at))
            paid_at = made_at + PAID_AFTER
            if paid_at < at:
                expect(note_paid(payable=code, day=paid_at.date(), by=partner, at=paid_at))


def _agree(by: Actor, numbers: tuple[str, str, str], *, at: datetime) -> None:
    kvk, vat_number, iban = numbers
    place = {"street": "Voorbeeldlaan 1", "postal_code": "3500 ZZ"}
    business = BusinessValues(
        legal_form=LegalForm.SOLE_TRADER,
        trade_name=f"{by.name} Interim (verzonnen)",
        **place,
        kvk=kvk,
        vat_number=vat_number,
        iban=iban,
        work_right=WorkRight.CITIZEN,
        permit_ends_on=None,
    )
    expect(save_business(values=business, by=by, at=at))
    expect(agree_self_billing(**place, city="Utrecht", words=str(WORDS), by=by, at=at))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)
