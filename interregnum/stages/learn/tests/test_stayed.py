"""What stayed, and what was said at the end, come into the record of the manager and into the proof of the firm."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.handover.models import ClosedResult, Evaluation, Handover
from interregnum.stages.keep.actions.answer_care import Said, answer_for_client
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.rules.states import CareState, Used
from interregnum.stages.learn.actions.keep_proof import fill_older, keep_proof_of_firm
from interregnum.stages.learn.actions.note_lines import LOOK_BACK, note_records
from interregnum.stages.learn.models import Closed, RecordLine
from interregnum.stages.learn.queries.replay import record_by_journal, record_stored
from interregnum.stages.learn.rules.lines import Kind
from interregnum.stages.learn.tests.learn_world import AFTER, OVER, ended, replaced
from tests.world import make_cast

pytestmark = pytest.mark.django_db
LATE = AFTER + timedelta(days=500)


@pytest.fixture
def life(db):
    return ended(make_cast())


def closed(life, *, months=3, day=AFTER) -> Aftercare:
    """Two results were handed over at their norm; the look back after so many months is open."""
    row = Assignment.objects.get(code=life.assignment)
    handover, _is_new = Handover.objects.get_or_create(
        assignment=row, defaults={"opened_at": AFTER, "closed_at": AFTER}
    )
    for place in range(2 - handover.closed_results.count()):
        told = {"unit": "dagen", "baseline": Decimal(20), "norm": Decimal(5), "value": Decimal(5), "is_reached": True}
        ClosedResult.objects.create(handover=handover, position=place, title=f"R{place}", **told)
    asked = {"state": CareState.ASKED, "asked_at": day, "open_until": day.date() + timedelta(days=28)}
    return Aftercare.objects.create(assignment=row, months=months, due_on=day.date(), **asked)


def answer(life, care: Aftercare, *values: int, at: datetime) -> None:
    codes = ClosedResult.objects.order_by("position").values_list("code", flat=True)
    said = {code: Said(Decimal(value), Used.YES, True) for code, value in zip(codes, values, strict=False)}
    assert answer_for_client(care=care.code, said=said, by=life.anton, at=at) is None


def judge(life, side: str, score: int) -> None:
    marks = dict.fromkeys(("score", "knowledge", "skills", "mobilising", "again"), score)
    who = {"client": life.cast.carla, "manager": life.cast.max, "shadow": life.cast.sara}[side]
    handover = Handover.objects.get(assignment__code=life.assignment)
    Evaluation.objects.create(handover=handover, judge=side, **marks, written_by=who, written_at=AFTER)


def line(life, kind: Kind) -> tuple[int, int] | None:
    found = RecordLine.objects.filter(manager=life.cast.max_profile, kind=kind)
    return found.values_list("number", "of").first()


def test_what_stayed_stands_in_record_and_proof_as_soon_as_it_is_answered(life):
    answer(life, closed(life), 4, 9, at=AFTER + timedelta(days=1))
    assert line(life, Kind.STANDS_3) == (1, 2)
    assert Closed.objects.values_list("stands_3", "stands_3_of", "stands_12").get() == (1, 2, None)
    answer(life, closed(life, months=12), 4, at=AFTER + timedelta(days=366))
    assert line(life, Kind.STANDS_12) == (1, 1)
    assert Closed.objects.values_list("stands_12", "stands_12_of").get() == (1, 1)
    code = life.cast.max_profile.code
    assert record_by_journal(code) == record_stored(code) != {}


def test_an_answer_long_after_the_year_of_looking_back_counts_too(life):
    care = closed(life, months=12)
    assert LATE.date() - LOOK_BACK > OVER
    answer(life, care, 5, 5, at=LATE)
    assert line(life, Kind.STANDS_12) == (2, 2)
    assert Closed.objects.get().stands_12 == 2


def test_a_look_back_of_which_nothing_is_known_says_nothing(life):
    answer(life, closed(life), at=AFTER + timedelta(days=1))
    assert line(life, Kind.STANDS_3) is None
    assert Closed.objects.get().stands_3 is None


def test_what_the_three_say_at_the_end_is_among_their_scores(life):
    closed(life)
    for side, score in (("client", 5), ("manager", 6), ("shadow", 9)):
        judge(life, side, score)
    note_records(AFTER)
    assert (line(life, Kind.CLIENT), line(life, Kind.SHADOW)) == ((65, 0), (80, 0))
    keep_proof_of_firm(AFTER)
    assert Closed.objects.values_list("client", "manager").get() == (65, 60)


def test_what_stayed_is_of_who_was_there_at_the_end_and_not_of_who_was_replaced(life):
    replaced(life, None)
    answer(life, closed(life), 4, 4, at=AFTER + timedelta(days=1))
    assert line(life, Kind.STANDS_3) is None
    assert RecordLine.objects.get(kind=Kind.STANDS_3).manager.name == "Opvolger Voorbeeld"


def test_an_assignment_over_the_turn_of_the_year_counts_in_the_year_in_which_it_ended(life):
    for last, year in ((date(2026, 12, 31), 2026), (date(2027, 1, 1), 2027)):
        Assignment.objects.filter(code=life.assignment).update(ends_on=last)
        keep_proof_of_firm(datetime(2027, 1, 2, 3, tzinfo=timezone.get_current_timezone()))
        assert Closed.objects.get().year == year


def test_what_ended_long_ago_and_was_reckoned_in_an_older_way_is_made_anew_once(life):
    assert keep_proof_of_firm(LATE) == 0
    assert fill_older(LATE) == 1
    assert fill_older(LATE) == 0
    assert line(life, Kind.RESULTS) == (1, 2)
    Closed.objects.update(made=0, client=None)
    assert fill_older(LATE) == 1
    assert Closed.objects.get().client == 80
