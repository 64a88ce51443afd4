"""A record from the night after the last day to the next match: who reads it when, and what comes of it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager, Proven
from interregnum.stages.choose.models import ManagerRow
from interregnum.stages.deliver.models import Assignment, Measurement
from interregnum.stages.guarantee.rules.reasons import Cause
from interregnum.stages.learn.actions import keep_proof
from interregnum.stages.learn.actions.keep_proof import fill_older
from interregnum.stages.learn.actions.keep_record import settle_proofs
from interregnum.stages.learn.actions.note_lines import note_records
from interregnum.stages.learn.actions.say import comment, contest, decide_contest
from interregnum.stages.learn.models import RecordLine
from interregnum.stages.learn.queries.pages import record_page
from interregnum.stages.learn.queries.replay import record_by_journal, record_stored
from interregnum.stages.learn.rules.lines import Kind
from interregnum.stages.learn.tests.learn_world import AFTER, OVER, SHOWN, ended, replaced, reviewed
from tests.life import Life
from tests.world import browser, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def life(db):
    return ended(make_cast())


def told(manager: Manager) -> dict[str, tuple[int, int]]:
    return {row.kind: (row.number, row.of) for row in RecordLine.objects.filter(manager=manager)}


def same(manager: Manager) -> bool:
    return record_by_journal(manager.code) == record_stored(manager.code) != {}


@pytest.mark.mission("B2", "F3")
def test_the_night_after_the_last_day_the_record_holds_what_was_measured(life):
    assert note_records(AFTER) == 1
    assert told(life.cast.max_profile) == {
        Kind.RESULTS: (1, 2),
        Kind.FIRST_RESULT: (20, 0),
        Kind.CLIENT: (80, 0),
        Kind.SHADOW: (70, 0),
        Kind.DEADLOCKS: (1, 0),
        Kind.ROLE_MIX: (25, 0),
    }
    assert same(life.cast.max_profile)
    mail = Mail.objects.get(template="mail/record_changed.txt")
    assert mail.to == life.cast.max_profile.email


def test_another_night_without_news_changes_nothing_and_mails_nobody(life):
    note_records(AFTER)
    assert note_records(AFTER + timedelta(days=1)) == 0
    assert Mail.objects.filter(template="mail/record_changed.txt").count() == 1


def test_a_firm_with_a_past_writes_one_mail_to_each_manager_however_many_assignments(life):
    """As after an upgrade: what ended long ago comes into record and proof, and nobody's mailbox is filled."""
    others = {Life(life.cast, until="reported").assignment for _number in range(2)}
    assert life.assignment not in others
    Assignment.objects.update(ends_on=OVER - timedelta(days=900))
    assert fill_older(AFTER) == 3
    assert RecordLine.objects.values("assignment").distinct().count() == 3
    assert Mail.objects.filter(template="mail/record_changed.txt").count() == 1
    assert fill_older(AFTER) == 0
    assert Mail.objects.filter(template="mail/record_changed.txt").count() == 1


def test_of_a_manager_whose_turn_it_is_all_comes_in_the_same_night(life, monkeypatch):
    monkeypatch.setattr(keep_proof, "A_NIGHT", 1)
    other = Life(life.cast, until="reported")
    Assignment.objects.update(ends_on=OVER - timedelta(days=900))
    assert other.assignment != life.assignment
    assert fill_older(AFTER) == 2
    assert Mail.objects.filter(template="mail/record_changed.txt").count() == 1


def test_an_assignment_that_runs_on_tells_nothing(life):
    Assignment.objects.filter(code=life.assignment).update(ends_on=OVER + timedelta(days=30))
    assert note_records(AFTER) == 0
    assert not RecordLine.objects.exists()


