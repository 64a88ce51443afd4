"""A normal week on a phone: the report in twelve taps, a decision, its answer; and a report without a connection."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from interregnum.kernel.period import local_day, monday_of
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.models import Brief
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.models import Assignment, Decision, Result
from interregnum.stages.deliver.queries.plan_rows import written_plan
from interregnum.stages.deliver.tests.deliver_world import a_week, make_assignment
from tests.walks.desk import Window
from tests.world import Cast, browser, make_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = 390
MOST_TAPS, MOST_TYPED = 12, 200


@dataclass
class Thumb:
    """Somebody at a phone; each touch of the screen and each character is counted."""

    window: Window
    taps: int = 0
    typed: int = 0

    def tap(self, selector: str) -> None:
        self.taps += 1
        self.window.page.locator(selector).first.click()

    def go(self, selector: str) -> None:
        self.taps += 1
        self.window.press(selector)

    def type(self, selector: str, words: str) -> None:
        """A tap on the field, and the characters."""
        self.tap(selector)
        self.typed += len(words)
        self.window.page.keyboard.press("ControlOrMeta+a")
        self.window.page.keyboard.type(words)


@pytest.fixture
def cast(filled: None) -> Cast:
    return make_cast()


@pytest.fixture
def row(cast: Cast) -> Assignment:
    """An assignment in its third week, with a result, a report of last week and two hours a week of Carla asked."""
    monday = monday_of(local_day(timezone.now()))
    made = make_assignment(cast, starts_on=monday - timedelta(weeks=2), ends_on=monday + timedelta(weeks=20))
    Assignment.objects.filter(pk=made.pk).update(
        state="running", announced_on=made.starts_on, reports_to="Carla", plan_state="agreed"
    )
    Brief.objects.filter(pk=made.contract.brief_id).update(sponsor_hours=2, problem_owner="Carla, directeur operatie")
    result = Result.objects.create(
        assignment=made, title="Dagen tot offerte", unit="dagen", baseline=Decimal(19), target=Decimal(5),
        due_on=made.ends_on,
    )  # fmt: skip
    for week in (2, 1):
        told = a_week(
            monday - timedelta(weeks=week),
            obstacles="Het tweede team heeft te weinig mensen.",
            role_mix=RoleMix(40, 20, 20, 20),
            sponsor_minutes=120,
            measured={result.code: Decimal(18)},
        )
        code = report_week(assignment=made.code, week=told, by=cast.actor(cast.max), at=timezone.now())
        assert isinstance(code, str), code
    return made


def at_the_phone(window: object, person: object) -> Thumb:
    return Thumb(window("nl", PHONE).enter(browser(person)))  # type: ignore[operator]


@pytest.mark.mission("A1")
def test_a_week_costs_twelve_taps_and_its_decision_one_press(window, cast: Cast, row: Assignment) -> None:
    max_ = at_the_phone(window, cast.max)
    max_.window.go("/manager/")
    max_.taps = max_.typed = 0
    max_.go(".todo a[href*='/report/']")
    max_.tap("[name=mood][value=mixed]")
    max_.type("[name=progress]", "Beide teams werken in één rij; de achterstand daalt.")
    max_.type("[name^=measured_]", "16,5")
    max_.type("[name=decision-0-what]", "Twee extra medewerkers tot 1 juli")
    max_.tap("[name=role_mix_3]")
    max_.go("form[data-draft] button.btn-primary")
    assert max_.window.path.startswith(reverse("manager:deliver-assignment", args=[row.code]))
    assert (max_.taps <= MOST_TAPS, max_.typed <= MOST_TYPED) == (True, True), (max_.taps, max_.typed)
    decision = Decision.objects.get()
    assert decision.contact == cast.contact

    carla = at_the_phone(window, cast.carla)
    carla.window.go("/client/")
    carla.go(f".todo a[href='{reverse('client:deliver-decision', args=[decision.code])}']")
    carla.go("main button[value=agree]")
    page = carla.window.page
    verdict = page.locator("[data-verdict]").bounding_box()
    assert verdict is not None
    assert verdict["y"] + verdict["height"] <= page.viewport_size["height"]

    max_.window.go(reverse("manager:deliver-assignment", args=[row.code]))
    assert "zoals gevraagd" in max_.window.text


@pytest.mark.mission("B3")
def test_a_report_without_a_connection_is_sent_when_it_is_back(window, cast: Cast, row: Assignment) -> None:
    max_ = at_the_phone(window, cast.max)
    page, address = max_.window.page, reverse("manager:deliver-report", args=[row.code])
    max_.window.go(address)
    max_.window.context.set_offline(True)
    max_.type("[name=progress]", "Onderweg getypt.")
    max_.tap("form[data-draft] button.btn-primary")
    page.wait_for_selector("[data-draft-waits]:not([hidden])")
    assert row.reports.count() == 2
    # Meanwhile the same week is sent from the laptop.
    week = a_week(monday_of(local_day(timezone.now())), progress="Van de laptop.")
    assert isinstance(report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=timezone.now()), str)
    with page.expect_navigation():
        max_.window.context.set_offline(False)
    max_.window.faults.clear()
    max_.window.look()
    assert "Van de laptop." in max_.window.text
    assert page.input_value("[name=progress]") == "Onderweg getypt."
    max_.tap("#id_choose_progress_0")
    max_.go("form[data-draft] .form-foot button.btn-primary")
    assert row.reports.latest("monday").progress == "Onderweg getypt."
    max_.window.go(address)
    assert page.locator("[data-draft-older]:not([hidden])").count() == 0


@pytest.mark.mission("A1")
def test_a_draft_of_the_plan_comes_back_beside_what_was_saved_meanwhile(window, cast: Cast, row: Assignment) -> None:
    Assignment.objects.filter(pk=row.pk).update(plan_state="draft")
    max_ = at_the_phone(window, cast.max)
    page, address = max_.window.page, reverse("manager:deliver-plan", args=[row.code])
    max_.window.go(address)
    max_.type("[name=facts]", "In de trein getypt.")
    page.wait_for_function("key => localStorage.getItem(key)", arg=f"interregnum-draft:plan-{row.code}")
    # Meanwhile the facts are written on the laptop.
    row = Assignment.objects.get(pk=row.pk)
    plan = written_plan(row)
    plan = replace(plan, texts=plan.texts | {"facts": "Van de laptop."})
    assert save_plan(assignment=row.code, plan=plan, by=cast.actor(cast.max), at=timezone.now()) is None
    max_.window.go(address)
    assert page.input_value("[name=facts]") == "In de trein getypt."
    assert page.locator("[data-draft-older]:not([hidden])").count() == 1
    max_.go("form[data-draft] .form-foot button[value=save]")
    assert "Van de laptop." in max_.window.text
    max_.go("form[data-draft] .form-foot button[value=save]")
    assert row.plan_texts.get(part="facts").text == "In de trein getypt."
    # What was saved is not a draft any more, and what is typed after that is.
    assert page.locator("[data-draft-older]:not([hidden])").count() == 0
    max_.type("[name=facts]", "Daarna getypt.")
    page.wait_for_function(
        "key => localStorage.getItem(key)?.includes('Daarna')", arg=f"interregnum-draft:plan-{row.code}"
    )
    page.reload()
    assert page.input_value("[name=facts]") == "Daarna getypt."
