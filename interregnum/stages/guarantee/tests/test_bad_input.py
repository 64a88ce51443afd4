"""What comes twice, from the wrong person, too early, too late, or in the middle of something: each has its outcome."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.guarantee.actions.close import drop
from interregnum.stages.guarantee.actions.complain import Way, choose_way, complain
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.actions.hear import find_cause, note_not_heard
from interregnum.stages.guarantee.actions.stand_by import stand_by
from interregnum.stages.guarantee.models import Complaint, StandBy
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import CaseState, Choice, Dropped
from interregnum.stages.guarantee.tests.guarantee_world import (
    ON,
    PRESSED,
    account_of_manager,
    asked,
    case_of,
    picked,
    press,
    succeeded,
)
from interregnum.stages.guarantee.texts import REFUSALS
from tests.house.forms_of_guarantee import agreed_before
from tests.life import Life
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]
FORM = {"reason": "result", "words": "", "choice": "end"}


def told(life: Life, *, at=PRESSED, choice: Choice = Choice.END) -> str:
    """The code with which it is refused, "" when it is carried out."""
    way = Way(choice=choice)
    found = complain(assignment=life.assignment, reason=ComplaintReason.TRUST, words="", way=way, by=life.carla, at=at)
    return found.reasons[0].code if isinstance(found, Refused) else ""


def test_twice_is_refused_and_leads_to_the_case_that_runs(life):
    code = press(life)
    assert told(life) == "guarantee.running"
    address = reverse("client:guarantee-complain", args=[life.assignment])
    assert browser(life.cast.carla).get(address).url == reverse("client:guarantee-case", args=[code])
    page = browser(life.cast.carla).post(address, FORM)
    assert page.status_code == 422
    assert reverse("client:guarantee-case", args=[code]) in page.content.decode()
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("who", ["dirk", "otto", "max", "sara", "anton"])
def test_nobody_but_the_client_of_this_assignment_can_press(life, who):
    """A delegate who only approves hours, another client, the manager, the shadow manager, the bureau."""
    address = reverse("client:guarantee-complain", args=[life.assignment])
    assert browser(getattr(life.cast, who)).post(address, FORM).status_code == 404
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("who", ["dirk", "otto", "max", "olga", "oscar", "aad"])
def test_nobody_else_reads_or_chooses(life, who):
    code, person = press(life), browser(getattr(life.cast, who))
    for page in ("client:guarantee-case", "bureau:guarantee-case", "shadow:guarantee-case", "bureau:guarantee-proof"):
        assert person.get(reverse(page, args=[code])).status_code == 404, page
    person.post(reverse("client:guarantee-case", args=[code]), {"do": "choose", "choice": "end"})
    assert case_of(code).state == CaseState.OPEN


def test_before_the_start_there_is_nobody_to_replace(cast):
    life = Life(cast, until="cleared")
    assert told(life) == "guarantee.not_started"
    assert "Bel ons" in str(REFUSALS["guarantee.not_started"])


def test_after_the_end_it_is_over(life, clock):
    later = PRESSED + timedelta(weeks=40)
    assert told(life, at=later) == "guarantee.over"
    address = reverse("client:guarantee-complain", args=[life.assignment])
    clock.move_to(later)
    page = browser(life.cast.carla, language="nl").get(address).text
    assert str(REFUSALS["guarantee.over"]) in page
    # Nothing is promised beside it that is not done any more.
    assert 'name="reason"' not in page and "Wat er volgt" not in page


def test_during_a_replacement_and_before_the_successor_s_first_day_it_is_refused(life, clock):
    code = press(life, Choice.REPLACE)
    assert told(life) == "guarantee.running"
    succeeded(life, code)
    assert told(life) == "guarantee.running"
    # Closed on the successor's first day; from then on the guarantee holds for the successor as well.
    clock.move_to(PRESSED + timedelta(days=7))
    finish_replacements(PRESSED + timedelta(days=7))
    assert told(life, at=PRESSED + timedelta(days=7)) == ""
    second = Complaint.objects.first()
    assert (second.manager.name != "Max Voorbeeld", second.last_day) == (True, date(2026, 3, 23))
    assert Contract.objects.get(pk=second.contract_id).leaving == "ended"


def test_a_successor_may_be_replaced_as_well_and_each_has_their_own_days(life, clock):
    code = press(life, Choice.REPLACE)
    succeeded(life, code)
    later = PRESSED + timedelta(days=7)
    clock.move_to(later)
    finish_replacements(later)
    again = press(life, Choice.REPLACE, at=later)
    names = {one.manager.name for one in asked(again)}
    assert "Max Voorbeeld" not in names
    assert case_of(code).successor.manager.name not in names
    third = succeeded(life, again, at=later)
    row = Assignment.objects.get(code=life.assignment)
    assert (row.manager, row.tenures.count()) == (third.manager, 2)
    page = browser(life.cast.carla).get(reverse("client:guarantee-proof", args=[again])).content.decode()
    assert page.count("a day</li>") == 3


def test_a_manager_whose_last_day_came_is_being_replaced_already(life):
    gone = {"contract": life.contract, "leaving": Leaving.ILL, "last_day": date(2026, 3, 20)}
    assert leave(**gone, by=life.anton, at=PRESSED) is None
    assert told(life, at=PRESSED + timedelta(days=4)) == "guarantee.left"
    assert told(life, at=PRESSED + timedelta(days=5)) == "guarantee.left"


@pytest.mark.parametrize("choice", [Choice.END, Choice.REPLACE])
def test_a_manager_who_leaves_some_day_takes_no_right_of_the_client(life, choice):
    last_day = Contract.objects.get(code=life.contract).runs_until - timedelta(days=1)
    gone = {"contract": life.contract, "leaving": Leaving.RESIGNS, "last_day": last_day}
    assert leave(**gone, by=life.max, at=PRESSED) is None
    assert told(life, choice=choice) == ""
    assert Contract.objects.get(code=life.contract).runs_until == ON
    assert told(life) == ("guarantee.left" if choice == Choice.END else "guarantee.running")


def test_a_manager_who_falls_ill_while_the_client_chooses_takes_nothing_from_the_choice(life):
    code = press(life)
    gone = {"contract": life.contract, "leaving": Leaving.ILL, "last_day": date(2026, 3, 20)}
    assert leave(**gone, by=life.anton, at=PRESSED) is None
    way = Way(choice=Choice.REPLACE, last_day=date(2026, 3, 18))
    assert choose_way(complaint=code, way=way, by=life.carla, at=PRESSED) is None
    first, row = Contract.objects.get(code=life.contract), Assignment.objects.get(code=life.assignment)
    assert (first.runs_until, first.leaving, row.ends_on) == (date(2026, 3, 18), "replaced", first.ends_on)
    assert len(asked(code)) == 3


def test_a_manager_who_died_is_not_heard_and_the_cause_is_still_written_down(life):
    code = press(life, Choice.REPLACE)
    cause = {"complaint": code, "cause": Cause.CONTEXT, "words": "Overleden.", "lesson": "Geen.", "by": life.anton}
    assert find_cause(**cause, at=PRESSED).reasons[0].code == "guarantee.not_heard_yet"
    assert note_not_heard(complaint=code, why="Niet meer te bereiken.", by=life.anton, at=PRESSED) is None
    assert find_cause(**cause, at=PRESSED) is None
    assert find_cause(**cause, at=PRESSED).reasons[0].code == "guarantee.cause_there"


def test_a_bankrupt_client_s_case_is_closed_by_the_bureau_and_nobody_is_asked_any_more(life):
    code = press(life, Choice.REPLACE)
    closed = {"complaint": code, "dropped": Dropped.BANKRUPT, "why": "Uitspraak van maandag."}
    assert drop(**closed, by=life.anton, at=PRESSED) is None
    assert (case_of(code).state, case_of(code).closed_at) == (CaseState.DROPPED, PRESSED)
    assert {one.state for one in asked(code)} == {"not_chosen"}
    assert drop(**closed, by=life.anton, at=PRESSED).reasons[0].code == "guarantee.not_now"


def test_a_shadow_manager_who_has_gone_holds_nothing_up(life):
    type(life.cast.sara).objects.filter(pk=life.cast.sara.pk).update(is_active=False)
    Mail.objects.all().delete()
    press(life)
    told = set(Mail.objects.filter(template="mail/guarantee_invoked.txt").values_list("to", flat=True))
    assert told == {"bea@example.org", "anton@example.org"}


@pytest.mark.parametrize("day", [ON - timedelta(days=1), date(2027, 1, 1)])
def test_a_last_day_in_the_past_or_after_the_contract_is_refused_whole(life, day):
    way = Way(choice=Choice.REPLACE, last_day=day)
    found = complain(
        assignment=life.assignment, reason=ComplaintReason.TRUST, words="", way=way, by=life.carla, at=PRESSED
    )
    assert isinstance(found, Refused)
    assert not Complaint.objects.exists()
    assert Contract.objects.get(code=life.contract).left_at is None


def test_once_picked_nothing_else_is_chosen(life):
    code = press(life, Choice.REPLACE)
    picked(life, code)
    way = Way(choice=Choice.END)
    found = choose_way(complaint=code, way=way, by=life.carla, at=PRESSED)
    assert found.reasons[0].code == "guarantee.picked"


def test_who_declined_is_not_asked_again_when_the_client_looks_once_more(life):
    code = press(life, Choice.REPLACE)
    for one in asked(code):
        who = Actor(role=Role.MANAGER, code="who", manager=one.manager.code)
        assert answer_invitation(candidacy=one.code, agrees=False, remark="", by=who, at=PRESSED) is None
    page = browser(life.cast.carla).get(reverse("client:guarantee-case", args=[code])).content.decode()
    assert "Nobody is free on these terms now" in page
    assert page.count(">said no<") == 3


def test_standing_by_is_for_who_agreed_before_and_is_taken_back_at_will(life):
    code = agreed_before(life)
    assert stand_by(candidacy=code, agrees=True, by=life.max, at=PRESSED) is None
    assert StandBy.objects.get().until == ON + timedelta(weeks=26)
    assert stand_by(candidacy=code, agrees=False, by=life.max, at=PRESSED) is None
    assert not StandBy.objects.exists()
    refused = stand_by(candidacy=life.candidacy, agrees=True, by=life.max, at=PRESSED)
    assert refused.reasons[0].code == "guarantee.not_a_candidate"


def test_the_successor_reads_nothing_of_why(life):
    code = press(life, Choice.REPLACE)
    noor = browser(account_of_manager(succeeded(life, code).manager))
    page = noor.get(reverse("manager:guarantee-take-over", args=[code])).content.decode()
    assert "results stay behind" not in page
    assert "niets van terecht" not in page
