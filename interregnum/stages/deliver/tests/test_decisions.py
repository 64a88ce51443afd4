"""Decisions: asked in a report, on the desk of who must decide, answered with one press, late ones in sight."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.people.models import Contact
from interregnum.stages.deliver.actions.decide import Followed, Needed, answer_decision
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.models import Assignment, Decision
from interregnum.stages.deliver.queries import decisions_overdue, decisions_to_take
from interregnum.stages.deliver.rules.states import DecisionState
from interregnum.stages.deliver.tests.deliver_world import a_week, make_assignment
from tests.world import NOW, TODAY, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")

WEEK = timedelta(weeks=1)
BUDGET = Needed(what="Het budget voor het tweede team", due_on=TODAY + WEEK, named="Directie")


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return make_assignment(cast)


def ask(cast: Cast, row: Assignment, *needed: Needed, **changes: Any) -> Decision:
    week = a_week(needed=needed or (BUDGET,), **changes)
    assert isinstance(report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=NOW), str)
    return Decision.objects.latest("pk")


def code_of(refused: Any) -> str:
    return str(refused.reasons[0].code)


def test_a_decision_is_asked_once_however_often_the_report_is_sent(cast: Cast, row: Assignment) -> None:
    first = ask(cast, row)
    again = ask(cast, row, Needed(what="het budget  voor het tweede team", due_on=TODAY, named="Directie"))
    assert (again, first.asked_on, first.state) == (first, TODAY, DecisionState.OPEN)
    assert Entry.objects.filter(kind="DecisionAsked").count() == 1


def test_a_day_that_is_over_and_a_contact_of_another_client_are_refused(cast: Cast, row: Assignment) -> None:
    by = cast.actor(cast.max)
    yesterday = Needed(what="Iets", due_on=TODAY - timedelta(days=1), named="Directie")
    assert code_of(report_week(assignment=row.code, week=a_week(needed=(yesterday,)), by=by, at=NOW)) == (
        "deliver.decision_day"
    )
    other = Contact.objects.create(organisation=cast.other_bank, name="Otto", email="otto@example.org")
    strange = Needed(what="Iets", due_on=TODAY, contact=other.code)
    assert code_of(report_week(assignment=row.code, week=a_week(needed=(strange,)), by=by, at=NOW)) == (
        "deliver.decision_of_whom"
    )
    assert not row.reports.exists()


def test_an_open_decision_is_not_moved_to_a_day_that_is_over_or_a_century_away(cast: Cast, row: Assignment) -> None:
    decision = ask(cast, row)
    where, about = reverse("manager:deliver-report", args=[row.code]), f"follow-{decision.code}"
    fields = {"mood": "good", "progress": "Team gesproken.", "version": "1", "role_mix_0": "40"}
    fields |= dict.fromkeys(("role_mix_1", "role_mix_2", "role_mix_3"), "20") | {f"{about}-state": "open"}
    for day in ("1900-01-01", "2126-01-01"):
        answer = browser(cast.max).post(where, fields | {f"{about}-due_on": day})
        assert answer.status_code == 422 and f"id_{about}-due_on_error" in answer.text and day in answer.text
        moved = Followed(code=decision.code, state=DecisionState.OPEN, due_on=date.fromisoformat(day))
        week = a_week(followed=(moved,), progress="Anders.")
        assert code_of(report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=NOW)) == (
            "deliver.decision_day"
        )
    decision.refresh_from_db()
    assert (decision.due_on, row.reports.get().progress) == (BUDGET.due_on, "Team gesproken.")
    # One that is overdue may stay as it was.
    Decision.objects.update(due_on=TODAY - WEEK)
    assert browser(cast.max).post(where, fields | {f"{about}-due_on": str(TODAY - WEEK)}).status_code == 302
    assert browser(cast.max).post(where, fields | {f"{about}-due_on": str(TODAY + WEEK)}).status_code == 302
    decision.refresh_from_db()
    assert decision.due_on == TODAY + WEEK


def test_carla_decides_with_one_press_and_the_second_answer_is_told(cast: Cast, row: Assignment) -> None:
    decision = ask(cast, row, Needed(what="Het budget", due_on=TODAY + WEEK, contact=cast.contact.code))
    desk = browser(cast.carla)
    address = reverse("client:deliver-decision", args=[decision.code])
    assert address in desk.get(reverse("client:home")).text
    assert desk.post(address, {"do": "agree"}).url == reverse("client:deliver-assignment", args=[row.code])
    decision.refresh_from_db()
    assert (decision.state, decision.words, decision.answered_by) == (DecisionState.TAKEN, "", cast.carla)
    late = answer_decision(decision=decision.code, words="Toch niet.", by=cast.actor(cast.carla), at=NOW)
    assert code_of(late) == "deliver.decision_settled"
    assert address not in desk.get(reverse("client:home")).text
    assert Entry.objects.filter(kind="DecisionSettled").count() == 1


def test_words_of_her_own_are_kept_and_asked_for_when_left_out(cast: Cast, row: Assignment) -> None:
    decision = ask(cast, row)
    desk, address = browser(cast.carla), reverse("client:deliver-decision", args=[decision.code])
    empty = desk.post(address, {"words": ""})
    assert (empty.status_code, "id_words_error" in empty.text) == (422, True)
    desk.post(address, {"words": "De helft, tot juli."})
    decision.refresh_from_db()
    assert (decision.state, decision.words) == (DecisionState.TAKEN, "De helft, tot juli.")
    assert "De helft, tot juli." in desk.get(address).text


def test_a_decision_is_on_the_desk_of_who_must_take_it_and_of_all_when_late(cast: Cast, row: Assignment) -> None:
    carla, otto = cast.actor(cast.carla), cast.actor(cast.otto)
    ask(cast, row, Needed(what="Aan een ander", due_on=TODAY + WEEK, contact=_another(cast).code))
    assert decisions_to_take(seen_by=carla, on=TODAY) == ()
    (line,) = decisions_to_take(seen_by=carla, on=TODAY + 2 * WEEK)
    assert (line.whom, decisions_to_take(seen_by=otto, on=TODAY + 2 * WEEK)) == ("Petra", ())


def _another(cast: Cast) -> Contact:
    """Somebody of the same bank who can sign in as well."""
    from interregnum.people.models import Account, Seat

    petra = Account.objects.create_user("petra@example.org", "x", name="Petra")
    Seat.objects.create(account=petra, role="client", organisation=cast.bank)
    return Contact.objects.create(organisation=cast.bank, name="Petra", email="petra@example.org")


def test_overdue_ones_stand_out_for_manager_bureau_and_on_the_page(cast: Cast, row: Assignment) -> None:
    row.state = "running"
    row.save()
    ask(cast, row)
    later = TODAY + 2 * WEEK
    for who in (cast.max, cast.bea):
        assert [line.what for line in decisions_overdue(seen_by=cast.actor(who), on=later)] == [BUDGET.what]
    assert decisions_overdue(seen_by=cast.actor(cast.olga), on=later) == ()
    with time_machine.travel(NOW + 2 * WEEK, tick=False):
        assert "Directie has not decided" in browser(cast.max).get(reverse("manager:home")).text
        page = browser(cast.bea).get(reverse("bureau:deliver-assignment", args=[row.code])).text
    assert "is open for 14 days" in page
    assert "Must act: Directie" in page


def test_max_settles_moves_and_drops_what_is_open(cast: Cast, row: Assignment) -> None:
    decision = ask(cast, row)
    by, later = cast.actor(cast.max), TODAY + 3 * WEEK
    about: dict[str, Any] = {"code": decision.code, "due_on": later}
    for state, words in ((DecisionState.OPEN, ""), (DecisionState.TAKEN, "Op de gang."), (DecisionState.DROPPED, "")):
        week = a_week(followed=(Followed(state=state, words=words, **about),))
        assert isinstance(report_week(assignment=row.code, week=week, by=by, at=NOW), str)
    decision.refresh_from_db()
    assert (decision.due_on, decision.state, decision.words) == (later, DecisionState.TAKEN, "Op de gang.")


def test_what_max_writes_of_a_decision_that_was_taken_meanwhile_is_told_to_him(cast: Cast, row: Assignment) -> None:
    decision = ask(cast, row)
    answer_decision(decision=decision.code, words="De helft.", by=cast.actor(cast.carla), at=NOW)
    typed = {"mood": "good", "progress": "Meer.", "role_mix_0": "40"}
    typed |= dict.fromkeys(("role_mix_1", "role_mix_2", "role_mix_3"), "20")
    typed |= {f"follow-{decision.code}-state": "dropped", f"follow-{decision.code}-words": "Niet meer nodig."}
    window = browser(cast.max)
    answer = window.post(reverse("manager:deliver-report", args=[row.code]), typed, follow=True)
    assert "De helft." in answer.text
    assert "Niet meer nodig." in answer.text
    decision.refresh_from_db()
    assert decision.words == "De helft."
