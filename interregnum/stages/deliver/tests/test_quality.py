"""G1: what is measured of running assignments: kept, anew after each fact, and the same verdict for everybody."""

from datetime import date, timedelta
from operator import attrgetter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interregnum.journal.models import About, Entry
from interregnum.outside.chance import new_code
from interregnum.stages.deliver.actions.decide import Needed
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.actions.note_unit import note_leaving, note_old_way
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.models import (
    Assignment,
    ChosenApproach,
    GateAnswer,
    HoursDay,
    HoursWeek,
    OldWay,
    QualityPicture,
    Resistance,
    SignalReading,
    Stakeholder,
    Stance,
    Uptake,
)
from interregnum.stages.deliver.queries.picture import assignment_picture
from interregnum.stages.deliver.queries.quality.bounds import WINDOWS
from interregnum.stages.deliver.queries.quality.gather import gather
from interregnum.stages.deliver.queries.quality.kept import pictures_that_hold
from interregnum.stages.deliver.queries.signals import ALONG, known_on, verdicts_of
from interregnum.stages.deliver.rules.resistance import Word
from interregnum.stages.deliver.rules.seen import Seen
from interregnum.stages.deliver.rules.signals import VEIL, Standing
from interregnum.stages.deliver.tests.deliver_world import a_week, make_assignment
from tests.world import NOW, TODAY, Cast, browser

LATER = NOW + timedelta(weeks=6)
ON = TODAY + timedelta(weeks=6)


@pytest.fixture
def row(cast: Cast) -> Assignment:
    made = make_assignment(cast)
    start_assignments(NOW)
    made.refresh_from_db()
    return made


def seen_of(row: Assignment, on: date = ON) -> Seen:
    rows = list(Assignment.objects.filter(pk=row.pk).select_related("contract__brief"))
    return gather(rows, windows=known_on(on)[WINDOWS], on=on)[row.pk]


def reported(cast: Cast, row: Assignment, number: int, **changes: object) -> None:
    monday = TODAY + timedelta(weeks=number)
    week = a_week(monday, **changes)
    at = NOW + timedelta(weeks=number, days=3)
    assert isinstance(report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=at), str)


def resisted(cast: Cast, row: Assignment) -> Resistance:
    who = Stakeholder.objects.create(
        assignment=row, kind="person", name="Hoofd", name_key="hoofd", circle="middle", people=1, added_by=cast.max,
        added_at=NOW,
    )  # fmt: skip
    return Resistance.objects.create(
        assignment=row, stakeholder=who, seen_on=TODAY, behaviour="Kwam niet.", cause="too_much", noted_by=cast.max,
        noted_at=NOW,
    )  # fmt: skip


def test_what_reports_tell_is_measured(cast: Cast, row: Assignment) -> None:
    for number in range(4):
        reported(cast, row, number, sponsor_minutes=60 if number < 2 else 0, budget_percent=90 - 10 * number)
    needed = (Needed(what="Het budget", due_on=TODAY + timedelta(weeks=5), named="Directie"),)
    reported(cast, row, 4, needed=needed)
    seen = seen_of(row)
    assert (seen.missed, seen.budget, tuple(seen.sponsor)) == (1, 60, (0, 0))
    assert max(seen.met_on) == date(2026, 3, 13)
    assert [(one.what, one.whom, one.late) for one in seen.decisions] == [("Het budget", "Directie", 7)]
    assert seen.has_heir is GateAnswer.objects.filter(gate="successor", answer="positive").exists()


def test_a_successor_is_not_asked_for_the_weeks_of_who_was_replaced(cast: Cast, row: Assignment) -> None:
    assert seen_of(row).missed == 6
    row.manager_since = TODAY + timedelta(weeks=4)
    row.save()
    assert seen_of(row).missed == 2


def test_an_approach_that_waits_for_a_word_has_no_effect_to_tell(cast: Cast, row: Assignment) -> None:
    met = resisted(cast, row)
    chosen = ChosenApproach.objects.create(
        resistance=met, approach="coerce", chosen_on=TODAY, due_on=TODAY + timedelta(weeks=4), word=Word.ASKED,
        chosen_by=cast.max,
    )  # fmt: skip
    seen = seen_of(row)
    assert (seen.unmet, seen.unseen) == ((), ())
    chosen.word = Word.AGREED
    chosen.save()
    seen = seen_of(row)
    assert (seen.unmet, seen.unseen) == ((), (14,))


