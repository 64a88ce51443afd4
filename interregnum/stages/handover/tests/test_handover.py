"""A2: an assignment is handed over: cards, index, gate, evaluations and the end, through the real addresses."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.models import Assignment, Result
from interregnum.stages.handover.actions.answer_document import answer_document
from interregnum.stages.handover.actions.close_handover import close_handover, evaluate, override_exit
from interregnum.stages.handover.actions.open_handover import open_handovers
from interregnum.stages.handover.actions.succeed import answer_for_successor, name_successor
from interregnum.stages.handover.actions.write_card import Written, write_card
from interregnum.stages.handover.actions.write_document import send_document
from interregnum.stages.handover.models import AnchorCard, ClosedResult, Handover
from interregnum.stages.handover.queries.closed import closed_assignments
from interregnum.stages.handover.queries.quality import quality_of
from interregnum.stages.handover.queries.rows import anchoring_of
from interregnum.stages.handover.rules.history import anchoring_after
from interregnum.stages.handover.rules.states import Ending
from tests import world
from tests.life import Life

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]
# Half of a term from 9 March to 6 September 2026 is over.
LATER = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
OVER = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
FULL = {
    "owner": "Lies", "sponsor": "Bas", "is_measured": True, "procedure": "Werkwijze 7", "is_enforced": True,
    "trained": 9, "to_train": 10, "is_across": True,
}  # fmt: skip
MARKS = {"score": 8, "knowledge": 9, "skills": 8, "mobilising": 7, "again": 9}


@pytest.fixture
def life(cast):
    return Life(cast, until="reported")


def result_of(life) -> Result:
    return Result.objects.get(assignment__code=life.assignment)


def write(life, version=0, norm=Decimal(5), by=None, **said):
    card = Written(**{"norm": norm, "version": version, "approved_on": LATER.date()} | said)
    return write_card(result=result_of(life).code, card=card, by=by or life.max, at=LATER)


def anchored(life) -> Handover:
    assert write(life, **FULL) is None
    assert name_successor(assignment=life.assignment, name="Sofie", by=life.carla, at=LATER) is None
    told = {"assignment": life.assignment, "agrees": True, "words": "", "by": life.carla, "at": LATER}
    assert answer_for_successor(**told) is None
    return Handover.objects.get()


def papers(life) -> None:
    """The hand-over document is sent, and both accept it."""
    told = {"assignment": life.assignment, "at": LATER}
    assert send_document(words={}, version=0, by=life.max, **told) is None
    assert answer_document(agrees=True, by=life.carla, **told) is None
    assert answer_for_successor(agrees=True, words="", by=life.carla, **told) is None


def codes(answer) -> list[str]:
    assert isinstance(answer, Refused), answer
    return [one.code for one in answer.reasons]


def close(life, ending=Ending.TERM, why="", at=None):
    """The end of a term comes when it is over, another ending before."""
    at = at or (OVER if ending is Ending.TERM else LATER)
    return close_handover(assignment=life.assignment, ending=ending, why=why, by=life.anton, at=at)


def test_it_begins_in_the_middle_of_the_term_once_and_both_are_told(life):
    assert open_handovers(datetime(2026, 5, 1, tzinfo=UTC)) == 0
    assert open_handovers(LATER) == 1
    assert open_handovers(LATER) == 0
    assert Mail.objects.filter(template="mail/handover_opened.txt").count() == 2
    assert quality_of([Assignment.objects.get().pk], LATER.date()) == {Assignment.objects.get().pk: {"ownerless": 1}}


def test_max_and_carla_write_a_card_and_the_index_rises(life):
    window = world.browser(life.cast.max)
    with time_machine.travel(LATER, tick=False):
        page = reverse("manager:handover-page", args=[life.assignment])
        assert "Anchoring" in window.get(page).content.decode()
        card = reverse("manager:handover-card", args=[result_of(life).code])
        assert window.get(card).status_code == 200
        assert window.post(card, {"norm": "5", "owner": "Lies Eigenaar", "version": "0"}).status_code == 302
        shown = window.get(page).content.decode()
    assert "Lies Eigenaar" in shown
    assert Handover.objects.get().readings.last().total == 15
    assert write(life, version=1, by=life.carla, **FULL) is None
    assert [one.total for one in Handover.objects.get().readings.all()] == [0, 15, 85]


def test_of_two_windows_the_first_one_stands(life):
    assert write(life, owner="Lies") is None
    assert codes(write(life, owner="Karel")) == ["handover.card_changed"]
    assert AnchorCard.objects.get().owner == "Lies"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"norm": Decimal(19)}, "handover.norm_is_baseline"),
        ({"approved_on": datetime(2027, 1, 1, tzinfo=UTC).date()}, "handover.approved_later"),
        ({"trained": 3, "to_train": 2}, "handover.trained_too_many"),
    ],
)
def test_a_card_that_cannot_be_is_refused(life, said, code):
    assert codes(write(life, **said)) == [code]
    assert not AnchorCard.objects.exists()


def test_an_owner_who_leaves_makes_the_result_ownerless_again(life):
    anchored(life)
    assert write(life, version=1, **FULL | {"owner": ""}) is None
    assert quality_of([Assignment.objects.get().pk], LATER.date())[Assignment.objects.get().pk] == {"ownerless": 1}
    assert Handover.objects.get().readings.last().total == 80


def test_a_measure_that_is_defined_anew_stands_beside_the_old_one(life):
    assert write(life, **FULL) is None
    Result.objects.update(unit="uren", baseline=152, target=40)
    page = world.browser(life.cast.carla).get(reverse("client:handover-page", args=[life.assignment]))
    assert page.context["page"].cards[0].is_otherwise
    assert write(life, version=1, norm=Decimal(40), **FULL) is None
    assert AnchorCard.objects.get().earlier == [["dagen", "19.00", "5.00", "2026-06-15"]]
    page = world.browser(life.cast.carla).get(reverse("client:handover-page", args=[life.assignment]))
    assert [one.unit for one in page.context["page"].cards[0].measures] == ["uren", "dagen"]


def test_a_successor_may_refuse_and_then_it_counts_for_nothing(life):
    anchored(life)
    no = {"assignment": life.assignment, "agrees": False, "by": life.carla, "at": LATER}
    assert codes(answer_for_successor(words=" ", **no)) == ["handover.words_needed"]
    assert answer_for_successor(words="Te weinig mensen.", **no) is None
    assert Handover.objects.get().readings.last().total == 85
    assert name_successor(assignment=life.assignment, name="Teun", by=life.carla, at=LATER) is None
    assert Handover.objects.get().successor_words == ""


def test_nobody_leaves_through_a_shut_gate_unless_client_and_shadow_manager_want_it(life):
    sara = life.cast.actor(life.cast.sara)
    assert write(life, owner="Lies") is None
    assert codes(close(life)) == ["handover.gate_shut"]
    for who in (life.carla, life.max, sara):
        assert evaluate(assignment=life.assignment, marks=MARKS, words="", by=who, at=LATER) is None
    assert override_exit(assignment=life.assignment, reason="Wij redden het.", by=life.carla, at=LATER) is None
    assert codes(close(life)) == ["handover.gate_shut"]
    assert override_exit(assignment=life.assignment, reason="De lijn kan het.", by=sara, at=LATER) is None
    assert close(life) is None


def test_it_closes_when_it_stands_and_client_and_manager_said_how_it_went(life):
    anchored(life)
    assert codes(close(life)) == ["handover.gate_shut"]
    papers(life)
    assert codes(close(life)) == ["handover.not_evaluated"]
    for who in (life.carla, life.max):
        assert evaluate(assignment=life.assignment, marks=MARKS, words="Goed.", by=who, at=LATER) is None
    assert codes(close(life)) == ["handover.not_evaluated"]
    sara = life.cast.actor(life.cast.sara)
    assert evaluate(assignment=life.assignment, marks=MARKS, words="", by=sara, at=LATER) is None
    assert codes(evaluate(assignment=life.assignment, marks=MARKS, words="", by=life.max, at=LATER)) == [
        "handover.evaluated"
    ]
    assert close(life) is None
    assert codes(close(life)) == ["handover.closed"]
    assert codes(write(life, version=1, **FULL)) == ["handover.closed"]
    row = Handover.objects.get()
    assert (row.index_at_close, row.assignment.state) == (95, "closed")
    (closed,) = closed_assignments(managers=[life.cast.max_profile.code])
    assert (closed.index, closed.results, closed.reached, closed.marks["client"].mobilising) == (95, 1, 0, 7)
    assert ClosedResult.objects.get().norm == 5


@pytest.mark.parametrize("ending", [one for one in Ending if one is not Ending.TERM])
def test_an_assignment_that_ends_otherwise_closes_with_its_cause_and_its_index(life, ending):
    assert codes(close(life, ending)) == ["handover.words_needed"]
    assert close(life, ending, "De bank is overgenomen.") is None
    row = Handover.objects.get()
    assert (row.index_at_close, row.ended_why) == (0, "De bank is overgenomen.")


def test_what_the_others_said_is_read_once_it_is_closed(life):
    anchored(life)
    papers(life)
    told = {"assignment": life.assignment, "marks": MARKS, "at": LATER}
    assert evaluate(words="Hij luisterde goed.", by=life.carla, **told) is None
    own = reverse("manager:handover-page", args=[life.assignment])
    assert "Hij luisterde goed." not in world.browser(life.cast.max).get(own).content.decode()
    assert evaluate(words="Fijne opdracht.", by=life.max, **told) is None
    assert evaluate(words="", by=life.cast.actor(life.cast.sara), **told) is None
    assert close(life) is None
    assert "Hij luisterde goed." in world.browser(life.cast.max).get(own).content.decode()


def test_a_stranger_and_a_delegate_find_nothing(life):
    open_handovers(LATER)
    for who, desk in ((life.cast.otto, "client"), (life.cast.olga, "manager"), (life.cast.dirk, "client")):
        window = world.browser(who)
        assert window.get(reverse(f"{desk}:handover-page", args=[life.assignment])).status_code == 404
        assert window.get(reverse(f"{desk}:handover-card", args=[result_of(life).code])).status_code == 404


STEPS = st.lists(
    st.one_of(
        st.builds(
            lambda owner, measured, trained: ("card", owner, measured, trained),
            st.sampled_from(["", "Lies"]),
            st.booleans(),
            st.none() | st.integers(0, 5),
        ),
        st.just(("name",)),
        st.builds(lambda agrees: ("answer", agrees), st.booleans()),
    ),
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_index_made_again_from_the_journal_is_the_one_that_is_kept(life, steps):
    Handover.objects.all().delete()
    since = Entry.objects.count()
    open_handovers(LATER)
    for step in steps:
        play(life, step)
    row = Handover.objects.get()
    told = told_since(since)
    assert anchoring_after(told) == anchoring_of(row, on=LATER.date())


def play(life, step):
    match step:
        case ("card", owner, measured, trained):
            kept = AnchorCard.objects.first()
            said = {"owner": owner, "is_measured": measured, "trained": trained, "to_train": 5}
            write(life, version=kept.version if kept else 0, **said)
        case ("name",):
            name_successor(assignment=life.assignment, name="Sofie", by=life.carla, at=LATER)
        case (_answer, agrees):
            told = {"assignment": life.assignment, "agrees": agrees, "words": "Zo is het."}
            answer_for_successor(**told, by=life.carla, at=LATER)


def told_since(count):
    rows = Entry.objects.order_by("number").select_related("payload")[count:]
    return [(row.kind, row.payload.content) for row in rows]


def test_of_a_closed_assignment_nobody_is_asked_to_read_a_report_any_more(life):
    with time_machine.travel(LATER, tick=False):
        assert "/client/reports/" in world.browser(life.cast.carla).get("/client/").text
        assert close(life, Ending.EARLY, "Eerder klaar.") is None
        assert "/client/reports/" not in world.browser(life.cast.carla).get("/client/").text
