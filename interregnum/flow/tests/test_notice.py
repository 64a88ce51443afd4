"""Ordinary notice: a running contract ends early for both sides, on a day that the notice as signed allows."""

from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.period import local_day
from interregnum.stages.contract.actions.give_notice import give_notice
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.ending import ends_near
from interregnum.stages.contract.rules.ending import Leaving, Notice, fault_of_notice, fault_of_resigning
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import Review
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.handover.rules.ending import fault_of_ending
from interregnum.stages.handover.rules.states import Ending
from interregnum.web.templatetags.web import day
from tests.life import STARTS_ON, Life
from tests.world import NOW, PASSWORD, Cast, browser

AT = NOW + timedelta(days=14)
ON = local_day(AT)
EARLIEST = ON + timedelta(days=30)


@pytest.fixture
def life(cast: Cast) -> Life:
    return Life(cast, until="reported")


def gives(life: Life, *, by=None, last_day: date = EARLIEST, at=AT):
    return give_notice(contract=life.contract, last_day=last_day, by=by or life.carla, at=at)


def written(on: date) -> str:
    with translation.override("en"):
        return day(on, "long")


def code_of(refused) -> str:
    return refused.reasons[0].code


def test_the_client_reads_what_ends_when_and_ends_it_with_one_press(life: Life) -> None:
    carla, address = browser(life.cast.carla, language="en"), reverse("client:contract-notice", args=[life.contract])
    with time_machine.travel(AT, tick=False):
        assert address in carla.get(reverse("client:contract-contract", args=[life.contract])).text
        page = carla.get(address).text
        assert written(EARLIEST) in page and "the notice is 30 days" in page
        assert reverse("client:guarantee-complain", args=[life.assignment]) in page
        later = EARLIEST + timedelta(days=9)
        assert f"it ends on {written(later)}" in carla.get(f"{address}?last_day={later}").text
        early = carla.post(address, {"last_day": EARLIEST - timedelta(days=1)})
        assert early.status_code == 422 and f"{EARLIEST:%d-%m-%Y}" in early.text
        # What is pressed next is what the button says.
        assert f"it ends on {written(EARLIEST)}" in early.text and f'value="{EARLIEST}" id="id_last_day"' in early.text
        assert carla.post(address, {"last_day": EARLIEST}).status_code == 302
        again = carla.get(address).text
        agreement = carla.get(reverse("client:contract-contract", args=[life.contract])).text
    assert "Ordinary notice given" in agreement and "by the client, " in agreement
    assert "has an earlier last day already" in again and "btn-danger" not in again
    contract = Contract.objects.get(code=life.contract)
    assert (contract.runs_until, contract.leaving) == (EARLIEST, Leaving.BY_CLIENT)
    assert Assignment.objects.get(code=life.assignment).ends_on == EARLIEST
    told = {(mail.template, mail.to) for mail in Mail.objects.filter(template__contains="notice")}
    assert told == {
        ("mail/contract_notice.txt", "carla@example.org"),
        ("mail/contract_notice.txt", life.cast.max.email),
        ("mail/notice_given.txt", life.cast.anton.email),
    }
    assert {"NoticeGiven", "TermMoved"} <= set(Entry.objects.values_list("kind", flat=True))
    # Nothing to ask any more as the last day comes near, and no talk is planned after it.
    assert ends_near(seen_by=life.carla, on=EARLIEST - timedelta(days=5)) == ()
    assert not Review.objects.filter(due_on__gt=EARLIEST, state="planned").exists()


def test_a_page_that_is_given_back_sends_the_day_that_its_button_says(life: Life) -> None:
    carla, address = browser(life.cast.carla, language="en"), reverse("client:contract-notice", args=[life.contract])
    with time_machine.travel(AT, tick=False):
        carla.get(address)
        carla.cookies.pop(settings.SESSION_COOKIE_NAME)
        sign_in = carla.post(address, {"last_day": EARLIEST + timedelta(days=9)}).headers["Location"]
        page = carla.post(sign_in, {"login": life.cast.carla.email, "password": PASSWORD}, follow=True).text
    assert "Your session had ended" in page
    assert f"it ends on {written(EARLIEST)}" in page and f'value="{EARLIEST}" id="id_last_day"' in page


def test_the_firm_gives_notice_and_the_hand_over_can_be_closed_as_an_early_end(life: Life) -> None:
    assert gives(life, by=life.anton, last_day=EARLIEST + timedelta(days=3)) is None
    row = Contract.objects.get(code=life.contract)
    assert row.leaving == Leaving.BY_FIRM
    facts = {"on": row.runs_until, "ends_on": row.runs_until, "agreed": row.ends_on, "leaving": row.leaving}
    assert fault_of_ending(Ending.EARLY, **facts, is_client_there=True) is None
    assert fault_of_ending(Ending.MANAGER_LEFT, **facts, is_client_there=True) is not None


