"""H1 H2 H3: the clause as signed is carried out: a contract signed with other numbers is done by those."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.clauses import GUARANTEE_GRANTS, Grants, Payer, Waived
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.write_hours import Hours, write_hours
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.hours import days_of
from interregnum.stages.guarantee.actions.complain import Way, choose_way, complain
from interregnum.stages.guarantee.actions.hand_over import set_hand_over_days
from interregnum.stages.guarantee.queries.clock import clock_of
from interregnum.stages.guarantee.queries.proof import proof_page
from interregnum.stages.guarantee.rules.clock import Kept, Step
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import (
    ON,
    PRESSED,
    account_of_manager,
    asked,
    case_of,
    could_succeed,
    press,
    read,
    says_yes,
    succeeded,
)
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H3"), pytest.mark.usefixtures("clock")]


def signed(life, **grants) -> None:
    """The contract as both signed it, with other grants than the ordinary ones."""
    row = Contract.objects.get(code=life.contract)
    Contract.objects.filter(pk=row.pk).update(terms=row.terms | {"guarantee": GUARANTEE_GRANTS | grants})


def test_a_contract_that_says_nothing_grants_as_always():
    usual = {"needs_reason": False, "profiles": 2, "handover_paid_by": Payer.FIRM, "waives": frozenset(Waived)}
    assert Grants.from_terms({}) == Grants(**usual)
    assert Grants.from_terms({"guarantee": {"profiles": 4}}) == Grants(**usual | {"profiles": 4})


@pytest.mark.parametrize("profiles", [1, 2, 3, 4])
def test_as_many_names_as_were_signed_keep_the_promise(life, profiles):
    could_succeed("Rosa")
    signed(life, profiles=profiles)
    code = press(life, Choice.REPLACE)
    # More are asked than the practice proposes, where the clause promises more.
    assert len(asked(code)) == max(3, profiles)
    words = "1 profile with a name" if profiles == 1 else f"{profiles} profiles with a name"
    assert words in read(life.cast.carla, "client:guarantee-case", code)
    assert words in read(life.cast.anton, "bureau:guarantee-case", code)
    assert words in browser(life.cast.anton).get(reverse("bureau:guarantee-cases")).content.decode()
    for number, one in enumerate(asked(code), start=1):
        says_yes(life.cast, one)
        step = {each.step: each for each in clock_of(case_of(code), at=PRESSED)}[Step.NAMED]
        assert step.kept(PRESSED) == (Kept.IN_TIME if number >= profiles else Kept.RUNNING)


def test_what_was_signed_stands_beside_the_button(life):
    address = reverse("client:guarantee-complain", args=[life.assignment])
    page = browser(life.cast.carla).get(address).content.decode()
    assert "2 names within 48 hours" in page
    assert "Without notice" in page
    assert "for our account" in page
    signed(life, profiles=1, handover_paid_by="client", waives=[])
    page = browser(life.cast.carla).get(address).content.decode()
    assert "1 name within 48 hours" in page
    assert "With the notice that your contract keeps" in page
    assert "Your contract does not waive a fee for days to come" in page
    assert "we tell you before" not in page
    assert "for our account" not in page


def test_one_of_anything_is_said_as_one(life):
    row = Contract.objects.get(code=life.contract)
    numbers = ("start_working_days", "handover_days", "improvement_weeks", "decision_working_days")
    Contract.objects.filter(pk=row.pk).update(guarantee=row.guarantee | dict.fromkeys(numbers, 1))
    page = read(life.cast.carla, "client:guarantee-complain", life.assignment)
    assert [words for words in ("1 days", "1 working days", "1 weeks") if words in page] == []


def test_words_are_asked_where_the_contract_asks_for_them(life):
    signed(life, needs_reason=True)
    way = Way(choice=Choice.UNSURE)
    told = {"assignment": life.assignment, "reason": ComplaintReason.TRUST, "way": way, "by": life.carla, "at": PRESSED}
    refused = complain(**told, words=" ")
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == "guarantee.reason_needed"
    address = reverse("client:guarantee-complain", args=[life.assignment])
    form = {"reason": "result", "words": "", "choice": "unsure"}
    assert browser(life.cast.carla).post(address, form).status_code == 422
    assert browser(life.cast.carla).post(address, form | {"words": "Te laat."}).status_code == 302


def test_a_notice_that_was_not_waived_comes_before_the_end(life):
    signed(life, waives=["days_to_come"])
    days = Contract.objects.get(code=life.contract).notice_days
    first = ON + timedelta(days=days)
    way = Way(choice=Choice.END, last_day=first - timedelta(days=1))
    told = {"reason": ComplaintReason.TRUST, "words": "", "by": life.carla, "at": PRESSED}
    refused = complain(assignment=life.assignment, way=way, **told)
    assert refused.reasons[0].code == "guarantee.notice_stays"
    assert case_of(press(life, Choice.END)).last_day == first
    assert Contract.objects.get(code=life.contract).runs_until == first


def test_replacing_knows_no_notice(life):
    signed(life, waives=[])
    assert case_of(press(life, Choice.REPLACE)).last_day == ON


def test_who_replaces_first_and_ends_then_keeps_the_notice_as_well(life):
    signed(life, waives=["days_to_come"])
    row = Contract.objects.get(code=life.contract)
    first, code = ON + timedelta(days=row.notice_days), press(life, Choice.REPLACE)
    told = {"complaint": code, "by": life.carla, "at": PRESSED}
    early = choose_way(way=Way(choice=Choice.END, last_day=ON), **told)
    assert early.reasons[0].code == "guarantee.notice_stays"
    assert choose_way(way=Way(choice=Choice.END), **told) is None
    row.refresh_from_db()
    assert (case_of(code).last_day, row.runs_until, row.leaving) == (first, first, "ended")
    assert Assignment.objects.get(code=life.assignment).ends_on == first


@pytest.mark.parametrize("gone", [True, False])
def test_nobody_comes_back_for_a_notice(life, gone):
    """Whose last day has passed, or who had left before the client chose, works no longer than that day."""
    signed(life, waives=["days_to_come"])
    left = {} if gone else {"left_at": PRESSED - timedelta(days=1), "leaving": "ill", "runs_until": date(2026, 3, 18)}
    Contract.objects.filter(code=life.contract).update(**left)
    code = press(life, Choice.REPLACE)
    at = PRESSED + timedelta(days=1 if gone else 0)
    assert choose_way(complaint=code, way=Way(choice=Choice.END), by=life.carla, at=at) is None
    assert Contract.objects.get(code=life.contract).runs_until == ON


@pytest.mark.parametrize("payer", Payer)
def test_whoever_was_signed_for_pays_the_days_of_hand_over_and_nobody_two_managers(life, clock, payer):
    signed(life, handover_paid_by=payer)
    code = press(life, Choice.REPLACE, last_day=date(2026, 3, 24))
    second, first = succeeded(life, code), Contract.objects.get(code=life.contract)
    at = PRESSED + timedelta(days=12)
    clock.move_to(at)
    both = days_of(date(2026, 3, 23))[:2]
    for who in (life.max, life.cast.actor(account_of_manager(second.manager))):
        hours = Hours(monday=both[0], minutes=dict.fromkeys(both, 480))
        week = write_hours(assignment=life.assignment, hours=hours, send=True, by=who, at=at)
        assert answer_hours(week=str(week), version=1, by=life.carla, at=at) is None
    page = proof_page(code, seen_by=life.anton)
    is_ours = payer == Payer.FIRM
    assert page.overlap == ()
    assert page.billed == (Money(0) if is_ours else second.client_rate * 2)
    assert page.firm == (first.manager_rate + (second.manager_rate if is_ours else Money(0))) * 2
    days = set_hand_over_days(complaint=code, days=set(both), by=life.anton, at=at)
    assert (days is None) is is_ours
