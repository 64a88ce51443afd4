"""H2: the client presses one button, chooses to end, and all that the clause says is done in that moment."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.guarantee.actions.remind import remind_to_choose
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import CaseState
from interregnum.stages.guarantee.tests.guarantee_world import ON, PRESSED, case_of, read, running
from tests.life import Life
from tests.world import Cast, browser

pytestmark = [pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]


@pytest.fixture
def life(cast: Cast) -> Life:
    life = running(cast, roster=())
    Mail.objects.all().delete()
    return life


def send(life: Life, **typed: str):
    form = {"reason": "result", "words": "Er komt niets van terecht.", "choice": "end"} | typed
    return browser(life.cast.carla).post(reverse("client:guarantee-complain", args=[life.assignment]), form)


def test_carla_ends_it_with_one_press_and_the_last_day_is_as_she_says(life):
    answer = send(life, last_day="2026-03-20")
    case = Complaint.objects.get()
    assert answer.url == reverse("client:guarantee-case", args=[case.code])
    assert (case.state, case.last_day, case.closed_at) == (CaseState.ENDED, date(2026, 3, 20), PRESSED)
    contract, assignment = Contract.objects.get(code=life.contract), Assignment.objects.get(code=life.assignment)
    assert (contract.runs_until, contract.leaving, contract.left_at) == (date(2026, 3, 20), "ended", PRESSED)
    assert assignment.ends_on == date(2026, 3, 20)
    page = read(life.cast.carla, "client:guarantee-case", case.code)
    assert "20\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2026" in page
    assert reverse("client:deliver-hours", args=[life.assignment]) in page


def test_without_a_day_the_last_one_is_today(life):
    send(life)
    assert Complaint.objects.get().last_day == ON


def test_everybody_hears_it_in_the_same_moment_and_no_mail_says_why(life):
    send(life)
    told = {(mail.to, mail.template) for mail in Mail.objects.filter(template__contains="guarantee")}
    assert told >= {
        ("carla@example.org", "mail/guarantee_received.txt"),
        ("carla@example.org", "mail/guarantee_ended.txt"),
        ("max@example.org", "mail/guarantee_manager.txt"),
        ("max@example.org", "mail/guarantee_leaves.txt"),
        ("sara@example.org", "mail/guarantee_invoked.txt"),
        ("bea@example.org", "mail/guarantee_invoked.txt"),
        ("anton@example.org", "mail/guarantee_invoked.txt"),
    }
    assert not any("niets van terecht" in mail.text for mail in Mail.objects.all())


def test_what_the_manager_s_agreement_owes_is_nothing_where_it_mirrors_the_clause(life):
    send(life)
    assert Complaint.objects.get().owed == Money(0)


def test_without_the_mirror_the_firm_bears_the_notice_and_the_client_reads_nothing_of_it(life):
    contract = Contract.objects.get(code=life.contract)
    Contract.objects.filter(pk=contract.pk).update(clauses={})
    send(life)
    case = Complaint.objects.get()
    assert case.owed_days > 0
    assert case.owed == contract.manager_rate * case.owed_days
    assert "owes" in read(life.cast.anton, "bureau:guarantee-proof", case.code)
    assert "owes" not in read(life.cast.carla, "client:guarantee-proof", case.code)


def test_the_proof_shows_each_day_once_and_nothing_after_the_last_one(life):
    assert answer_hours(week=life.hours, version=1, by=life.carla, at=PRESSED) is None
    send(life)
    page = read(life.cast.carla, "client:guarantee-proof", Complaint.objects.get().code)
    assert page.count("worked and approved") == 4
    # Four days at € 1,250.
    assert "5,000" in page


def test_the_case_shows_its_clock_to_the_firm(life):
    send(life)
    page = read(life.cast.bea, "bureau:guarantee-case", Complaint.objects.get().code)
    assert "in time" in page
    assert "Er komt niets van terecht." in page


def test_first_a_talk_leaves_every_choice_open(life):
    send(life, choice="talk")
    case = Complaint.objects.get()
    assert (case.state, case.closed_at) == (CaseState.TALKING, None)
    assert Contract.objects.get(code=life.contract).left_at is None
    answer = browser(life.cast.carla).post(
        reverse("client:guarantee-case", args=[case.code]), {"do": "choose", "choice": "end", "last_day": "2026-03-17"}
    )
    assert answer.status_code == 302
    assert (case_of(case.code).state, case_of(case.code).last_day) == (CaseState.ENDED, date(2026, 3, 17))


def test_an_improvement_plan_takes_three_weeks_at_most_and_the_client_may_choose_otherwise(life):
    late = send(life, choice="improve", until="2026-04-07")
    assert late.status_code == 422
    assert not Complaint.objects.exists()
    send(life, choice="improve")
    case = Complaint.objects.get()
    assert (case.state, case.improve_until) == (CaseState.IMPROVING, ON + timedelta(weeks=3))
    browser(life.cast.carla).post(reverse("client:guarantee-case", args=[case.code]), {"do": "settle"})
    assert case_of(case.code).state == CaseState.SETTLED
    assert Contract.objects.get(code=life.contract).left_at is None


def test_who_is_unsure_has_two_working_days_and_is_asked_once_after_them(life, clock):
    send(life, choice="unsure")
    case = Complaint.objects.get()
    assert "Choose how it goes on" in read(life.cast.carla, "client:guarantee-case", case.code)
    for hours, number in ((24, 0), (61, 0), (63, 1), (90, 1)):
        remind_to_choose(PRESSED + timedelta(hours=hours))
        assert Mail.objects.filter(template="mail/guarantee_choose.txt").count() == number
    assert case_of(case.code).state == CaseState.OPEN
