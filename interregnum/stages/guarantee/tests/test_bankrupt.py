"""H2: a client is bankrupt: what still runs there is named, with what to do about each, until that is done."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.guarantee.models import TrusteeWord
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import ON, PRESSED, could_succeed, press, read
from tests.life import Life
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]
RUNS = "What still runs at"
WORDS = "De curator betaalt per week vooruit."


def bankrupt(life, code: str) -> None:
    form = {"do": "drop", "dropped": "bankrupt", "why": "Uitspraak van maandag."}
    answer = browser(life.cast.anton).post(reverse("bureau:guarantee-case", args=[code]), form)
    assert answer.status_code == 302


def desk(person) -> str:
    return browser(person).get(reverse("bureau:home")).content.decode()


@pytest.mark.parametrize("choice", [Choice.UNSURE, Choice.REPLACE])
def test_page_and_desk_name_what_still_runs_and_what_to_do(life, choice):
    code, number = press(life, choice), Assignment.objects.get(code=life.assignment).number
    Mail.objects.all().delete()
    bankrupt(life, code)
    page = read(life.cast.anton, "bureau:guarantee-case", code)
    assert RUNS in page
    assert number in page
    assert reverse("bureau:handover-page", args=[life.assignment]) in page
    assert "the trustee may invoke the guarantee" in page
    assert ("Nobody works on it after" in page) is (choice == Choice.REPLACE)
    assert f"Bankrupt: say how {number} goes on" in desk(life.cast.anton)
    told = set(Mail.objects.filter(template="mail/guarantee_bankrupt.txt").values_list("to", flat=True))
    assert told == {"bea@example.org"}


def test_every_assignment_of_the_client_is_named_also_one_without_a_case(life):
    could_succeed("Rosa")
    code = press(life)
    second = Life(life.cast, until="running")
    bankrupt(life, code)
    page = read(life.cast.anton, "bureau:guarantee-case", code)
    for each in (life, second):
        assert Assignment.objects.get(code=each.assignment).number in page


def note(person, assignment: str, words: str = WORDS) -> int:
    address = reverse("bureau:guarantee-trustee", args=[assignment])
    return browser(person).post(address, {"words": words}).status_code


def test_what_goes_on_with_the_trustee_leaves_the_desk_and_is_kept(life):
    code = press(life)
    assert note(life.cast.anton, life.assignment) == 404
    bankrupt(life, code)
    assert reverse("bureau:guarantee-trustee", args=[life.assignment]) in read(
        life.cast.anton, "bureau:guarantee-case", code
    )
    assert note(life.cast.anton, life.assignment, "") == 422
    assert note(life.cast.anton, "x") == 404
    assert note(life.cast.anton, life.assignment) == 302
    assert "Bankrupt: say how" not in desk(life.cast.anton)
    assert WORDS in read(life.cast.anton, "bureau:guarantee-case", code)
    assert WORDS in read(life.cast.anton, "bureau:guarantee-trustee", life.assignment)
    assert note(life.cast.anton, life.assignment) == 422
    assert TrusteeWord.objects.count() == 1
    # Whoever acts for the client now invokes it as the client could.
    assert press(life, at=PRESSED + timedelta(hours=1)) != code


def test_whoever_guards_another_assignment_there_opens_what_desk_and_mail_point_to(life):
    """The case is not theirs; the assignment that they guard is."""
    could_succeed("Rosa")
    code, second = press(life), Life(life.cast, until="running")
    guard = life.cast.aad
    Assignment.objects.filter(code=second.assignment).update(owner=guard)
    Mail.objects.all().delete()
    bankrupt(life, code)
    address = reverse("bureau:guarantee-trustee", args=[second.assignment])
    assert f'href="{address}"' in desk(guard)
    told = Mail.objects.filter(template="mail/guarantee_bankrupt.txt", to=guard.email)
    assert [address in mail.text for mail in told] == [True]
    assert RUNS in read(guard, "bureau:guarantee-trustee", second.assignment)
    assert note(guard, life.assignment) == 404
    assert note(guard, second.assignment) == 302
    assert "Bankrupt: say how" not in desk(guard)


def test_an_assignment_of_after_the_bankruptcy_does_not_wait_for_the_trustee(life, clock):
    """A new start, or one that the trustee signed."""
    could_succeed("Rosa")
    code = press(life)
    bankrupt(life, code)
    clock.move_to(PRESSED + timedelta(days=30))
    later = Life(life.cast, until="running")
    row = Assignment.objects.get(code=later.assignment)
    Contract.objects.filter(pk=row.contract_id).update(drawn_at=PRESSED + timedelta(days=10))
    Assignment.objects.filter(pk=row.pk).update(starts_on=ON + timedelta(days=20))
    number = Assignment.objects.get(code=life.assignment).number
    assert f"Bankrupt: say how {number} goes on" in desk(life.cast.anton)
    assert f"Bankrupt: say how {row.number} goes on" not in desk(life.cast.anton)
    assert row.number not in read(life.cast.anton, "bureau:guarantee-case", code)
    assert note(life.cast.anton, later.assignment) == 404


def test_what_is_closed_leaves_the_desk(life):
    code = press(life)
    bankrupt(life, code)
    Assignment.objects.filter(code=life.assignment).update(state=AssignmentState.CLOSED)
    assert "Bankrupt: say how" not in desk(life.cast.anton)
    assert "Nothing runs at" in read(life.cast.anton, "bureau:guarantee-case", code)


def test_a_case_closed_for_another_reason_says_nothing_of_it(life):
    code = press(life)
    form = {"do": "drop", "dropped": "mistake", "why": "Verkeerde knop."}
    browser(life.cast.anton).post(reverse("bureau:guarantee-case", args=[code]), form)
    assert RUNS not in read(life.cast.anton, "bureau:guarantee-case", code)
    assert "Bankrupt: say how" not in desk(life.cast.anton)


def test_client_and_shadow_manager_read_nothing_of_what_is_agreed_with_the_trustee(life):
    code = press(life)
    bankrupt(life, code)
    for person, page in ((life.cast.carla, "client:guarantee-case"), (life.cast.sara, "shadow:guarantee-case")):
        assert RUNS not in read(person, page, code)
