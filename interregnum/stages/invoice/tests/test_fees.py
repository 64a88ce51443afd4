"""Fees and discounts of an assignment: agreed once by the client, on drafts by themselves, never after the last day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.http import Http404
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import Assignment, Measurement, Result, WeeklyReport
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.discounts import give_discount, withdraw_discount
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice
from interregnum.stages.invoice.actions.fees import (
    answer_fee,
    approve_success,
    withdraw_fee,
    write_fixed_fee,
    write_success_fee,
)
from interregnum.stages.invoice.models import Books, ClosedMonth, Extra, Fee, FeeTerm, Invoice
from interregnum.stages.invoice.queries.fees import fees_page, fees_waiting
from interregnum.stages.invoice.queries.payable_account import pay_account
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from interregnum.stages.invoice.rules.fees import FeeState, Term
from interregnum.stages.invoice.tests.invoice_world import (
    LATER,
    MARCH,
    drafted,
    make_extra,
    reasons,
    sent,
    worked,
)
from tests.world import NOW, browser

pytestmark = pytest.mark.django_db
APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
TERMS = (Term(date(2026, 3, 31), Money(2000)), Term(date(2026, 5, 4), Money(3000)))
WEEK = {"operational": 40, "adviser": 20, "coach": 20, "change": 20}


@pytest.fixture
def carla(cast):
    return {"by": cast.actor(cast.carla), "at": LATER}


@pytest.fixture
def row(cast):
    return worked(cast)


def fixed(row, bea, *, terms=TERMS):
    assert write_fixed_fee(assignment=row.code, text="Inrichting van het team", terms=terms, **bea) == row.code
    return Fee.objects.latest("pk").code


def agreed(row, bea, carla):
    code = fixed(row, bea)
    assert answer_fee(fee=code, agrees=True, why="", **carla) == row.code
    return code


def result_of(row, *, value=None, monday=date(2026, 3, 9)):
    """A result of which a figure was measured in a week."""
    result, _is_new = Result.objects.get_or_create(
        assignment=row, title="Dagen tot offerte", unit="dagen", baseline=19, target=5, due_on=date(2026, 3, 27)
    )
    if value is not None:
        week = WeeklyReport.objects.create(
            assignment=row, monday=monday, progress="x", mood="good", submitted_at=NOW, **WEEK
        )
        Measurement.objects.create(report=week, result=result, value=value)
    return result


def test_terms_come_on_drafts_by_themselves_once_the_client_agreed(cast, row, bea, carla):
    code = fixed(row, bea)
    assert fees_waiting(seen_by=carla["by"]) == [(row.code, 1)]
    assert Mail.objects.filter(template="mail/fee_asked.txt", to="carla@example.org").count() == 1
    assert not Extra.objects.exists()
    assert answer_fee(fee=code, agrees=True, why="", **carla) == row.code
    assert reasons(answer_fee(fee=code, agrees=True, why="", **carla)) == ["invoice.fee_not_now"]
    invoice = Invoice.objects.get(code=drafted(cast, row))
    assert invoice.net == Money(3000 + 2000)
    later = draft_invoice(assignment=row.code, month=MAY, **bea)
    assert [line.amount for line in Invoice.objects.get(code=later).lines.all()] == [Money(3000)]
    kept = Fee.objects.get(code=code)
    assert (kept.state, kept.decided_by, kept.amount) == (FeeState.AGREED, cast.carla, Money(5000))


@pytest.mark.mission("H2")
def test_after_an_ending_no_term_that_falls_later_is_billed(cast, row, bea, carla):
    agreed(row, bea, carla)
    Assignment.objects.filter(pk=row.pk).update(ends_on=date(2026, 4, 10))
    drafted(cast, row)
    assert reasons(draft_invoice(assignment=row.code, month=MAY, **bea)) == ["invoice.nothing_to_bill"]
    page = fees_page(row.code, seen_by=bea["by"])
    assert [term.is_over for term in page.fees[0].terms] == [False, True]


@pytest.mark.mission("H1")
def test_after_a_replacement_the_terms_go_on_once(cast, row, bea, carla):
    agreed(row, bea, carla)
    drafted(cast, row)
    Assignment.objects.filter(pk=row.pk).update(manager=cast.olga_profile, manager_since=date(2026, 4, 13))
    later = Invoice.objects.get(code=draft_invoice(assignment=row.code, month=MAY, **bea))
    assert [(line.amount, line.manager) for line in later.lines.all()] == [(Money(3000), None)]
    june = date(2026, 6, 1)
    assert reasons(draft_invoice(assignment=row.code, month=june, **bea)) == ["invoice.nothing_to_bill"]


def test_what_the_client_refuses_or_the_firm_takes_back_is_never_billed(cast, row, bea, carla):
    refused = fixed(row, bea)
    assert reasons(answer_fee(fee=refused, agrees=False, why=" ", **carla)) == ["invoice.fee_why"]
    assert answer_fee(fee=refused, agrees=False, why="Te veel.", **carla) == row.code
    code = agreed(row, bea, carla)
    sent(cast, row)
    draft = draft_invoice(assignment=row.code, month=MAY, **bea)
    assert withdraw_fee(fee=code, why="Anders afgesproken.", **bea) == row.code
    assert reasons(check_invoice(invoice=draft, **bea)) == ["invoice.hours_changed"]
    assert reasons(withdraw_fee(fee=code, why="Nog eens.", **bea)) == ["invoice.fee_not_now"]
    states = dict(Extra.objects.values_list("day", "state"))
    assert states == {TERMS[0].day: ExtraState.APPROVED, TERMS[1].day: ExtraState.WITHDRAWN}


def test_what_was_credited_of_a_fee_that_was_taken_back_is_not_billed_anew(cast, row, bea, carla):
    code = agreed(row, bea, carla)
    invoice = sent(cast, row)
    assert withdraw_fee(fee=code, why="Anders afgesproken.", **bea) == row.code
    credited = Extra.objects.get(state=ExtraState.APPROVED).code
    assert isinstance(credit_invoice(invoice=invoice.code, extras=[credited], why="Zie boven.", **bea), str)
    assert reasons(draft_invoice(assignment=row.code, month=MAY, **bea)) == ["invoice.nothing_to_bill"]


def test_a_term_before_the_books_or_in_a_closed_month_is_refused(cast, row, bea):
    Books.objects.update_or_create(pk=1, defaults={"begins_on": MARCH})
    ClosedMonth.objects.create(month=APRIL, closed_at=NOW, closed_by=cast.bea)
    for day, code in (
        (date(2026, 2, 28), "invoice.fee_before_books"),
        (APRIL, "invoice.fee_closed"),
        (date(2026, 12, 1), "invoice.fee_after_end"),
    ):
        told = write_fixed_fee(assignment=row.code, text="x", terms=(Term(day, Money(1)),), **bea)
        assert reasons(told) == [code]
    assert not FeeTerm.objects.exists()


def test_a_fee_for_a_result_is_earned_when_measured_and_approved(cast, row, bea, carla):
    result = result_of(row)
    told = {"assignment": row.code, "text": "Snellere offertes", "result": result.code, **bea}
    assert reasons(write_success_fee(**told, amount=Money(0))) == ["invoice.fee_nothing"]
    assert write_success_fee(**told, amount=Money(7500)) == row.code
    assert reasons(write_success_fee(**told, amount=Money(1))) == ["invoice.success_twice"]
    code = Fee.objects.get().code
    assert reasons(approve_success(fee=code, **carla)) == ["invoice.fee_not_now"]
    assert answer_fee(fee=code, agrees=True, why="", **carla) == row.code
    assert not Extra.objects.exists()
    assert reasons(approve_success(fee=code, **carla)) == ["invoice.success_unmeasured"]
    result_of(row, value=6)
    assert reasons(approve_success(fee=code, **carla)) == ["invoice.success_not_reached"]
    result_of(row, value=5, monday=date(2026, 3, 16))
    assert fees_page(row.code, seen_by=carla["by"]).fees[0].may_earn
    assert approve_success(fee=code, **carla) == row.code
    assert reasons(approve_success(fee=code, **carla)) == ["invoice.fee_not_now"]
    extra = Extra.objects.get()
    assert (extra.kind, extra.amount, extra.decided_by) == (ExtraKind.SUCCESS_FEE, Money(7500), cast.carla)
    april = Invoice.objects.get(code=draft_invoice(assignment=row.code, month=APRIL, **bea))
    assert april.net == Money(10500)
    # Earned by mistake: the firm takes it back, and it is on no invoice any more.
    assert withdraw_fee(fee=code, why="Verkeerd gemeten.", **bea) == row.code
    assert reasons(check_invoice(invoice=april.code, **bea)) == ["invoice.hours_changed"]
    assert write_success_fee(**told, amount=Money(7500)) == row.code


@pytest.mark.parametrize(
    ("changed", "code"), [({"target": 9}, "invoice.success_redefined"), (None, "invoice.success_gone")]
)
def test_a_result_that_was_redefined_or_dropped_earns_nothing(cast, row, bea, carla, changed, code):
    result = result_of(row, value=5)
    told = {"assignment": row.code, "text": "x", "result": result.code, "amount": Money(1), **bea}
    assert write_success_fee(**told) == row.code
    fee = Fee.objects.get().code
    assert answer_fee(fee=fee, agrees=True, why="", **carla) == row.code
    Result.objects.filter(pk=result.pk).update(**changed) if changed else result.delete()
    assert reasons(approve_success(fee=fee, **carla)) == [code]
    assert fees_page(row.code, seen_by=carla["by"]).fees[0].lacks
    assert not Extra.objects.exists()


def off(row, bea, *, percent=None, amount=None, month=MARCH):
    off_days = {"percent": None if percent is None else Decimal(percent), "amount": amount and Money(amount)}
    return give_discount(assignment=row.code, month=month, **off_days, why="Rustige start", **bea)


def test_a_discount_comes_off_the_client_and_not_off_the_manager(cast, row, bea):
    owed = pay_account(row, cast.max_profile.code).lines
    told = bea | {"at": LATER + timedelta(days=2)}
    assert off(row, told, percent=10) == row.code
    assert off(row, told, amount=200) == row.code
    assert [one.amount for one in Extra.objects.order_by("pk")] == [Money(-300), Money(-200)]
    assert "10% op dagen: Rustige start" in Extra.objects.earliest("pk").text
    assert sent(cast, row).net == Money(2500)
    assert pay_account(row, cast.max_profile.code).lines == owed
    assert reasons(withdraw_discount(discount=Extra.objects.latest("pk").code, why="x", **told)) == [
        "invoice.fee_not_now"
    ]


def test_a_discount_stays_within_what_is_billed(cast, row, bea):
    told = bea | {"at": LATER + timedelta(days=2)}
    assert reasons(off(row, bea | {"at": NOW}, percent=10)) == ["invoice.discount_month_runs"]
    assert reasons(off(row, told, percent=101)) == ["invoice.discount_percent"]
    assert reasons(off(row, told, percent=0)) == ["invoice.discount_percent"]
    assert reasons(off(row, told, amount="3000.01")) == ["invoice.discount_above"]
    assert reasons(off(row, told, percent=10, month=date(2026, 2, 1))) == ["invoice.discount_nothing"]
    assert off(row, told, percent=60) == row.code
    assert reasons(off(row, told, percent=50)) == ["invoice.discount_above"]
    assert withdraw_discount(discount=Extra.objects.get().code, why="Vergissing", **told) == row.code
    assert off(row, told, percent=100) == row.code
    Books.objects.update_or_create(pk=1, defaults={"begins_on": APRIL})
    assert reasons(off(row, told, percent=1)) == ["invoice.discount_before_books"]
    ClosedMonth.objects.create(month=MARCH, closed_at=NOW, closed_by=cast.bea)
    assert reasons(off(row, told, percent=1)) == ["invoice.fee_closed"]


def test_a_discount_counts_no_fee_that_is_never_billed_nor_an_expense(cast, row, bea, carla):
    agreed(row, bea, carla)
    make_extra(cast, row)
    told = bea | {"at": LATER + timedelta(days=2)}
    assert reasons(off(row, told, amount="5000.01")) == ["invoice.discount_above"]
    Assignment.objects.filter(pk=row.pk).update(ends_on=date(2026, 3, 30))
    assert reasons(off(row, told, amount="3000.01")) == ["invoice.discount_above"]
    assert off(row, told, amount="3000") == row.code


def test_the_page_says_why_a_fee_was_taken_back_and_what_a_percentage_is(cast, row, bea, carla, time_machine):
    code = agreed(row, bea, carla)
    assert withdraw_fee(fee=code, why="Anders afgesproken.", **bea) == row.code
    time_machine.move_to(LATER)
    firm, page = browser(cast.anton), reverse("bureau:invoices-fees", args=[row.code])
    shown = firm.get(page).text
    assert "Why: Anders afgesproken." in shown
    assert shown.count("Not billed") == len(TERMS)
    told = {"do": "discount", "month": "2026-03", "percent": "-5", "why": "Rustig begin", "once": "p"}
    refused = firm.post(page, told)
    assert refused.status_code == 422
    assert "A percentage is more than 0 and at most 100." in refused.text


def test_through_the_pages_of_firm_and_client(cast, row, time_machine):
    time_machine.move_to(LATER)
    firm, own = browser(cast.anton, language="nl"), browser(cast.carla, language="nl")
    ours, theirs = (reverse(f"{desk}:invoices-fees", args=[row.code]) for desk in ("bureau", "client"))
    assert "Nog niets." in own.get(theirs).content.decode()
    written = {"do": "fixed", "text": "Inrichting", "day_1": "2026-03-31", "amount_1": "2000", "once": "a"}
    half = written | {"day_2": "2026-04-30"}
    assert firm.post(ours, half).status_code == 422
    assert firm.post(ours, written).status_code == 302
    assert firm.post(ours, written).status_code == 302
    fee = Fee.objects.get().code
    assert "Antwoord over 1 vergoeding" in own.get("/client/").content.decode()
    assert "Ik ben akkoord met deze vergoeding" in own.get(theirs).content.decode()
    refused = own.post(theirs, {"do": "answer", "fee": fee, "once": "b"})
    assert refused.status_code == 422
    assert "Zeg waarom" in refused.content.decode()
    assert own.post(theirs, {"do": "answer", "fee": fee, "agrees": "on", "once": "c"}).status_code == 302
    assert "Akkoord van de opdrachtgever" in firm.get(ours).content.decode()
    assert Mail.objects.filter(template="mail/fee_answered.txt").count() == 1
    off_one = {"do": "discount", "month": "2026-03", "amount": "500", "why": "Rustige start", "once": "d"}
    assert firm.post(ours, off_one | {"percent": "5", "once": "e"}).status_code == 422
    assert firm.post(ours, off_one | {"month": "9999-12", "once": "f"}).status_code == 422
    assert firm.post(ours, off_one).status_code == 302
    assert "Rustige start" in own.get(theirs).content.decode()
    page = firm.get(reverse("bureau:invoice", args=[drafted(cast, row)])).content.decode()
    assert "Inrichting" in page and "Rustige start" in page


@pytest.mark.parametrize("who", ["aad", "max", "sara", "dirk", "otto", "dora"])
def test_nobody_else_knows_of_them_or_answers(cast, row, bea, carla, who):
    code, other = fixed(row, bea), {"by": cast.actor(getattr(cast, who)), "at": LATER}
    for act in (
        lambda: answer_fee(fee=code, agrees=True, why="", **other),
        lambda: withdraw_fee(fee=code, why="x", **other),
        lambda: write_fixed_fee(assignment=row.code, text="x", terms=TERMS, **other),
        lambda: fees_page(row.code, seen_by=other["by"]),
    ):
        with pytest.raises(Http404):
            act()
    assert Fee.objects.get().state == FeeState.ASKED