def test_the_manager_reads_it_at_once_and_the_bureau_two_weeks_later(life):
    note_records(AFTER)
    code = life.cast.max_profile.code
    assert len(record_page(code, seen_by=life.max, at=AFTER).lines) == 6
    assert record_page(code, seen_by=life.anton, at=SHOWN - timedelta(days=1)).lines == ()
    assert record_page(code, seen_by=life.anton, at=SHOWN - timedelta(days=1)).figures == ()
    assert len(record_page(code, seen_by=life.anton, at=SHOWN).lines) == 6


def test_a_line_that_changes_is_again_the_managers_first(life):
    note_records(AFTER)
    Measurement.objects.filter(result__assignment__code=life.assignment).update(value=4)
    later = SHOWN + timedelta(days=1)
    assert note_records(later) == 1
    assert told(life.cast.max_profile)[Kind.RESULTS] == (2, 2)
    seen = record_page(life.cast.max_profile.code, seen_by=life.anton, at=later).lines
    assert len(seen) == 5
    assert same(life.cast.max_profile)


def test_a_line_that_changed_after_the_bureau_let_it_stand_is_new_to_both(life):
    note_records(AFTER)
    line = RecordLine.objects.get(kind=Kind.CLIENT)
    asked = {"line": line.code, "by": life.max}
    assert contest(**asked, words="Te laag.", at=AFTER) is None
    assert isinstance(contest(**asked, words="Nog eens.", at=AFTER), Refused)
    decide_contest(line=line.code, is_struck=False, why="Zo gegeven.", by=life.anton, at=AFTER + timedelta(days=1))
    assert isinstance(contest(**asked, words="Nog eens.", at=AFTER + timedelta(days=2)), Refused)
    later = SHOWN + timedelta(days=1)
    reviewed(life.cast, Assignment.objects.get(code=life.assignment), date(2026, 8, 3), client=4, shadow=7)
    note_records(later)
    seen = record_page(life.cast.max_profile.code, seen_by=life.anton, at=later).lines
    assert line.code not in {one.code for one in seen}
    address = reverse("manager:learn-line", args=[line.code])
    assert b"Contest it" in browser(life.cast.max).get(address).content
    assert contest(**asked, words="Die dag was ik er niet.", at=later) is None
    line.refresh_from_db()
    assert [part in line.contest for part in ("Te laag.", "Zo gegeven.", "Die dag")] == [True] * 3
    assert (line.verdict, line.decided_at) == ("", None)
    assert decide_contest(line=line.code, is_struck=True, why="Klopt.", by=life.anton, at=later) is None
    assert isinstance(contest(**asked, words="Nog eens.", at=later), Refused)
    assert same(life.cast.max_profile)


@pytest.mark.mission("D4")
def test_what_the_manager_has_seen_becomes_evidence_for_the_next_match(life):
    before = Manager.objects.get(pk=life.cast.max_profile.pk)
    note_records(AFTER)
    assert settle_proofs(SHOWN - timedelta(days=1)) == 0
    assert not Proven.objects.exists()
    assert settle_proofs(SHOWN) == 1
    assert settle_proofs(SHOWN) == 0
    row, after = Proven.objects.get(), Manager.objects.get(pk=before.pk)
    assert (row.source, row.first_result_weeks, row.has_deadlock, row.is_confirmed) == (
        Assignment.objects.get(code=life.assignment).number, 3, True, True,
    )  # fmt: skip
    assert after.first_result_weeks == 3
    assert after.cases_with_referee >= before.cases_with_referee
    assert ManagerRow.objects.get(code=before.code).speed == 950


@pytest.mark.parametrize(
    ("cause", "counts"),
    [
        (Cause.MATCH, True),
        (Cause.MANAGER, True),
        (Cause.MANDATE, False),
        (Cause.SPONSOR, False),
        (Cause.CONTEXT, False),
        (Cause.ASSIGNMENT, False),
        (None, False),
    ],
)
def test_a_replacement_counts_against_the_next_match_only_by_its_own_cause(life, cause, counts):
    manager = life.cast.max_profile
    had = Manager.objects.get(pk=manager.pk).categories.get("change", 0)
    replaced(life, cause)
    note_records(AFTER)
    settle_proofs(SHOWN)
    assert (Kind.REPLACED in told(manager)) is counts
    now = Manager.objects.get(pk=manager.pk).categories.get("change", 0)
    assert now == (max(0, had - 1) if counts else max(1, had))
    assert same(manager)


