"""The report over a bad connection: two versions beside each other, figures that cannot be, and what begins as last."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.models import Assignment, Decision, Measurement, WeeklyReport
from interregnum.stages.deliver.tests.deliver_world import a_plan, a_week, make_assignment
from tests.world import NOW, TODAY, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")

WEEK = timedelta(weeks=1)


@pytest.fixture
def row(cast: Cast) -> Assignment:
    made = make_assignment(cast)
    assert save_plan(assignment=made.code, plan=a_plan(), by=cast.actor(cast.max), at=NOW) is None
    return made


def typed(**changes: str) -> dict[str, str]:
    fields = {"mood": "good", "progress": "Team gesproken.", "version": "0", "role_mix_0": "40"}
    return fields | dict.fromkeys(("role_mix_1", "role_mix_2", "role_mix_3"), "20") | changes


def posted(page: str) -> dict[str, str]:
    """What a browser would send of a form of which nothing was touched."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, kind, value = (re.search(rf' {each}="([^"]*)"', tag) for each in ("name", "type", "value"))
        if name and (" checked" in tag or not kind or kind[1] not in {"radio", "checkbox"}):
            found[name[1]] = value[1] if value else ""
    texts = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\s*([^<]*)</textarea>', page)
    return {name: value for name, value in (found | dict(texts)).items() if name != "once"}


def report(cast: Cast, row: Assignment, **changes: Any) -> WeeklyReport:
    code = report_week(assignment=row.code, week=a_week(**changes), by=cast.actor(cast.max), at=NOW)
    return WeeklyReport.objects.get(code=code)


def address(row: Assignment) -> str:
    return reverse("manager:deliver-report", args=[row.code])


@pytest.mark.mission("B3")
def test_what_was_typed_beside_an_older_version_is_shown_beside_the_newer_one(cast: Cast, row: Assignment) -> None:
    report(cast, row, progress="Van de laptop.", obstacles="Geen")
    window = browser(cast.max)
    offline = typed(progress="Van de telefoon.", obstacles="Geen", mood="hard")
    shown = window.post(address(row), offline)
    assert shown.status_code == 422
    for words in ("Van de laptop.", "Van de telefoon.", "Going well", "Hard going"):
        assert words in shown.text
    assert 'name="choose_progress"' in shown.text
    assert 'name="choose_obstacles"' not in shown.text
    assert 'name="version" value="1"' in shown.text
    choice = offline | {"version": "1", "choose_progress": "stands", "choose_mood": "typed"}
    assert window.post(address(row), choice).status_code == 302
    kept = row.reports.get()
    assert (kept.progress, kept.mood, kept.version) == ("Van de laptop.", "hard", 2)


def test_all_that_stands_can_be_kept_with_one_press(cast: Cast, row: Assignment) -> None:
    report(cast, row, progress="Van de laptop.")
    choice = typed(progress="Van de telefoon.", version="1", do="stands", role_mix_0="60", role_mix_1="0")
    assert browser(cast.max).post(address(row), choice).status_code == 302
    assert (row.reports.get().progress, row.reports.get().version) == ("Van de laptop.", 1)


def test_the_same_report_sent_twice_is_one(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    for _time in range(2):
        assert window.post(address(row), typed()).status_code == 302
    assert row.reports.get().version == 1
    assert not Entry.objects.filter(kind="ReportCorrected").exists()


@pytest.mark.mission("A1")
@pytest.mark.parametrize(("words", "why"), [("17 weken", "measured in dagen"), ("850", "to 190. Check the figure")])
def test_a_figure_that_cannot_be_is_said_and_nothing_is_lost(cast: Cast, row: Assignment, words: str, why: str) -> None:
    field = f"measured_{row.results.get().code}"
    fields = typed(**{field: words, "decision-0-what": "Het budget", "decision-0-contact": "other"})
    fields |= {"decision-0-named": "Directie", "decision-0-due_on": str(TODAY + WEEK)}
    answer = browser(cast.max).post(address(row), fields)
    assert answer.status_code == 422
    assert why in answer.text
    for kept in (words, "Team gesproken.", "Het budget", "Directie"):
        assert kept in answer.text
    assert not row.reports.exists()


def test_half_a_sentence_is_read_where_a_figure_would_stand(cast: Cast, row: Assignment) -> None:
    field = f"measured_{row.results.get().code}"
    browser(cast.max).post(address(row), typed(**{field: "Nog niet gemeten, wel korter", "sponsor": "1,5"}))
    made = row.reports.get()
    assert (made.measurements.get().said, made.sponsor_minutes) == ("Nog niet gemeten, wel korter", 90)
    page = browser(cast.carla).get(reverse("client:deliver-report", args=[made.code])).text
    assert "Nog niet gemeten, wel korter" in page
    assert "1:30" in page


def test_the_next_week_begins_as_the_last_one_with_its_open_decisions(cast: Cast, row: Assignment) -> None:
    code = row.results.get().code
    report(cast, row, obstacles="Het budget wacht.", sponsor_minutes=90, measured={code: Decimal("17.5")})
    report(cast, row, obstacles="Het budget wacht.", sponsor_minutes=90, measured={}, said={code: "Minder"})
    fields = {"decision-0-what": "Het tweede team", "decision-0-contact": cast.contact.code}
    fields |= {"decision-0-due_on": str(TODAY + WEEK)}
    window = browser(cast.max)
    assert window.post(address(row), typed(version="2", obstacles="Het budget wacht.", **fields)).status_code == 302
    decision = Decision.objects.get()
    with time_machine.travel(NOW + WEEK, tick=False):
        page = browser(cast.max).get(address(row)).text
    for words in ("Het budget wacht.", "Het tweede team", f"follow-{decision.code}-state"):
        assert words in page


def test_the_budget_stays_when_something_else_is_corrected(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    assert window.post(address(row), typed(budget="40")).status_code == 302
    corrected = posted(window.get(address(row)).text) | {"progress": "Het team gesproken."}
    assert window.post(address(row), corrected).status_code == 302
    assert (row.reports.get().progress, row.reports.get().budget_percent) == ("Het team gesproken.", 40)


def test_two_answers_to_the_budget_are_shown_beside_each_other(cast: Cast, row: Assignment) -> None:
    report(cast, row, budget_percent=40)
    window, offline = browser(cast.max), typed(progress=a_week().progress, budget="45")
    assert 'name="choose_budget"' in window.post(address(row), offline).text
    choice = offline | {"version": "1", "choose_budget": "stands"}
    assert window.post(address(row), choice).status_code == 302
    assert row.reports.get().budget_percent == 40


@pytest.mark.mission("A1")
def test_what_nobody_measured_is_not_measured_by_sending_the_next_report(cast: Cast, row: Assignment) -> None:
    code = row.results.get().code
    report(cast, row, measured={})
    with time_machine.travel(NOW + WEEK, tick=False):
        window = browser(cast.max)
        page = window.get(address(row)).text
        assert "not measured yet" in page
        assert window.post(address(row), posted(page) | {"progress": "Niets gemeten."}).status_code == 302
    assert row.reports.count() == 2
    assert not Measurement.objects.exists()
    report(cast, row, measured={code: Decimal("17.5")})
    with time_machine.travel(NOW + 2 * WEEK, tick=False):
        assert posted(browser(cast.max).get(address(row)).text)[f"measured_{code}"] == "17.5"


def test_a_decision_without_a_name_or_with_words_and_no_state_is_said(cast: Cast, row: Assignment) -> None:
    window = browser(cast.max)
    fields = {"decision-0-what": "Het budget", "decision-0-contact": "other", "decision-0-due_on": str(TODAY)}
    assert "id_decision-0-named_error" in window.post(address(row), typed(**fields)).text
    window.post(address(row), typed(**fields, **{"decision-0-named": "Directie"}))
    about = f"follow-{Decision.objects.get().code}"
    follow = {f"{about}-state": "open", f"{about}-due_on": str(TODAY), f"{about}-words": "Ja."}
    assert f"id_{about}-state_error" in window.post(address(row), typed(version="1", **follow)).text


def test_a_report_from_before_decisions_had_rows_is_still_read(cast: Cast, row: Assignment) -> None:
    made = report(cast, row)
    WeeklyReport.objects.filter(pk=made.pk).update(decisions_needed="Vrijgave van budget.")
    assert "Vrijgave van budget." in browser(cast.carla).get(reverse("client:deliver-report", args=[made.code])).text
