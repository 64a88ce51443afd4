"""A manager who cannot work for longer than signed: the client chooses to wait, or to have another looked for."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.http import Http404
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.flow.due import NIGHTLY
from interregnum.jobs.models import Mail
from interregnum.kernel.period import AMSTERDAM
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.models import Proposal
from interregnum.stages.choose.rules.states import ProposalState
from interregnum.stages.contract.actions import absence
from interregnum.stages.contract.actions.absence import (
    ask_about_absences,
    choose_about_absence,
    note_absence,
    note_return,
)
from interregnum.stages.contract.actions.give_notice import give_notice
from interregnum.stages.contract.actions.honour_guarantee import honour_guarantee
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.absence import Choice, is_long
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.deliver.models import Assignment
from tests.life import Life
from tests.world import Cast, browser

# Good Friday and Easter Monday fall in these weeks: the eleventh working day is Tuesday 14 April.
SINCE, LAST_QUIET, ASKED_ON = date(2026, 3, 27), date(2026, 4, 12), date(2026, 4, 14)


def night(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 4, tzinfo=AMSTERDAM)


@pytest.fixture
def life(cast: Cast) -> Life:
    life = Life(cast, until="reported")
    assert note_absence(contract=life.contract, since=SINCE, by=life.max, at=night(SINCE)) is None
    return life


def mailed() -> list[tuple[str, str]]:
    rows = Mail.objects.filter(template__in=("mail/contract_absent.txt", "mail/manager_absent.txt"))
    return sorted(rows.values_list("template", "to"))


def test_the_night_after_ten_working_days_asks_client_and_bureau_once(life: Life) -> None:
    assert ask_about_absences in NIGHTLY
    day = SINCE
    while day < ASKED_ON:
        assert ask_about_absences(night(day)) == 0, day
        day += timedelta(days=1)
    assert [ask_about_absences(night(ASKED_ON + timedelta(days=more))) for more in (0, 0, 1)] == [1, 1, 1]
    assert mailed() == [
        ("mail/contract_absent.txt", "carla@example.org"),
        ("mail/manager_absent.txt", life.cast.anton.email),
    ]
    with time_machine.travel(night(ASKED_ON), tick=False):
        for person, desk in ((life.cast.carla, "client"), (life.cast.anton, "bureau")):
            assert reverse(f"{desk}:contract-absence", args=[life.contract]) in browser(person).get(f"/{desk}/").text
        own = browser(life.cast.anton).get(reverse("bureau:contract-absence", args=[life.contract])).text
    assert reverse("bureau:contract-leaving", args=[life.contract]) in own


def test_the_client_waits_and_is_asked_again_after_as_many_days(life: Life) -> None:
    carla, address = browser(life.cast.carla), reverse("client:contract-absence", args=[life.contract])
    with time_machine.travel(night(ASKED_ON), tick=False):
        assert carla.post(address, {"choice": "wait"}).status_code == 302
        assert address not in carla.get("/client/").text
        assert carla.post(address, {"choice": "wait"}).status_code == 422
    ask_about_absences(night(ASKED_ON))
    assert mailed() == []
    # King's Day is a Monday in these weeks.
    again = date(2026, 4, 29)
    assert ask_about_absences(night(again - timedelta(days=1))) == 0
    assert ask_about_absences(night(again)) == 1


def test_the_client_has_another_looked_for_by_the_path_of_whoever_cannot_go_on(life: Life) -> None:
    carla, address = browser(life.cast.carla), reverse("client:contract-absence", args=[life.contract])
    with time_machine.travel(night(ASKED_ON), tick=False):
        assert carla.post(address, {"choice": "replace"}).status_code == 302
    row = Contract.objects.get(code=life.contract)
    assert (row.runs_until, row.leaving) == (ASKED_ON, Leaving.AWAY)
    assert (row.absent_since, row.awaited_since) == (None, None)
    assert Assignment.objects.get().ends_on == ASKED_ON
    assert Proposal.objects.get(code=life.proposal).state == ProposalState.ENDED
    assert row.brief.state == BriefState.AGREED
    # Who chose it just now is not written that it is so.
    templates = set(Mail.objects.values_list("template", flat=True))
    assert "mail/contract_left.txt" not in templates and "mail/contract_leave.txt" in templates
    assert ask_about_absences(night(ASKED_ON + timedelta(days=1))) == 0


def test_who_works_again_is_asked_about_no_more_and_nothing_of_it_is_kept(life: Life) -> None:
    assert note_return(contract=life.contract, by=life.anton, at=night(ASKED_ON)) is None
    assert (
        note_return(contract=life.contract, by=life.max, at=night(ASKED_ON)).reasons[0].code == "contract.absent_over"
    )
    assert ask_about_absences(night(ASKED_ON)) == 0
    row = Contract.objects.get(code=life.contract)
    assert (row.absent_since, row.awaited_since) == (None, None)


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (SINCE + timedelta(days=1), "contract.absent_to_come"),
        (date(2026, 3, 8), "contract.absent_outside"),
        (SINCE, "contract.absent_already"),
    ],
)
def test_what_cannot_be_noted_is_refused(life: Life, since: date, code: str) -> None:
    assert note_absence(contract=life.contract, since=since, by=life.anton, at=night(SINCE)).reasons[0].code == code


def test_the_client_chooses_nothing_before_it_is_long_and_nobody_else_knows(life: Life) -> None:
    address = reverse("client:contract-absence", args=[life.contract])
    with time_machine.travel(night(LAST_QUIET), tick=False):
        assert browser(life.cast.carla).post(address, {"choice": "replace"}).status_code == 422
    assert Contract.objects.get(code=life.contract).left_at is None
    with pytest.raises(Http404):
        note_absence(contract=life.contract, since=SINCE, by=life.cast.actor(life.cast.olga), at=night(SINCE))


def test_while_a_notice_term_runs_an_absence_is_noted_and_read_but_nothing_is_chosen(life: Life) -> None:
    last = ASKED_ON + timedelta(days=30)
    assert give_notice(contract=life.contract, last_day=last, by=life.anton, at=night(ASKED_ON)) is None
    assert ask_about_absences(night(ASKED_ON)) == 0
    client = reverse("client:contract-absence", args=[life.contract])
    with time_machine.travel(night(ASKED_ON), tick=False):
        carla, max_ = browser(life.cast.carla, language="en"), browser(life.cast.max, language="en")
        assert "No work could be done since" in carla.get(client).text and 'name="choice"' not in carla.get(client).text
        assert carla.post(client, {"choice": "replace"}).status_code == 422
        agreements = [
            (who, reverse(f"{desk}:contract-contract", args=[life.contract]))
            for desk, who in (("client", carla), ("manager", max_), ("bureau", browser(life.cast.anton)))
        ]
        assert all("/absence/" in who.get(address).text for who, address in agreements)
    assert note_return(contract=life.contract, by=life.max, at=night(ASKED_ON)) is None
    again = {"contract": life.contract, "by": life.max}
    assert note_absence(**again, since=last, at=night(last - timedelta(days=1))) is not None
    assert note_absence(**again, since=ASKED_ON, at=night(last - timedelta(days=1))) is None
    with time_machine.travel(night(last + timedelta(days=1)), tick=False):
        assert "/absence/" not in browser(life.cast.carla).get(agreements[0][1]).text


def test_when_the_contract_is_over_nothing_of_it_is_kept(life: Life) -> None:
    ends = Contract.objects.get(code=life.contract).ends_on
    ask_about_absences(night(ends))
    assert Contract.objects.get(code=life.contract).absent_since == SINCE
    ask_about_absences(night(ends + timedelta(days=1)))
    assert Contract.objects.get(code=life.contract).absent_since is None


def test_who_is_replaced_under_the_guarantee_is_absent_no_more(life: Life) -> None:
    told = {"contract": life.contract, "leaving": Leaving.REPLACED, "last_day": ASKED_ON, "by": life.carla}
    assert honour_guarantee(**told, at=night(ASKED_ON))
    assert Contract.objects.get(code=life.contract).absent_since is None


def test_on_the_last_day_nothing_is_asked_that_cannot_be_done(life: Life) -> None:
    ends = Contract.objects.get(code=life.contract).ends_on
    assert ask_about_absences(night(ends - timedelta(days=1))) == 1
    assert ask_about_absences(night(ends)) == 0
    wait = {"contract": life.contract, "choice": Choice.WAIT, "by": life.carla}
    assert choose_about_absence(**wait, at=night(ends)).reasons[0].code == "contract.absent_not_long"


def test_who_chooses_to_wait_while_the_contract_ends_beside_it_waits_for_nobody(life: Life, monkeypatch) -> None:
    stale = Contract.objects.select_related("brief__request", "organisation", "manager").get(code=life.contract)
    Contract.objects.filter(pk=stale.pk).update(left_at=night(ASKED_ON))
    monkeypatch.setattr(absence, "contract_of", lambda *_a, **_k: stale)
    wait = {"contract": life.contract, "choice": Choice.WAIT, "by": life.carla}
    assert choose_about_absence(**wait, at=night(ASKED_ON)).reasons[0].code == "contract.absent_not_long"


@given(st.dates(date(2025, 12, 15), date(2026, 6, 15)), st.integers(1, 15), st.integers(0, 40))
def test_it_is_long_from_the_next_working_day_on_and_stays_so(since: date, days: int, later: int) -> None:
    closed = dutch_holidays(2025) | dutch_holidays(2026)
    asked = next(
        day
        for day in (since + timedelta(days=number) for number in range(80))
        if is_long(day and since, on=day, days=days, closed=closed)
    )
    assert asked.weekday() < 5 and asked not in closed
    assert is_long(since, on=asked + timedelta(days=later), days=days, closed=closed)
    assert (asked - since).days >= days