def test_the_one_who_went_on_has_a_record_of_the_own_days_alone(life):
    replaced(life, Cause.MANDATE)
    note_records(AFTER)
    other = Manager.objects.get(email="opvolger@example.org")
    assert told(other) == {Kind.RESULTS: (1, 2)}


def test_a_line_that_the_bureau_strikes_counts_no_more_and_both_words_stay(life):
    note_records(AFTER)
    settle_proofs(SHOWN)
    line = RecordLine.objects.get(kind=Kind.DEADLOCKS)
    assert comment(line=line.code, words="Dat was de directie.", by=life.max, at=AFTER) is None
    assert contest(line=line.code, words="Dit deed ik niet.", by=life.max, at=AFTER) is None
    assert isinstance(contest(line=line.code, words="Nog eens.", by=life.max, at=AFTER), Refused)
    told_ = {"is_struck": True, "why": "Klopt."}
    assert decide_contest(line=line.code, **told_, by=life.anton, at=SHOWN) is None
    assert isinstance(decide_contest(line=line.code, **told_, by=life.anton, at=SHOWN), Refused)
    line.refresh_from_db()
    assert (line.comment, line.contest, line.verdict) == ("Dat was de directie.", "Dit deed ik niet.", "Klopt.")
    assert Kind.DEADLOCKS not in record_stored(life.cast.max_profile.code)
    assert same(life.cast.max_profile)
    assert Proven.objects.get().has_deadlock is False
    assert note_records(SHOWN) == 0


def test_the_bureau_reads_a_contested_line_at_once(life):
    note_records(AFTER)
    line = RecordLine.objects.get(kind=Kind.CLIENT)
    contest(line=line.code, words="Dit was een vergissing.", by=life.max, at=AFTER)
    assert [one.code for one in record_page(line.manager.code, seen_by=life.anton, at=AFTER).lines] == [line.code]
    assert Mail.objects.filter(template="mail/record_contested.txt").exists()


def test_through_the_pages_the_manager_contests_and_the_bureau_decides(life):
    note_records(AFTER)
    line = RecordLine.objects.get(kind=Kind.CLIENT)
    RecordLine.objects.update(shown_on=AFTER.date())
    max_, anton = browser(life.cast.max), browser(life.cast.anton)
    page = max_.get(reverse("manager:learn-record")).content.decode()
    assert "Score of the client" in page
    own = reverse("manager:learn-line", args=[line.code])
    assert max_.post(own, {"words": "Zij was ziek."}).status_code == 302
    assert max_.post(own, {"do": "contest", "words": "Een ander gaf dit."}).status_code == 302
    theirs = reverse("bureau:learn-line", args=[line.code])
    seen = anton.get(theirs).content.decode()
    assert "Zij was ziek." in seen
    assert "Een ander gaf dit." in seen
    assert anton.post(theirs, {"decision": "struck", "why": "Klopt."}).status_code == 302
    assert "Klopt." in max_.get(own).content.decode()
    record = reverse("bureau:learn-record", args=[life.cast.max_profile.code])
    assert "counts no more" in anton.get(record).content.decode()


@pytest.mark.parametrize("who", ["carla", "dirk", "sara"])
def test_nobody_else_reads_a_record(life, who):
    note_records(AFTER)
    line = RecordLine.objects.first()
    client = browser(getattr(life.cast, who))
    for address in ("manager:learn-line", "bureau:learn-line"):
        assert client.get(reverse(address, args=[line.code])).status_code == 404
    assert client.get(reverse("bureau:learn-record", args=[life.cast.max_profile.code])).status_code == 404
