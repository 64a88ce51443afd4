"""A wrong count, or a wrong word about who leaves: taken away, noted anew, and kept where nobody counts it."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.stages.deliver.models import Assignment, Leaving, Uptake
from interregnum.stages.deliver.queries.quality.people import _counts, _leavings
from tests.house.forms_of_assignments import AT
from tests.life import Life
from tests.world import Cast, browser

DAY = AT.date()
LEAVES = {"position": "Hoofd operatie", "leaves_on": "2026-05-01"}
WINDOWS = {"attendance_weeks": 6, "leaving_days": 90}


@pytest.fixture
def row(cast: Cast) -> Any:
    with time_machine.travel(AT, tick=False):
        yield Assignment.objects.get(code=Life(cast, until="running").assignment)


def press(cast: Cast, row: Assignment, page: str, who: str = "max", **fields: str) -> Any:
    return browser(getattr(cast, who)).post(reverse(f"manager:deliver-{page}", args=[row.code]), fields)


def count(part: str) -> dict[str, str]:
    return {"kind": "attendance", "part": part, "rest": "3", "counted_on": str(DAY)}


def attended(row: Assignment) -> Any:
    return _counts([row.pk], WINDOWS, DAY)[row.pk]["attendance"]


def change(cast: Cast, row: Assignment, who: str, desk: str) -> str:
    return browser(getattr(cast, who)).get(reverse(f"{desk}:deliver-change", args=[row.code])).text


@pytest.mark.mission("F2")
def test_a_wrong_count_is_taken_away_and_the_day_is_counted_anew(cast: Cast, row: Assignment) -> None:
    assert press(cast, row, "uptake", **count("90")).status_code == 302
    assert attended(row) == 96
    twice = press(cast, row, "uptake", **count("9"))
    assert twice.status_code == 422
    assert "take it away first" in twice.text
    gone = {"do": "take_away", "kind": "attendance", "counted_on": str(DAY)}
    assert 'value="take_away"' in change(cast, row, "max", "manager")
    assert 'value="take_away"' not in change(cast, row, "sara", "shadow")
    assert press(cast, row, "uptake", **gone).url == reverse("manager:deliver-change", args=[row.code])
    assert attended(row) is None
    again = press(cast, row, "uptake", **gone)
    assert again.status_code == 422
    assert "taken away already" in again.text
    assert press(cast, row, "uptake", **count("9")).status_code == 302
    assert attended(row) == 75
    assert "75%" in change(cast, row, "carla", "client")
    assert list(Uptake.objects.order_by("pk").values_list("part", "removed_at")) == [(90, AT), (9, None)]
    assert Entry.objects.filter(kind="UptakeTakenAway").count() == 1


@pytest.mark.mission("F2")
def test_who_stays_after_all_is_taken_away_and_may_be_noted_again(cast: Cast, row: Assignment) -> None:
    def leavers() -> int:
        found: int = _leavings([row.pk], WINDOWS, date(2026, 4, 20))[row.pk]["leavers"]
        return found

    assert press(cast, row, "leaving", **LEAVES).status_code == 302
    assert leavers() == 1
    assert press(cast, row, "leaving", do="take_away", **LEAVES).status_code == 302
    assert leavers() == 0
    assert "Hoofd operatie" not in change(cast, row, "carla", "client")
    assert press(cast, row, "leaving", do="take_away", **LEAVES).status_code == 422
    assert press(cast, row, "leaving", **LEAVES).status_code == 302
    assert (leavers(), Leaving.objects.count()) == (1, 2)


def test_nobody_else_takes_a_count_away_and_nobody_after_the_end(cast: Cast, row: Assignment) -> None:
    press(cast, row, "uptake", **count("90"))
    gone = {"do": "take_away", "kind": "attendance", "counted_on": str(DAY)}
    assert press(cast, row, "uptake", who="olga", **gone).status_code == 404
    for who in ("carla", "sara"):
        assert press(cast, row, "uptake", who=who, **gone).status_code in {302, 403, 404}
    assert Uptake.objects.get().removed_at is None
    Assignment.objects.filter(pk=row.pk).update(state="closed")
    assert press(cast, row, "uptake", **gone).status_code == 422
    assert 'value="take_away"' not in change(cast, row, "max", "manager")
