"""H1: a manager dies: nobody writes to him or her any more, and somebody else writes what is handed over."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.people.deaths import note_death
from interregnum.people.models import Account, Manager
from interregnum.people.post import write_to
from interregnum.stages.contract.models import Contract
from interregnum.stages.guarantee.actions.hear import find_cause, say
from interregnum.stages.guarantee.models import HandOver
from interregnum.stages.guarantee.queries.clock import named_moments
from interregnum.stages.guarantee.queries.desks import GuaranteeWanted, guarantees_waiting
from interregnum.stages.guarantee.rules.reasons import Cause
from interregnum.stages.guarantee.rules.states import CaseState, Choice
from interregnum.stages.guarantee.tests.guarantee_world import (
    PRESSED,
    account_of_manager,
    asked,
    case_of,
    picked,
    press,
    read,
    says_yes,
    succeeded,
)
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.usefixtures("clock")]
WRITTEN = {"document": "Het plan ligt bij de directie.", "contacts": "Ans", "decisions": "", "version": "0"}
WHO = {"bureau": "anton", "shadow": "sara"}


def died(life, code: str) -> None:
    form = {"do": "died", "died": "on"}
    answer = browser(life.cast.anton).post(reverse("bureau:guarantee-case", args=[code]), form)
    assert answer.status_code == 302, answer.content.decode()


def to_max() -> list[str]:
    return list(Mail.objects.filter(to="max@example.org").exclude(state=MailState.WITHDRAWN).values_list("template"))


def test_no_mail_goes_to_a_manager_who_died_nor_one_that_waits(life):
    code = press(life, Choice.REPLACE)
    waits = Mail.objects.filter(to="max@example.org").order_by("pk").first()
    Mail.objects.exclude(pk=waits.pk).delete()
    Mail.objects.filter(pk=waits.pk).update(state=MailState.WAITING)
    died(life, code)
    assert to_max() == []
    write_to(email="max@example.org", language="nl", template="mail/guarantee_hearing.txt", name="Max", link="")
    browser(life.cast.anton).post(reverse("bureau:guarantee-case", args=[code]), {"do": "talk"})
    succeeded(life, code)
    assert to_max() == []
    assert not Manager.objects.get(pk=life.cast.max_profile.pk).is_active
    assert not Account.objects.get(pk=life.cast.max.pk).is_active


def test_whoever_died_is_not_heard_and_the_page_says_so(life):
    code = press(life, Choice.REPLACE)
    died(life, code)
    page = read(life.cast.anton, "bureau:guarantee-case", code)
    assert "Max Voorbeeld has died" in page
    assert "I spoke with the manager" not in page
    assert "has died" in read(life.cast.sara, "shadow:guarantee-case", code)
    told = {"complaint": code, "cause": Cause.CONTEXT, "words": "Geen.", "lesson": "Geen."}
    assert find_cause(**told, by=life.anton, at=PRESSED) is None


@pytest.mark.parametrize("desk", WHO)
def test_somebody_else_writes_the_hand_over_in_the_place_of_who_died(life, desk):
    code = press(life, Choice.REPLACE)
    person = getattr(life.cast, WHO[desk])
    address = reverse(f"{desk}:guarantee-hand-over", args=[code])
    assert browser(person).get(address).status_code == 404
    died(life, code)
    assert address in read(person, f"{desk}:guarantee-case", code)
    assert "in the place of Max Voorbeeld" in read(person, f"{desk}:guarantee-hand-over", code)
    assert browser(person).post(address, WRITTEN).status_code == 302
    kept = HandOver.objects.get(complaint__code=code)
    assert (kept.document, kept.written_by) == (WRITTEN["document"], person)
    noor = account_of_manager(succeeded(life, code).manager)
    for reader, page in (
        (noor, "manager:guarantee-take-over"),
        (life.cast.carla, "client:guarantee-case"),
        (life.cast.anton, "bureau:guarantee-case"),
    ):
        shown = read(reader, page, code)
        assert f"Written by {person.name} in the place of Max Voorbeeld" in shown, page


def test_a_manager_who_cannot_be_heard_is_written_for_as_well(life):
    """Somebody ill, who may come back and still writes in person."""
    code = press(life, Choice.REPLACE)
    noted = {"do": "not_heard", "not_heard": "Niet te bereiken."}
    browser(life.cast.anton).post(reverse("bureau:guarantee-case", args=[code]), noted)
    address = reverse("bureau:guarantee-hand-over", args=[code])
    assert browser(life.cast.anton).post(address, WRITTEN).status_code == 302
    own = reverse("manager:guarantee-hand-over", args=[code])
    assert browser(life.cast.max).post(own, WRITTEN | {"version": "1"}).status_code == 302
    assert HandOver.objects.get(complaint__code=code).written_by == life.cast.max


def test_nobody_else_writes_in_anybodys_place(life):
    code = press(life, Choice.REPLACE)
    died(life, code)
    for who in ("olga", "aad", "oscar", "carla"):
        person = browser(getattr(life.cast, who))
        for desk in WHO:
            answer = person.post(reverse(f"{desk}:guarantee-hand-over", args=[code]), WRITTEN)
            assert answer.status_code == 404, (who, desk)
    assert not HandOver.objects.exists()


def test_the_death_ends_the_contract_and_leaves_the_choice_to_the_client(life):
    code = press(life)
    died(life, code)
    contract = Contract.objects.get(code=life.contract)
    assert (contract.leaving, contract.runs_until) == ("died", PRESSED.date())
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert "First an improvement plan" not in page
    assert "I am content again" not in page
    address = reverse("client:guarantee-case", args=[code])
    assert browser(life.cast.carla).post(address, {"do": "settle"}).status_code == 422
    assert browser(life.cast.carla).post(address, {"do": "choose", "choice": "improve"}).status_code == 422
    assert browser(life.cast.carla).post(address, {"do": "choose", "choice": "replace"}).status_code == 302
    assert case_of(code).state == CaseState.REPLACING
    assert len(asked(code)) == 3


def test_the_bureau_notes_it_on_the_contract_too_and_the_manager_cannot(life):
    address = {desk: reverse(f"{desk}:contract-leaving", args=[life.contract]) for desk in ("bureau", "manager")}
    form = {"leaving": "died", "last_day": PRESSED.date().isoformat()}
    assert browser(life.cast.max).post(address["manager"], form).status_code == 422
    assert browser(life.cast.anton).post(address["bureau"], form).status_code == 302
    assert Manager.objects.get(pk=life.cast.max_profile.pk).died_at == PRESSED
    assert to_max() == []
    assert Mail.objects.filter(to="carla@example.org", template="mail/contract_left.txt").exists()


def says(life, code: str) -> None:
    assert say(complaint=code, words="Ik zie het anders.", by=life.max, at=PRESSED) is None


def reads_instead(life, code: str) -> bool:
    """The page and the desk of the bureau say the same."""
    address = reverse("bureau:guarantee-hand-over", args=[code])
    shown = address in read(life.cast.anton, "bureau:guarantee-case", code)
    lines = guarantees_waiting(seen_by=life.anton, at=PRESSED)
    assert shown == (GuaranteeWanted.HAND_OVER in {line.wanted for line in lines})
    return shown


def test_whoever_was_heard_and_died_is_written_for(life):
    code = press(life, Choice.REPLACE)
    says(life, code)
    assert not reads_instead(life, code)
    died(life, code)
    assert reads_instead(life, code)
    assert "Ik zie het anders." in read(life.cast.anton, "bureau:guarantee-case", code)


def test_whoever_was_heard_and_fell_ill_is_written_for(life):
    code = press(life, Choice.REPLACE)
    says(life, code)
    address = reverse("bureau:guarantee-case", args=[code])
    assert "The manager cannot write the hand-over" in read(life.cast.anton, "bureau:guarantee-case", code)
    noted = {"do": "not_heard", "not_heard": "Niet te bereiken."}
    assert browser(life.cast.anton).post(address, noted).status_code == 302
    assert reads_instead(life, code)
    page = read(life.cast.anton, "bureau:guarantee-case", code)
    assert "Ik zie het anders." in page and "Cannot write the hand-over: Niet te bereiken." in page
    assert browser(life.cast.anton).post(address, noted).status_code == 422


def test_the_desk_asks_no_more_for_more_who_died(life):
    code = press(life, Choice.REPLACE)
    says(life, code)
    with CaptureQueriesContext(connection) as before:
        guarantees_waiting(seen_by=life.anton, at=PRESSED)
    died(life, code)
    with CaptureQueriesContext(connection) as after:
        guarantees_waiting(seen_by=life.anton, at=PRESSED)
    assert len(after) == len(before)


def test_a_successor_who_dies_was_named_and_is_no_longer_to_be_picked(life):
    code = press(life, Choice.REPLACE)
    for one in asked(code):
        says_yes(life.cast, one)
    first = asked(code)[0]
    assert note_death(manager=first.manager.code, by=life.anton, at=PRESSED) is True
    assert len(list(named_moments(case_of(code)))) == 3
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert "cannot come any more" in page and first.manager.name not in page


def test_when_the_one_who_was_picked_dies_before_signing_the_client_looks_again(life):
    code = press(life, Choice.REPLACE)
    drawn = picked(life, code)
    assert note_death(manager=drawn.manager.code, by=life.anton, at=PRESSED) is True
    assert case_of(code).picked_at is None
    assert "The successor who was picked does not come" in read(life.cast.anton, "bureau:guarantee-case", code)