def test_nobody_else_ends_it(life: Life) -> None:
    with pytest.raises(Http404):
        gives(life, by=life.cast.actor(life.cast.olga))
    assert browser(life.cast.max).get(f"/manager/contracts/{life.contract}/notice/").status_code == 404


def test_notice_that_cannot_be_is_refused_with_what_can_be_done_instead(life: Life) -> None:
    ends = Contract.objects.get(code=life.contract).ends_on
    before = NOW + timedelta(days=1)
    assert code_of(gives(life, last_day=EARLIEST, at=before)) == "contract.notice_before_start"
    assert code_of(gives(life, last_day=EARLIEST - timedelta(days=1))) == "contract.notice_too_early"
    assert code_of(gives(life, last_day=ends)) == "contract.left_too_late"
    late = AT + (ends - ON) - timedelta(days=30)
    assert code_of(gives(life, last_day=ends - timedelta(days=1), at=late)) == "contract.notice_too_late"
    assert code_of(gives(life, last_day=ends, at=AT + (ends - ON) + timedelta(days=1))) == "contract.notice_over"
    way = Way(choice=Choice.TALK)
    told = {"assignment": life.assignment, "reason": ComplaintReason.RESULT, "words": "", "way": way}
    assert isinstance(complain(**told, by=life.carla, at=AT), str)
    assert code_of(gives(life)) == "contract.notice_guarantee"
    assert Contract.objects.get(code=life.contract).runs_until == ends
    assert Assignment.objects.get().ends_on == ends


def test_notice_is_given_once_and_does_not_take_the_guarantee_away(life: Life) -> None:
    assert gives(life) is None
    assert code_of(gives(life, by=life.anton)) == "contract.notice_left"
    gone = leave(contract=life.contract, leaving=Leaving.RESIGNS, last_day=EARLIEST, by=life.max, at=AT)
    assert code_of(gone) == "contract.left_already"
    told = {"assignment": life.assignment, "reason": ComplaintReason.RESULT, "words": ""}
    assert isinstance(complain(**told, way=Way(choice=Choice.END), by=life.carla, at=AT), str)
    assert Contract.objects.get(code=life.contract).runs_until == ON


def test_a_manager_who_resigns_keeps_the_notice_as_signed_unless_the_client_agrees(life: Life) -> None:
    early = {"contract": life.contract, "leaving": Leaving.RESIGNS, "last_day": EARLIEST - timedelta(days=1)}
    assert code_of(leave(**early, by=life.max, at=AT)) == "contract.resigns_too_early"
    # A word of their own that somebody agreed does not count.
    assert leave(**early, agreed_by="Carla Klant", by=life.max, at=AT) is not None
    with time_machine.travel(AT, tick=False):
        page = browser(life.cast.max, language="en").get(reverse("manager:contract-leaving", args=[life.contract])).text
    assert written(EARLIEST) in page
    assert leave(**early, agreed_by="Carla Klant", by=life.anton, at=AT) is None
    row = Contract.objects.get(code=life.contract)
    assert (row.runs_until, row.decided_by) == (early["last_day"], "Carla Klant")


def test_who_is_ill_keeps_to_no_notice(life: Life) -> None:
    assert leave(contract=life.contract, leaving=Leaving.ILL, last_day=ON, by=life.max, at=AT) is None


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (str(EARLIEST - timedelta(days=1)), f"{EARLIEST:%d-%m-%Y} is the earliest last day"),
        ("2030-01-01", "Choose a day before its last one"),
        ("morgen", "This is no day"),
    ],
)
def test_a_day_that_cannot_be_is_told_why_and_has_no_button(life: Life, asked: str, why: str) -> None:
    address = reverse("client:contract-notice", args=[life.contract])
    with time_machine.travel(AT, tick=False):
        page = browser(life.cast.carla, language="en").get(address, {"last_day": asked}).text
    assert why in page
    assert "it ends on" not in page and "btn-danger" not in page
    assert f'min="{EARLIEST}"' in page


@given(st.integers(0, 120), st.integers(-10, 200), st.integers(-30, 400))
def test_the_last_day_is_never_sooner_than_signed_and_always_before_the_end(days: int, chosen: int, left: int) -> None:
    notice = Notice(starts_on=STARTS_ON - timedelta(days=90), runs_until=STARTS_ON + timedelta(days=left), days=days)
    last_day = STARTS_ON + timedelta(days=chosen)
    allowed = fault_of_notice(notice, last_day, on=STARTS_ON) is None
    assert allowed == (days <= chosen < left)
    assert (fault_of_resigning(notice, last_day, agreed_by="", on=STARTS_ON) is None) == (
        days <= chosen and days < left
    )
