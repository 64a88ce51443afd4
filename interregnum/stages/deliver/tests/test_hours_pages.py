"""Hours through the browser: written on a phone, approved in one press, followed by the bureau."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.deliver.models import Assignment, HoursWeek, TakenOver
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.tests.test_hours import running, sent, week
from tests.world import NOW, TODAY, Cast, browser


@pytest.fixture(autouse=True)
def on_friday() -> Any:
    with time_machine.travel(NOW + timedelta(days=4), tick=False):
        yield


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return running(cast)


def write_url(row: Assignment, query: str = "") -> str:
    return reverse("manager:deliver-hours", args=[row.code]) + query


def days(**typed: str) -> dict[str, str]:
    return {f"day_{number}": "" for number in range(7)} | {"version": "0", "do": "send", "once": "a"} | typed


def test_max_fills_a_week_in_with_one_press_and_sends_it(cast, row, django_assert_max_num_queries):
    window = browser(cast.max)
    with django_assert_max_num_queries(15):
        page = window.get(write_url(row, "?fill=contract"))
    assert [page.context["form"][f"day_{number}"].value() for number in range(5)] == ["8:00"] * 4 + [None]
    answer = window.post(write_url(row), days(day_0="8", day_1="7,5", day_2="7:30", day_4="0:15"))
    assert answer.status_code == 302
    hours = HoursWeek.objects.get()
    assert [day.minutes for day in hours.days.all()] == [480, 450, 450, 0, 15, 0, 0]
    assert (hours.state, hours.sent_by) == (HoursState.SENT, cast.max)
    # Next week begins as this one with one press, up to today.
    with time_machine.travel(NOW + timedelta(days=9), tick=False):
        page = browser(cast.max).get(write_url(row, f"?week={TODAY + timedelta(days=7)}&fill=before"))
    assert [page.context["form"][f"day_{number}"].value() for number in range(4)] == ["8:00", "7:30", "7:30", None]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day_0": "25"}, "This day has 24 hours"),
        ({"day_0": "-2"}, "less than nothing"),
        ({"day_5": "4"}, "has not come yet"),
        ({"day_0": "acht"}, "Write hours as 8"),
        ({"version": "7"}, "changed in another window"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(cast, row, typed, words):
    answer = browser(cast.max).post(write_url(row), days(day_1="6,25") | typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="6,25"' in answer.content.decode()
    assert not HoursWeek.objects.exists()


def test_a_day_outside_the_term_is_refused(cast):
    row = running(cast, starts_on=TODAY + timedelta(days=2))
    answer = browser(cast.max).post(write_url(row), days(day_0="8", day_2="8"))
    assert "outside the term" in answer.content.decode()
    assert not HoursWeek.objects.exists()


def test_dirk_sees_the_week_on_his_desk_and_approves_it(cast, row, django_assert_max_num_queries):
    hours, window = sent(cast, row), browser(cast.dirk)
    address = reverse("client:deliver-hours-week", args=[hours.code])
    assert address in window.get(reverse("client:home")).content.decode()
    with django_assert_max_num_queries(15):
        assert "32:00" in window.get(address).content.decode()
    assert window.post(address, {"do": "approve", "version": "1", "once": "b"}).status_code == 302
    hours.refresh_from_db()
    assert (hours.state, hours.answered_by) == (HoursState.APPROVED, cast.dirk)
    assert browser(cast.dora).get(address).status_code == 404
    assert window.get(reverse("client:deliver-hours", args=[row.code])).status_code == 200


def test_carla_sends_a_day_back_and_max_reads_why(cast, row):
    hours, window = sent(cast, row), browser(cast.carla)
    address = reverse("client:deliver-hours-week", args=[hours.code])
    empty = window.post(address, {"do": "back", "version": "1", "once": "b"})
    assert (empty.status_code, "Choose the days" in empty.content.decode()) == (422, True)
    back = {"do": "back", "version": "1", "once": "c", "days": [TODAY.isoformat()], "why": "U was er niet."}
    assert window.post(address, back).status_code == 302
    page = browser(cast.max).get(write_url(row, f"?week={TODAY}")).content.decode()
    assert "U was er niet." in page
    mended = days(day_1="8", day_2="8", day_3="8", version="2", do="correct")
    assert browser(cast.max).post(write_url(row, f"?week={TODAY}"), mended).status_code == 302
    seen = window.get(address).content.decode()
    assert "from 8:00 to 0:00" in seen
    assert "Max" in seen


def test_a_second_window_that_sends_the_week_hears_that_it_was_sent(cast, row):
    sent(cast, row)
    answer = browser(cast.max).post(write_url(row), days(day_0="4"))
    assert answer.status_code == 422
    assert "were sent already" in answer.content.decode()


def test_an_answer_to_what_was_changed_meanwhile_says_so(cast, row):
    hours = sent(cast, row)
    HoursWeek.objects.update(version=2)
    address = reverse("client:deliver-hours-week", args=[hours.code])
    answer = browser(cast.carla).post(address, {"do": "approve", "version": "1", "once": "b"})
    assert answer.status_code == 422
    assert "changed these hours meanwhile" in answer.content.decode()


def test_the_bureau_sees_who_waits_for_whom_and_takes_it_out_safely(cast, row, django_assert_max_num_queries):
    sent(cast, row)
    cast.bank.name = "=HYPERLINK(1)"
    cast.bank.save()
    late = running(cast, number="C-2026-0011", organisation=cast.other_bank)
    window, address = browser(cast.bea), reverse("bureau:deliver-hours-all")
    with django_assert_max_num_queries(15):
        page = window.get(address).content.decode()
    assert "For the client" in page
    assert "Not sent yet" in page
    assert late.number not in window.get(address, {"waits": "client"}).content.decode()
    for sort in ("client", "-manager", "waits", "approved", "-week"):
        assert window.get(address, {"sort": sort}).status_code == 200
    lines = b"".join(window.get(reverse("bureau:deliver-hours-export")).streaming_content).decode()
    assert "'=HYPERLINK(1)" in lines
    assert "32:00" in lines


def test_hours_billed_before_it_was_kept_here_stand_above_for_the_bureau_alone(cast, row):
    TakenOver.objects.create(contract=row.contract, hours_billed="412.5", taken_over_at=NOW, taken_over_by=cast.bea)
    sent(cast, row, week())
    assert (
        "412.5 hours were billed"
        in browser(cast.bea).get(reverse("bureau:deliver-hours", args=[row.code])).content.decode()
    )
    assert "412.5" not in browser(cast.carla).get(reverse("client:deliver-hours", args=[row.code])).content.decode()


def test_who_approves_reads_what_is_more_than_the_contract_gives(cast, row):
    """Four days of eight hours; 168 hours were written."""
    every = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 24 * 60)
    with time_machine.travel(NOW + timedelta(days=7), tick=False):
        hours = sent(cast, row, week(**every), at=NOW + timedelta(days=7))
        pages = {
            "manager:deliver-hours": (cast.max, f"{write_url(row)}?week={TODAY}"),
            "client:deliver-hours-week": (cast.dirk, reverse("client:deliver-hours-week", args=[hours.code])),
            "bureau:deliver-hours-week": (cast.bea, reverse("bureau:deliver-hours-week", args=[hours.code])),
            "client:deliver-hours": (cast.dirk, reverse("client:deliver-hours", args=[row.code])),
            "bureau:deliver-hours": (cast.bea, reverse("bureau:deliver-hours", args=[row.code])),
            "manager:deliver-hours-weeks": (cast.max, reverse("manager:deliver-hours-weeks", args=[row.code])),
        }
        for name, (who, address) in pages.items():
            assert "136:00 hours more than the contract says" in browser(who).get(address).text, name


def test_a_week_as_contracted_is_told_beside_the_contract_without_a_warning(cast, row):
    hours = sent(cast, row, week())
    page = browser(cast.dirk).get(reverse("client:deliver-hours-week", args=[hours.code])).text
    assert "4 days a week, 32:00 hours; written are 32:00" in page
    assert "more than the contract" not in page


def test_a_manager_alone_reads_what_stands_of_a_day_elsewhere(cast, row):
    other = running(cast, number="C-2026-0008", organisation=cast.other_bank)
    sent(cast, other)
    page = browser(cast.max).get(write_url(row, f"?week={TODAY}"))
    assert page.context["form"].fields["day_0"].help_text == "You wrote 8:00 hours of this day for another assignment."
    assert page.context["form"].fields["day_4"].help_text == ""
    hours = sent(cast, row, week(mon=16 * 60))
    for who, desk in ((cast.dirk, "client"), (cast.bea, "bureau")):
        text = browser(who).get(reverse(f"{desk}:deliver-hours-week", args=[hours.code])).text
        assert "for another assignment" not in text
