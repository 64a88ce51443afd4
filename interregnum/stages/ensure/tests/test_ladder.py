"""G1: the ladder of escalation, through the pages: it begins by itself, each step by who must, and it ends."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db.models import F

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.models import Assignment, SignalReading, WeeklyReport
from interregnum.stages.ensure.actions.act_on_ladder import Done, do_step, note_chosen
from interregnum.stages.ensure.actions.climb_ladder import begin_by_ambers, climb_ladders
from interregnum.stages.ensure.actions.plan_reviews import plan_reviews
from interregnum.stages.ensure.models import Escalation, EscalationStep, Review, ShadowAppointment
from interregnum.stages.ensure.rules.ladder import LadderStep
from interregnum.stages.ensure.tests.review_world import running
from tests.world import NOW, Cast, browser

# A Monday, three weeks after the start: reports are missing, and the mandate was not announced.
AT = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)
DONE = {"do": "done", "step": "first", "outcome": "Max schrijft elke vrijdag; Sara belt woensdag."}


@pytest.fixture
def row(cast: Cast) -> Assignment:
    made = running(cast)
    measure_quality(AT)
    Mail.objects.all().delete()
    return made


def steps() -> list[tuple[str, bool]]:
    return [(str(one.step), one.done_at is not None) for one in EscalationStep.objects.order_by("pk")]


def page_of(row: Assignment, desk: str = "shadow") -> str:
    return f"/{desk}/assignments/{row.code}/escalation/"


def make_well(row: Assignment) -> None:
    """Everything that is amiss is put right."""
    Assignment.objects.filter(pk=row.pk).update(announced_on=row.starts_on, plan_state="agreed")
    for number in range(20):
        monday = row.starts_on + timedelta(weeks=number)
        told = {name: getattr(row, name) for name in ("operational", "adviser", "coach", "change")}
        WeeklyReport.objects.get_or_create(
            assignment=row, monday=monday, defaults=told | {"progress": "Goed.", "mood": "good", "submitted_at": AT}
        )


@pytest.mark.mission("G1")
def test_red_begins_the_ladder_once_and_tells_who_must_act(cast: Cast, row: Assignment) -> None:
    assert climb_ladders(AT) == 1
    assert climb_ladders(AT) == 0
    (one,) = Escalation.objects.all()
    assert {"agenda", "mandate_unannounced"} <= set(one.causes)
    (step,) = one.steps.all()
    assert (step.step, step.due_at) == (LadderStep.FIRST, AT + timedelta(hours=48))
    assert set(Mail.objects.values_list("to", flat=True)) == {cast.sara.email, cast.max.email}
    with time_machine.travel(AT, tick=False):
        assert page_of(row) in browser(cast.sara).get("/shadow/").text


def test_ambers_begin_it_in_the_night_after_two_weeks(cast: Cast, row: Assignment) -> None:
    SignalReading.objects.all().delete()
    make_well(row)
    measure_quality(AT)
    # Two things are amber since the start: a review that was skipped, and somebody who leaves.
    row.quality.delete()
    measure_quality(AT)
    assert climb_ladders(AT) == 0
    for part in ("missed_reviews", "staff_leaving"):
        SignalReading.objects.update_or_create(assignment=row, part=part, read_on=row.starts_on, defaults={"number": 1})
        kept = row.__class__.objects.get(pk=row.pk).quality
        kept.measured[part][0] = 1
        kept.measured[part][2] = {"count": 1}
        kept.save()
        SignalReading.objects.filter(part=part).exclude(read_on=row.starts_on).delete()
    assert climb_ladders(AT) == 0
    assert begin_by_ambers(AT) == 1
    assert set(Escalation.objects.get().causes) == {"agenda", "staff_leaving"}


@pytest.mark.mission("G1")
def test_what_is_not_done_in_time_climbs_by_itself(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    at = AT
    for number in range(1, 4):
        at = EscalationStep.objects.order_by("-pk")[0].due_at
        assert climb_ladders(at - timedelta(minutes=1)) == 0
        assert climb_ladders(at) == 1
        assert len(steps()) == number + 1
    assert [step for step, _done in steps()] == ["first", "second", "third", "fourth"]
    assert EscalationStep.objects.filter(is_passed=True).count() == 3
    # The last one has nowhere to go; the client knows that the choice is theirs, the partner that it waits.
    assert climb_ladders(at + timedelta(days=60)) == 0
    assert Mail.objects.filter(to=cast.carla.email, template="mail/ladder_guarantee.txt").count() == 1
    assert Mail.objects.filter(to=cast.bea.email, template="mail/ladder_step.txt").count() == 2


@pytest.mark.mission("G1")
def test_the_shadow_manager_does_the_first_step_and_it_is_looked_at_again(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    with time_machine.travel(AT + timedelta(hours=5), tick=False):
        assert browser(cast.max).post(page_of(row, "manager"), DONE).status_code == 405
        assert browser(cast.carla).get(page_of(row, "client")).status_code == 404
        assert browser(cast.bea).post(page_of(row, "bureau"), DONE).status_code == 422
        empty = browser(cast.sara).post(page_of(row), DONE | {"outcome": ""})
        assert empty.status_code == 422
        assert browser(cast.sara).post(page_of(row), DONE).status_code == 302
        assert browser(cast.sara).post(page_of(row), DONE).status_code == 422
        assert "Sara belt woensdag" in browser(cast.max).get(page_of(row, "manager")).text
    step = EscalationStep.objects.get()
    assert (step.done_by, step.again_on.isoformat()) == (cast.sara, "2026-04-08")
    # Nothing is better by then: the next step begins.
    day = datetime(2026, 4, 7, 9, tzinfo=UTC)
    measure_quality(day)
    assert climb_ladders(day) == 0
    day += timedelta(days=1)
    measure_quality(day)
    assert climb_ladders(day) == 1
    assert steps() == [("first", True), ("second", False)]


@pytest.mark.mission("G4")
def test_the_second_step_is_a_review_that_is_called_and_held(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    at = EscalationStep.objects.get().due_at
    climb_ladders(at)
    with time_machine.travel(at, tick=False):
        window = browser(cast.sara)
        second = DONE | {"step": "second"}
        early = window.post(page_of(row), second)
        assert early.status_code == 422
        weekend = window.post(page_of(row), {"do": "special", "moment": "2026-03-28T10:00"})
        assert weekend.status_code == 422
        Mail.objects.all().delete()
        assert window.post(page_of(row), {"do": "special", "moment": "2026-03-30T10:00"}).status_code == 302
        same = window.post(page_of(row), {"do": "special", "moment": "2026-03-30T14:00"})
        assert same.status_code == 422
    review = Review.objects.get(kind="special")
    assert set(Mail.objects.values_list("to", flat=True)) == {cast.carla.email, cast.max.email, cast.sara.email}
    # The rhythm leaves it alone.
    plan_reviews(at + timedelta(hours=1))
    review.refresh_from_db()
    assert review.state == "planned"
    Review.objects.filter(pk=review.pk).update(state="open", started_at=at + timedelta(days=5))
    with time_machine.travel(at + timedelta(days=5, hours=1), tick=False):
        assert browser(cast.sara).post(page_of(row), second).status_code == 302


@pytest.mark.mission("G1")
def test_the_third_step_is_the_partners_with_a_plan_of_three_weeks_at_most(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    for _number in range(2):
        climb_ladders(EscalationStep.objects.order_by("-pk")[0].due_at)
    at = EscalationStep.objects.order_by("-pk")[0].began_at + timedelta(hours=1)
    third = {"do": "done", "step": "third", "outcome": "Wekelijks overleg.", "with_whom": "Directeur Bank"}
    with time_machine.travel(at, tick=False):
        assert browser(cast.sara).post(page_of(row), third | {"plan_until": "2026-04-17"}).status_code == 422
        window = browser(cast.bea)
        assert page_of(row, "bureau") in window.get("/bureau/").text
        assert window.post(page_of(row, "bureau"), third | {"plan_until": "2026-05-29"}).status_code == 422
        assert window.post(page_of(row, "bureau"), third | {"with_whom": "", "plan_until": ""}).status_code == 422
        assert window.post(page_of(row, "bureau"), third | {"plan_until": "2026-04-17"}).status_code == 302
    step = EscalationStep.objects.get(step="third")
    assert step.plan_until == step.again_on


@pytest.mark.mission("G1")
def test_it_is_closed_when_the_signals_are_gone_and_somebody_says_why(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    close = {"do": "close", "why": "Alle rapportages zijn er."}
    with time_machine.travel(AT, tick=False):
        assert browser(cast.sara).post(page_of(row), close).status_code == 422
        make_well(row)
        # What was put right without a fact is seen as soon as it is measured anew.
        row.quality.delete()
        assert browser(cast.max).post(page_of(row, "manager"), close).status_code == 405
        Mail.objects.all().delete()
        assert browser(cast.sara).post(page_of(row), close).status_code == 302
        assert browser(cast.sara).post(page_of(row), close).status_code == 422
        assert "Alle rapportages zijn er." in browser(cast.max).get(page_of(row, "manager")).text
    assert Mail.objects.filter(template="mail/ladder_closed.txt").count() == 3
    assert climb_ladders(AT + timedelta(minutes=1)) == 0
    assert Entry.objects.filter(kind="EscalationClosed").count() == 1


def test_without_a_shadow_manager_the_bureau_does_the_first_step(cast: Cast, row: Assignment) -> None:
    ShadowAppointment.objects.all().delete()
    climb_ladders(AT)
    with time_machine.travel(AT, tick=False):
        assert browser(cast.anton).post(page_of(row, "bureau"), DONE).status_code == 302


def test_it_ends_with_the_assignment(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    Assignment.objects.update(state="closed")
    assert climb_ladders(AT) == 1
    assert Escalation.objects.filter(closed_at=F("closed_at"), closed_by=None).count() == 1
    assert climb_ladders(AT) == 0


def test_a_step_that_was_not_the_one_seen_is_refused(cast: Cast, row: Assignment) -> None:
    climb_ladders(AT)
    climb_ladders(EscalationStep.objects.get().due_at)
    late = do_step(
        assignment=row.code, done=Done(step=LadderStep.FIRST, outcome="Te laat."), by=cast.actor(cast.sara), at=NOW
    )
    assert late is not None
    assert [reason.code for reason in late.reasons] == ["ensure.ladder_changed"]


@pytest.mark.mission("G1")
def test_the_fourth_step_leads_the_client_to_the_guarantee_and_is_done_when_it_is_invoked(
    cast: Cast, row: Assignment
) -> None:
    climb_ladders(AT)
    for _number in range(3):
        climb_ladders(EscalationStep.objects.order_by("-pk")[0].due_at)
    step = EscalationStep.objects.get(step=LadderStep.FOURTH)
    offered = Mail.objects.get(template="mail/ladder_guarantee.txt")
    assert f"/client/assignments/{row.code}/guarantee/" in offered.text
    note_chosen(assignment=row.code, by=cast.actor(cast.carla), at=step.began_at + timedelta(hours=1))
    note_chosen(assignment=row.code, by=cast.actor(cast.carla), at=step.began_at + timedelta(hours=2))
    step.refresh_from_db()
    assert (step.done_at, step.done_by) == (step.began_at + timedelta(hours=1), cast.carla)
    assert Entry.objects.filter(kind="EscalationStepDone").count() == 1