def test_days_worked_are_counted_week_by_week(cast: Cast, row: Assignment) -> None:
    for number, days in ((0, 6), (1, 6), (3, 6)):
        monday = TODAY + timedelta(weeks=number)
        week = HoursWeek.objects.create(assignment=row, manager=row.manager, monday=monday, version=1)
        HoursDay.objects.bulk_create(
            HoursDay(week=week, day=monday + timedelta(days=place), minutes=480 if place < days else 0)
            for place in range(7)
        )
    # A week without hours is a week of nought days.
    assert tuple(seen_of(row).worked) == (6, 6, 0, 6)


def test_only_who_has_influence_counts_among_stakeholders(cast: Cast, row: Assignment) -> None:
    def stands(name: str, influence: int, *levels: str) -> None:
        who = Stakeholder.objects.create(
            assignment=row, kind="person", name=name, name_key=name, circle="middle", people=1, added_by=cast.max,
            added_at=NOW,
        )  # fmt: skip
        for place, level in enumerate(levels):
            Stance.objects.create(
                stakeholder=who, noted_on=TODAY + timedelta(weeks=5 * place), influence=influence, interest=3,
                now=level, needed="helps", noted_by=cast.max, noted_at=NOW,
            )  # fmt: skip

    stands("directeur", 5, "helps", "against")
    stands("hoofd", 4, "helps", "lets")
    stands("medewerker", 2, "helps", "against")
    seen = seen_of(row)
    assert (seen.fallen, seen.against) == (2, 1)
    Stakeholder.objects.filter(name="directeur").update(removed_at=NOW)
    seen = seen_of(row)
    assert (seen.fallen, seen.against) == (1, 0)


def test_attendance_and_the_old_way_are_counted(cast: Cast, row: Assignment) -> None:
    def counted(kind: str, weeks: int, part: int, rest: int) -> None:
        Uptake.objects.create(
            assignment=row, kind=kind, counted_on=TODAY + timedelta(weeks=weeks), part=part, rest=rest,
            noted_by=cast.max,
        )  # fmt: skip

    counted("attendance", 0, 1, 9)
    counted("attendance", 4, 6, 4)
    counted("attendance", 5, 7, 3)
    assert (seen_of(row).attendance, seen_of(row).old_days) == (65, None)
    ends_on = TODAY + timedelta(weeks=2)
    max_ = cast.actor(cast.max)
    assert note_old_way(assignment=row.code, ends_on=ends_on, stopped_on=None, by=max_, at=NOW) is None
    assert seen_of(row).old_days == 28
    counted("new_way", 5, 8, 0)
    assert seen_of(row).old_days == 0
    counted("new_way", 6, 8, 1)
    assert seen_of(row).old_days == 28
    stopped = {"ends_on": ends_on, "stopped_on": TODAY + timedelta(weeks=6)}
    for _twice in range(2):
        assert note_old_way(assignment=row.code, **stopped, by=max_, at=LATER) is None
    assert (seen_of(row).old_days, OldWay.objects.count()) == (0, 1)


def test_who_leaves_is_counted_around_today(cast: Cast, row: Assignment) -> None:
    for position, weeks in (("Hoofd operatie", 10), (" Hoofd  operatie", 10), ("Teamleider", 30)):
        leaves_on = TODAY + timedelta(weeks=weeks)
        told = {"assignment": row.code, "position": position, "leaves_on": leaves_on}
        assert note_leaving(**told, by=cast.actor(cast.max), at=NOW) is None
    assert seen_of(row).leavers == 1
    assert seen_of(row, TODAY + timedelta(weeks=30)).leavers == 1


@pytest.mark.mission("G1")
def test_the_picture_is_never_older_than_the_last_fact(cast: Cast, row: Assignment) -> None:
    assert measure_quality(LATER) == 1
    assert measure_quality(LATER) == 0
    page = assignment_picture(row.code, seen_by=cast.actor(cast.bea), on=ON)
    assert "agenda" in {one.code for one in page.verdict.signals}
    for number in range(6):
        reported(cast, row, number)
    # Nobody has measured since: what the page says is of now all the same.
    page = assignment_picture(row.code, seen_by=cast.actor(cast.bea), on=ON)
    assert "agenda" not in {one.code for one in page.verdict.signals}
    assert measure_quality(LATER) == 1
    # And a day later it is old, without any fact.
    assert measure_quality(LATER + timedelta(days=1)) == 1


