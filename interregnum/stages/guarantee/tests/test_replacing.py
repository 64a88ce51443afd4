"""H1: from one press to a successor who goes on under the same number, and the client pays nothing for it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.write_hours import Hours, write_hours
from interregnum.stages.deliver.models import Assignment, HoursWeek, Tenure
from interregnum.stages.deliver.rules.hours import days_of
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.actions.hand_over import set_hand_over_days
from interregnum.stages.guarantee.models import StandBy
from interregnum.stages.guarantee.queries.proof import proof_page
from interregnum.stages.guarantee.rules.states import CaseState, Choice
from interregnum.stages.guarantee.tests.guarantee_world import (
    ON,
    PRESSED,
    account_of_manager,
    asked,
    case_of,
    could_succeed,
    nobody_else,
    picked,
    press,
    read,
    running,
    says_yes,
    succeeded,
)
from tests.life import STARTS_ON
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.usefixtures("clock")]
FIRST_DAY = date(2026, 3, 23)


def test_in_the_same_request_the_client_sees_blind_profiles_of_who_was_asked(life):
    form = {"reason": "result", "words": "", "choice": "replace"}
    carla = browser(life.cast.carla)
    answer = carla.post(reverse("client:guarantee-complain", args=[life.assignment]), form, follow=True)
    page = answer.content.decode()
    assert page.count("Manager A") == page.count("Manager B") == page.count("Manager C") == 1
    assert page.count(">asked<") == 3
    for name in ("Noor", "Piet", "Quinten"):
        assert name not in page
    assert Mail.objects.filter(template="mail/choose_invitation.txt").count() == 3


def test_the_list_is_drawn_from_the_approved_brief_without_the_manager_and_never_dearer(life):
    code = press(life, Choice.REPLACE)
    drawn = Shortlist.objects.order_by("-pk").first()
    assert (drawn.brief.code, drawn.brief_version) == (life.brief, 1)
    first = Contract.objects.get(code=life.contract)
    assert {one.manager.code for one in asked(code)} & {life.cast.max_profile.code} == set()
    assert all(one.client_rate <= first.client_rate for one in asked(code))
    assert all(one.starts_on >= FIRST_DAY for one in asked(code))


def test_a_name_follows_consent_and_a_check_of_that_day(life):
    code = press(life, Choice.REPLACE)
    says_yes(life.cast, asked(code)[0])
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert page.count("Noor Voorbeeld") + page.count("Piet Voorbeeld") + page.count("Quinten Voorbeeld") == 1
    assert reverse("client:choose-proposal", args=[case_of(code).proposal.code]) in page
    assert Mail.objects.filter(template="mail/guarantee_named.txt").count() == 1
    assert Proposal.objects.get(pk=case_of(code).proposal_id).checked_on == ON


def test_whoever_has_a_conflict_by_then_is_not_named(life):
    code = press(life, Choice.REPLACE)
    one = asked(code)[0]
    type(one.manager).objects.filter(pk=one.manager.pk).update(conflicts=[life.cast.bank.name])
    says_yes(life.cast, one)
    assert Candidacy.objects.get(pk=one.pk).state == "clashes"
    assert one.manager.name not in read(life.cast.carla, "client:guarantee-case", code)


def test_whoever_stands_by_is_named_in_the_same_moment(life):
    piet = Manager.objects.get(name="Piet Voorbeeld")
    StandBy.objects.create(organisation=life.cast.bank, manager=piet, agreed_at=PRESSED, until=ON + timedelta(weeks=1))
    code = press(life, Choice.REPLACE)
    assert "Piet Voorbeeld" in read(life.cast.carla, "client:guarantee-case", code)


def test_the_first_manager_s_agreement_ends_and_the_assignment_does_not(life):
    code = press(life, Choice.REPLACE, last_day=date(2026, 3, 20))
    first, row = Contract.objects.get(code=life.contract), Assignment.objects.get(code=life.assignment)
    assert (first.runs_until, first.leaving, case_of(code).last_day) == (
        date(2026, 3, 20),
        "replaced",
        date(2026, 3, 20),
    )
    assert (row.state, row.ends_on) == ("running", first.ends_on)


def test_the_successor_goes_on_under_the_same_number_on_the_same_terms(life):
    first, before = Contract.objects.get(code=life.contract), Assignment.objects.get(code=life.assignment)
    code = press(life, Choice.REPLACE)
    second = succeeded(life, code)
    row = Assignment.objects.get(code=life.assignment)
    assert Assignment.objects.count() == 1
    assert (row.number, row.contract, row.manager) == (before.number, second, second.manager)
    assert (second.replaces, second.ends_on, row.ends_on) == (first, first.ends_on, first.ends_on)
    for name in ("guarantee", "clauses", "terms", "notice_days", "payment_days", "brief_version", "days_a_week"):
        assert getattr(second, name) == getattr(first, name), name
    assert second.client_rate <= first.client_rate
    assert Tenure.objects.get().last_on == ON
    finish_replacements(PRESSED + timedelta(days=6))
    assert case_of(code).state == CaseState.REPLACING
    finish_replacements(PRESSED + timedelta(days=7))
    assert (case_of(code).state, case_of(code).successor) == (CaseState.REPLACED, second)


def test_the_second_sees_plan_and_stakeholders_and_the_first_nothing_new(life):
    code = press(life, Choice.REPLACE)
    noor = account_of_manager(succeeded(life, code).manager)
    for page in ("deliver-assignment", "deliver-plan", "deliver-stakes", "ensure-reviews-of", "deliver-shared"):
        address = reverse(f"manager:{page}", args=[life.assignment])
        assert browser(noor).get(address).status_code == 200, page
        assert browser(life.cast.max).get(address).status_code == 404, page
    assert browser(life.cast.max).get(reverse("manager:ensure-notebook", args=[life.assignment])).status_code == 404


def test_the_first_still_writes_the_hours_of_his_own_days_and_no_others(life, clock):
    code = press(life, Choice.REPLACE)
    noor = account_of_manager(succeeded(life, code).manager)
    clock.move_to(PRESSED + timedelta(days=1))
    monday, at = ON, PRESSED + timedelta(days=1)
    late = Hours(monday=monday, minutes={ON: 480, ON + timedelta(days=1): 480})
    assert not isinstance(write_hours(assignment=life.assignment, hours=late, send=True, by=life.max, at=at), str)
    own = Hours(monday=monday, minutes={ON: 480})
    week = write_hours(assignment=life.assignment, hours=own, send=True, by=life.max, at=at)
    assert HoursWeek.objects.get(code=week).manager == life.cast.max_profile
    assert browser(life.cast.max).get(reverse("manager:deliver-hours", args=[life.assignment])).status_code == 200
    assert answer_hours(week=str(week), version=1, by=life.carla, at=at) is None
    page = read(noor, "manager:deliver-hours-weeks", life.assignment)
    assert str(week) not in page
    early = write_hours(assignment=life.assignment, hours=own, send=True, by=life.cast.actor(noor), at=at)
    assert not isinstance(early, str)


def test_the_proof_bills_each_day_once_and_the_hand_over_to_the_firm(life, clock):
    code = press(life, Choice.REPLACE, last_day=date(2026, 3, 24))
    second = succeeded(life, code)
    noor = life.cast.actor(account_of_manager(second.manager))
    at = PRESSED + timedelta(days=12)
    clock.move_to(at)
    days = {date(2026, 3, 23), date(2026, 3, 24)}
    assert set_hand_over_days(complaint=code, days=days, by=life.anton, at=at) is None
    assert answer_hours(week=life.hours, version=1, by=life.carla, at=at) is None
    both = days_of(FIRST_DAY)
    for who, minutes in ((life.max, dict.fromkeys(both[:2], 480)), (noor, dict.fromkeys(both[:4], 480))):
        hours = Hours(monday=FIRST_DAY, minutes=minutes)
        week = write_hours(assignment=life.assignment, hours=hours, send=True, by=who, at=at)
        assert isinstance(week, str), week
        assert answer_hours(week=week, version=1, by=life.carla, at=at) is None
    page = proof_page(code, seen_by=life.anton)
    first = Contract.objects.get(code=life.contract)
    assert (page.fee, page.overlap) == (Money(0), ())
    # Four days of Max, two of the successor; the two days of hand-over cost the client nothing.
    assert page.billed == first.client_rate * 4 + second.client_rate * 2
    assert page.firm == (first.manager_rate + second.manager_rate) * 2
    assert [one.day for one in page.lines if not one.is_billed] == sorted([*days, *days])
    shown = read(life.cast.carla, "client:guarantee-proof", code)
    assert "hand-over, for our account" in shown
    assert proof_page(code, seen_by=life.carla).firm is None


def test_hand_over_is_never_longer_than_the_clause(life):
    code = press(life, Choice.REPLACE)
    days = {FIRST_DAY + timedelta(days=one) for one in range(4)}
    refused = set_hand_over_days(complaint=code, days=days, by=life.anton, at=PRESSED)
    assert refused.reasons[0].code == "guarantee.too_many_days"


@pytest.mark.parametrize("day", ["2025-03-17", "2026-03-15", "2030-01-01"])
def test_a_day_of_hand_over_with_a_slip_of_the_pen_is_not_kept(life, day):
    """Otherwise the days that both really were there would be billed to the client."""
    code = press(life, Choice.REPLACE)
    form = {"do": "days", "days": day}
    answer = browser(life.cast.anton, language="en").post(reverse("bureau:guarantee-case", args=[code]), form)
    assert answer.status_code == 422
    assert "A day of hand-over lies between 16-03-2026 and" in answer.text


def test_max_hands_over_and_his_successor_takes_it(life):
    code = press(life, Choice.REPLACE)
    form = {"document": "Het plan ligt bij de directie.", "contacts": "Ans", "decisions": "De planning", "version": "0"}
    address = reverse("manager:guarantee-hand-over", args=[code])
    assert browser(life.cast.max).post(address, form).status_code == 302
    assert browser(life.cast.max).post(address, form).status_code == 422
    noor = account_of_manager(succeeded(life, code).manager)
    assert "Het plan ligt bij de directie." in read(noor, "manager:guarantee-take-over", code)
    assert browser(noor).get(reverse("manager:guarantee-own", args=[code])).status_code == 404
    assert browser(noor).post(reverse("manager:guarantee-take-over", args=[code]), {"sure": "on"}).status_code == 302
    assert case_of(code).hand_over.taken_at == PRESSED


def test_whoever_was_not_picked_hears_it(life):
    code = press(life, Choice.REPLACE)
    picked(life, code)
    assert {one.state for one in asked(code)} == {"chosen", "not_chosen"}
    assert Mail.objects.filter(template="mail/choose_not_chosen.txt").count() == 2


def test_nobody_free_is_said_at_once_and_widened_with_the_client_while_the_clock_runs(cast):
    life = running(cast, roster=())
    nobody_else(life.cast)
    code = press(life, Choice.REPLACE)
    page = read(cast.carla, "client:guarantee-case", code)
    assert "Nobody is free on these terms now" in page
    could_succeed("Rosa")
    again = {"do": "again", "starts_on": "2026-03-30"}
    address = reverse("client:guarantee-case", args=[code])
    assert browser(cast.carla).post(address, again | {"starts_on": "2026-03-29"}).status_code == 422
    assert browser(cast.carla).post(address, again).status_code == 302
    assert [one.manager.name for one in asked(code)] == ["Rosa Voorbeeld"]
    assert case_of(code).chosen_at == PRESSED
    assert browser(cast.carla).post(address, again).status_code == 422


def test_ending_may_still_follow_while_nobody_was_picked(life):
    code = press(life, Choice.REPLACE)
    address = reverse("client:guarantee-case", args=[code])
    assert browser(life.cast.carla).post(address, {"do": "choose", "choice": "end"}).status_code == 302
    case = case_of(code)
    assert (case.state, case.closed_at) == (CaseState.ENDED, PRESSED)
    assert Assignment.objects.get(code=life.assignment).ends_on == ON
    assert {one.state for one in asked(code)} == {"not_chosen"}


@pytest.mark.parametrize("last_day", ["", "2026-03-18"])
def test_what_the_firm_owes_the_manager_stays_owed_when_ending_follows(life, last_day):
    first = Contract.objects.get(code=life.contract)
    Contract.objects.filter(pk=first.pk).update(clauses={})
    code = press(life, Choice.REPLACE, last_day=date(2026, 3, 20))
    owed = case_of(code).owed_days
    assert owed > 0
    form = {"do": "choose", "choice": "end", "last_day": last_day}
    assert browser(life.cast.carla).post(reverse("client:guarantee-case", args=[code]), form).status_code == 302
    case = case_of(code)
    # Notice counts from the last day, so an earlier one moves it with it.
    assert case.state == CaseState.ENDED
    assert abs(case.owed_days - owed) <= (1 if last_day else 0)
    assert case.owed == first.manager_rate * case.owed_days
    assert "still owes" in read(life.cast.anton, "bureau:guarantee-case", code)
    assert "owes" in read(life.cast.anton, "bureau:guarantee-proof", code)


def test_the_manager_is_heard_before_the_cause_is_written_down(life):
    code = press(life, Choice.REPLACE)
    bureau, own = reverse("bureau:guarantee-case", args=[code]), reverse("manager:guarantee-own", args=[code])
    assert "The results stay behind" not in read(life.cast.max, "manager:guarantee-own", code)
    cause = {"do": "cause", "cause": "mandate", "words": "Hij mocht niets.", "lesson": "Eerst het mandaat."}
    assert browser(life.cast.anton).post(bureau, cause).status_code == 422
    assert browser(life.cast.anton).post(bureau, {"do": "talk"}).status_code == 302
    assert "The results stay behind" in read(life.cast.max, "manager:guarantee-own", code)
    assert browser(life.cast.max).post(own, {"words": "Ik kreeg geen mandaat."}).status_code == 302
    assert browser(life.cast.anton).post(bureau, cause).status_code == 302
    assert case_of(code).root_cause.cause == "mandate"
    page = read(life.cast.bea, "bureau:guarantee-case", code)
    assert "Ik kreeg geen mandaat." in page
    assert "Eerst het mandaat." in page
    own_page, client = (
        read(life.cast.max, "manager:guarantee-own", code),
        read(life.cast.carla, "client:guarantee-case", code),
    )
    assert "Er komt niets van terecht." not in own_page
    assert "Ik kreeg geen mandaat." not in client


def test_the_hours_of_the_week_before_are_untouched(life):
    assert HoursWeek.objects.get(code=life.hours).monday == STARTS_ON
