"""A rate rises in the middle of a month, as the clause says: told ahead, each day at its own rate, for good."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import set_value
from interregnum.stages.contract.actions.amend import draw_amendment
from interregnum.stages.contract.actions.index_rate import index_rate, withdraw_raise
from interregnum.stages.contract.models import Agreement, Contract, Indexation
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.indexing import INDEX, indexed_within
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.queries.account import billing_account, turns_of
from interregnum.stages.invoice.queries.payable_account import pay_account
from interregnum.stages.invoice.tests.invoice_world import approve
from tests.world import NOW, TODAY, browser

pytestmark = pytest.mark.django_db
# Thursday 16 April: told in March, a month beforehand, and two months after the first day.
RISES = date(2026, 4, 16)
BEFORE, AFTER = date(2026, 4, 15), date(2026, 4, 17)
BOTH = {"client": [["indexation", 1]], "manager": [["indexation", 1]]}
TERMS = {
    "indexation_months": 1,
    "solicitation_months": 12,
    "takeover_days": 20,
    "absence_working_days": 10,
    "breach_hours": 24,
    "liability_months": 6,
    "insured_amount": 1_000_000,
}


@pytest.fixture
def cast(cast):
    set_value(INDEX, 34, valid_from=TODAY, source="proef")
    return cast


@pytest.fixture
def bea(cast):
    return {"by": cast.actor(cast.bea), "at": NOW}


def under(cast, clauses=BOTH, **options):
    """An assignment of Max of which these clauses were signed, with days on both sides of the raise."""
    row = make_assignment(cast, **options)
    Contract.objects.filter(pk=row.contract.pk).update(clauses=clauses, terms=TERMS, state=ContractState.SIGNED)
    Agreement.objects.bulk_create(Agreement(contract=row.contract, side=side, signed_at=NOW) for side in Side)
    row.contract.refresh_from_db()
    approve(row, {BEFORE: 480, RISES: 480, AFTER: 240})
    return row


def codes(refused):
    assert isinstance(refused, Refused), refused
    return {reason.code for reason in refused.reasons}


def rises(row, told, *, percent="3", holds_from=RISES):
    return index_rate(contract=row.contract.code, percent=Decimal(percent), holds_from=holds_from, **told)


@pytest.mark.mission("H3")
def test_each_day_is_billed_and_paid_at_the_rate_of_that_day(cast, bea):
    row = under(cast)
    assert rises(row, bea) == row.contract.code
    days = billing_account(row).days
    assert [(one.day, one.rate, one.amount) for one in days] == [
        (BEFORE, Money(1200), Money(1200)),
        (RISES, Money(1236), Money(1236)),
        (AFTER, Money(1236), Money(618)),
    ]
    paid = pay_account(row, cast.max_profile.code).lines
    assert [one.rate for one in paid] == [Money(1000), Money(1030), Money(1030)]
    assert [(turn.first, turn.client_rate) for turn in turns_of(row)] == [
        (TODAY, Money(1200)),
        (RISES, Money(1236)),
    ]


@pytest.mark.parametrize(
    ("clauses", "mails"),
    [(BOTH, ["carla@example.org", "max@example.org"]), ({"client": BOTH["client"]}, ["carla@example.org"])],
)
def test_whoever_pays_or_gets_another_rate_is_told_and_nobody_else(cast, bea, clauses, mails):
    row = under(cast, clauses)
    assert rises(row, bea) == row.contract.code
    sent = Mail.objects.filter(template="mail/contract_indexed.txt").order_by("to")
    assert [mail.to for mail in sent] == mails
    assert all("16" in mail.text and "3%" in mail.text and "1236" not in mail.text for mail in sent)
    assert terms_now(row.contract).manager_rate == (Money(1030) if len(mails) > 1 else Money(1000))


def test_a_figure_that_changes_later_changes_nothing_that_was_told(cast, bea):
    row = under(cast)
    assert rises(row, bea) == row.contract.code
    set_value(INDEX, 5, valid_from=TODAY, source="proef")
    kept = Indexation.objects.get()
    assert (kept.percent, kept.index_percent) == (Decimal(3), Decimal("3.4"))
    assert billing_account(row).days[1].rate == Money(1236)


def test_once_a_year_and_only_of_a_signed_contract(cast, bea):
    row = under(cast)
    assert rises(row, bea) == row.contract.code
    assert codes(rises(row, bea)) == {"contract.index_too_early"}
    assert codes(rises(row, bea, percent="4", holds_from=date(2026, 4, 1))) == {
        "contract.index_too_early",
        "contract.index_above",
    }
    Contract.objects.filter(pk=row.contract.pk).update(state=ContractState.DRAWN)
    assert codes(rises(row, bea)) == {"contract.index_unsigned"}


def test_what_was_told_is_taken_back_before_its_day_and_not_from_then_on(cast, bea):
    row = under(cast)
    assert rises(row, bea) == row.contract.code
    told = {"contract": row.contract.code, "raise_of": RISES, "by": bea["by"]}
    assert codes(withdraw_raise(**told, at=NOW.replace(month=4, day=16))) == {"contract.index_begun"}
    assert withdraw_raise(**told, at=NOW) == row.contract.code
    assert codes(withdraw_raise(**told, at=NOW)) == {"contract.index_begun"}
    assert [one.rate for one in billing_account(row).days] == [Money(1200)] * 3
    assert Mail.objects.filter(template="mail/contract_unindexed.txt").count() == 2
    assert rises(row, bea) == row.contract.code


def test_an_amendment_does_not_undo_a_raise_by_the_rate_of_before(cast, bea):
    row = under(cast)
    assert rises(row, bea) == row.contract.code
    longer = {"reason": "Er is meer te doen.", "decided_by": "Carla", "contract": row.contract.code}
    now = terms_now(row.contract, on=TODAY)
    assert now.client_rate == Money(1200)
    assert codes(draw_amendment(new=now, holds_from=AFTER, **longer, **bea)) == {"contract.amend_indexed"}
    half = replace(now, client_rate=Money(1236))
    assert [(one.code, one.field) for one in draw_amendment(new=half, holds_from=AFTER, **longer, **bea).reasons] == [
        ("contract.amend_indexed", "manager_rate")
    ]
    then = terms_now(row.contract)
    assert (then.client_rate, then.manager_rate) == (Money(1236), Money(1030))


def test_a_raise_after_the_last_day_of_whoever_left_is_told_on_no_invoice(cast, bea):
    row = under(cast)
    assert rises(row, bea) == row.contract.code
    brief = row.contract.brief_id
    assert [one.day for one in indexed_within(brief, BEFORE, AFTER)] == [RISES]
    Contract.objects.filter(pk=row.contract.pk).update(runs_until=BEFORE)
    assert indexed_within(brief, BEFORE, AFTER) == ()


def test_through_the_page_to_the_draft_in_dutch(cast, time_machine):
    time_machine.move_to(NOW)
    row = under(cast)
    url = reverse("bureau:contract-index", args=[row.contract.code])
    desk = browser(cast.anton, language="nl")
    shown = desk.get(url).content.decode().replace("\xa0", " ")
    assert "Ten vroegste" in shown and "3,4%" in shown
    assert desk.post(url, {"holds_from": "2026-04-16", "percent": "9", "once": "a"}).status_code == 422
    assert desk.post(url, {"holds_from": "2026-04-16", "percent": "3", "once": "b"}).status_code == 302
    assert desk.post(url, {"holds_from": "2026-04-16", "percent": "3", "once": "b"}).status_code == 302
    assert Indexation.objects.count() == 1
    own = browser(cast.carla, language="nl").get(reverse("client:contract-contract", args=[row.contract.code]))
    text = own.content.decode().replace("\xa0", " ")
    assert "€ 1.236" in text and "1.030" not in text
    mine = browser(cast.max, language="nl").get(reverse("manager:contract-contract", args=[row.contract.code]))
    assert "€ 1.030" in mine.content.decode().replace("\xa0", " ") and "1.236" not in mine.content.decode()
    time_machine.move_to("2026-05-02T09:00:00Z")
    desk = browser(cast.anton, language="nl")
    made = {"assignment": row.code, "month": "2026-04-01", "once": "c"}
    draft = desk.post(reverse("bureau:invoices-open"), made)["Location"]
    page = desk.get(draft).content.decode().replace("\xa0", " ")
    assert "Geïndexeerd vanaf 16 apr 2026 met 3%" in page
    assert Invoice.objects.get().net == Money(1200 + 1236 + 618)
    assert desk.post(url, {"do": "withdraw", "raise_of": "2026-04-16", "once": "d"}).status_code == 422


@pytest.mark.parametrize("who", ["aad", "carla", "max", "sara", "dirk"])
def test_nobody_else_announces_it(cast, who):
    row = under(cast)
    url = reverse("bureau:contract-index", args=[row.contract.code])
    answer = browser(getattr(cast, who)).post(url, {"holds_from": "2026-04-16", "percent": "3", "once": "a"})
    assert answer.status_code in {302, 403, 404}
    assert not Indexation.objects.exists()