@pytest.mark.mission("G1")
@pytest.mark.parametrize("about", ["code", "contract.code", "manager.code"])
def test_any_fact_about_assignment_contract_or_manager_makes_the_kept_picture_old(row: Assignment, about: str) -> None:
    measure_quality(LATER)
    assert pictures_that_hold(on=ON).count() == 1
    fact = Entry.objects.latest("number")
    fact.pk, fact.code, fact.number = None, new_code(), fact.number + 1
    fact.save()
    About.objects.create(entry=fact, code=attrgetter(about)(row))
    assert not pictures_that_hold(on=ON).exists()
    assert measure_quality(LATER) == 1
    assert pictures_that_hold(on=ON).count() == 1


def test_a_kept_picture_costs_one_query_and_says_the_same(cast: Cast, row: Assignment) -> None:
    rows = list(Assignment.objects.filter(pk=row.pk).select_related(*ALONG))
    asked = {"seen_by": cast.actor(cast.max), "known": known_on(ON), "on": ON}
    live = verdicts_of(rows, **asked)
    measure_quality(LATER)
    with CaptureQueriesContext(connection) as queries:
        kept = verdicts_of(rows, **asked)
    assert kept == live
    assert len(queries) == 1


def test_measuring_many_asks_no_oftener_than_measuring_one(cast: Cast, row: Assignment) -> None:
    with CaptureQueriesContext(connection) as one:
        seen_of(row)
    for number in range(2):
        make_assignment(cast, number=f"C-2026-10{number}", organisation=cast.bank, manager=cast.olga_profile)
    start_assignments(NOW)
    rows = list(Assignment.objects.select_related("contract__brief"))
    with CaptureQueriesContext(connection) as three:
        gather(rows, windows=known_on(ON)[WINDOWS], on=ON)
    assert len(rows) == 3
    assert len(three) <= len(one)


def test_readings_are_kept_of_what_changed(cast: Cast, row: Assignment) -> None:
    for days in range(3):
        measure_quality(NOW + timedelta(days=days))
    announced = SignalReading.objects.filter(part="mandate_unannounced").values_list("read_on", "number")
    assert list(announced) == [(TODAY + timedelta(days=place), place) for place in range(3)]
    assert SignalReading.objects.filter(part="attendance_low").count() == 1


def test_the_verdict_is_one_and_names_are_for_two(cast: Cast, row: Assignment) -> None:
    resisted(cast, row)
    for number in range(6):
        reported(cast, row, number)
    Assignment.objects.update(announced_on=TODAY, plan_state="agreed")
    pages = {
        who: assignment_picture(row.code, seen_by=cast.actor(person), on=ON)
        for who, person in (("bea", cast.bea), ("carla", cast.carla), ("max", cast.max))
    }
    assert {page.verdict.standing for page in pages.values()} == {Standing.RISK}
    codes = {who: [one.code for one in page.verdict.signals] for who, page in pages.items()}
    assert codes == {"bea": [VEIL], "carla": [VEIL], "max": ["resistance_unmet"]}


def test_a_picture_goes_when_it_runs_no_more(cast: Cast, row: Assignment) -> None:
    measure_quality(NOW)
    Assignment.objects.update(state="closed")
    assert measure_quality(NOW) == 0
    assert QualityPicture.objects.count() == 0
    assert SignalReading.objects.exists()


def test_the_manager_notes_the_end_of_the_old_way_and_who_leaves(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    old = window.post(f"/manager/assignments/{row.code}/old-way/", {"ends_on": "2026-06-01", "stopped_on": ""})
    assert old.status_code == 302
    late = window.post(f"/manager/assignments/{row.code}/old-way/", {"ends_on": "2027-06-01", "stopped_on": ""})
    assert late.status_code == 422
    gone = {"position": "Hoofd operatie", "leaves_on": "2026-05-01"}
    assert window.post(f"/manager/assignments/{row.code}/leaving/", gone).status_code == 302
    assert "Hoofd operatie" in browser(cast.carla).get(f"/client/assignments/{row.code}/change/").text
    assert browser(cast.carla).post(f"/manager/assignments/{row.code}/leaving/", gone).status_code == 404
