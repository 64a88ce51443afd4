"""A2: one week without the manager: planned, agreed, and looked at; what the line measured counts in the index."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.models import Assignment, Result
from interregnum.stages.handover.actions.free_week import agree_free_week, conclude_free_week, plan_free_week
from interregnum.stages.handover.actions.open_handover import open_handovers
from interregnum.stages.handover.actions.write_card import Written, write_card
from interregnum.stages.handover.models import AnchorCard, FreeMeasure, FreeWeek, Handover
from interregnum.stages.handover.queries.desks import HandoverWanted, handovers_waiting
from interregnum.stages.handover.queries.rows import anchoring_of
from interregnum.stages.handover.rules.history import anchoring_after
from interregnum.stages.handover.tests.test_handover import told_since
from tests import world
from tests.life import Life

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]
# The last fifth of a term from 9 March to 6 September 2026 begins on 2 August.
NEAR = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
WEEK = date(2026, 8, 10)
OVER = datetime(2026, 8, 17, 9, 0, tzinfo=UTC)


@pytest.fixture
def life(cast):
    life = Life(cast, until="reported")
    open_handovers(NEAR)
    return life


def result() -> Result:
    return Result.objects.get()


def plan(life, first_on=WEEK, at=NEAR):
    return plan_free_week(assignment=life.assignment, first_on=first_on, by=life.max, at=at)


def agree(life):
    return agree_free_week(assignment=life.assignment, by=life.carla, at=NEAR)


def conclude(life, at=OVER, without=Decimal(7), conclusion="Het ging door."):
    told = {"values": {result().code: without}, "stands": True, "conclusion": conclusion}
    return conclude_free_week(assignment=life.assignment, **told, by=life.max, at=at)


def codes(answer) -> list[str]:
    assert isinstance(answer, Refused), answer
    return [one.code for one in answer.reasons]


def wanted(actor, at) -> set[HandoverWanted]:
    return {one.wanted for one in handovers_waiting(seen_by=actor, at=at)}


def test_the_software_proposes_it_when_the_last_fifth_begins(life):
    assert HandoverWanted.WEEK not in wanted(life.max, datetime(2026, 7, 28, tzinfo=UTC))
    assert HandoverWanted.WEEK in wanted(life.max, NEAR)
    assert plan(life) is None
    assert HandoverWanted.WEEK not in wanted(life.max, NEAR)
    assert HandoverWanted.WEEK_AGREE in wanted(life.carla, NEAR)
    assert Mail.objects.filter(template="mail/free_week.txt").count() == 1
    assert agree(life) is None
    assert HandoverWanted.WEEK_OVER not in wanted(life.max, NEAR)
    assert HandoverWanted.WEEK_OVER in wanted(life.max, OVER)


@pytest.mark.parametrize(("first_on", "code"), [
    (date(2026, 6, 1), "handover.week_outside"),
    (date(2026, 9, 2), "handover.week_outside"),
])  # fmt: skip
def test_a_week_outside_the_last_part_is_refused(life, first_on, code):
    assert codes(plan(life, first_on)) == [code]


def test_a_week_that_is_past_is_refused_and_one_that_changes_is_agreed_anew(life):
    assert codes(plan(life, date(2026, 8, 3), at=OVER)) == ["handover.week_past"]
    assert plan(life) is None
    assert agree(life) is None
    assert codes(agree(life)) == ["handover.no_week"]
    assert plan(life, date(2026, 8, 17)) is None
    assert FreeWeek.objects.get().state == "planned"


def test_max_and_carla_go_through_it_on_their_pages(life):
    own, theirs = (reverse(f"{desk}:handover-week", args=[life.assignment]) for desk in ("manager", "client"))
    max_, carla = world.browser(life.cast.max), world.browser(life.cast.carla)
    with time_machine.travel(NEAR, tick=False):
        assert max_.post(own, {"first_on": "2026-08-10"}).status_code == 302
        assert carla.post(theirs, {"agrees": "on"}).status_code == 302
    with time_machine.travel(OVER, tick=False):
        assert "without_0" in max_.get(own).content.decode()
        sent = {"without_0": "7", "stands": "no", "conclusion": "De planning liep vast."}
        assert max_.post(own, sent).status_code == 302
        for who, desk in ((life.cast.carla, "client"), (life.cast.sara, "shadow"), (life.cast.anton, "bureau")):
            page = world.browser(who).get(reverse(f"{desk}:handover-week", args=[life.assignment]))
            assert "De planning liep vast." in page.content.decode()


def test_what_the_line_measured_counts_in_the_index_and_the_journal_knows_it(life):
    card = Written(norm=Decimal(5), owner="Lies")
    assert write_card(result=result().code, card=card, by=life.max, at=NEAR) is None
    assert plan(life) is None
    assert agree(life) is None
    assert codes(conclude(life, at=NEAR)) == ["handover.week_not_over"]
    assert codes(conclude(life, conclusion=" ")) == ["handover.words_needed"]
    assert conclude(life) is None
    assert codes(conclude(life)) == ["handover.no_week"]
    assert (AnchorCard.objects.get().is_measured, AnchorCard.objects.get().version) == (True, 2)
    assert FreeMeasure.objects.get().without == 7
    row = Handover.objects.get()
    assert row.readings.last().total == 30
    assert anchoring_after(told_since(0)) == anchoring_of(row, on=OVER.date())
    assert codes(plan(life, date(2026, 8, 24), at=OVER)) == ["handover.week_held"]


def test_a_stranger_finds_nothing(life):
    for who, desk in ((life.cast.otto, "client"), (life.cast.olga, "manager"), (life.cast.dirk, "client")):
        page = reverse(f"{desk}:handover-week", args=[life.assignment])
        assert world.browser(who).get(page).status_code == 404
    assert Assignment.objects.count() == 1
