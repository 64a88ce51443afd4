"""G2: who is proposed as shadow manager, at which intensity, and what happens when one resigns."""

from datetime import timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.kernel.lists import Level
from interregnum.people.models import Manager, Seat
from interregnum.stages.brief.models import Brief
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.actions.plan_reviews import plan_reviews
from interregnum.stages.ensure.models import Notebook, PastShadow, Review, ShadowAppointment
from interregnum.stages.ensure.queries.appointments import appoint_page
from interregnum.stages.ensure.rules.proposal import Known, fit_of, order_of
from interregnum.stages.ensure.tests.review_world import running
from tests.world import NOW, TODAY, Cast, browser

DISCIPLINES = ("finance", "hr", "sales")
MAX = Known(frozenset({"finance"}), Level.MIDDLE)
known = st.builds(Known, st.frozensets(st.sampled_from(DISCIPLINES)), st.sampled_from(list(Level)))


def test_who_knows_what_the_manager_lacks_comes_first_then_the_more_senior() -> None:
    asked = ["finance", "hr"]
    knows = fit_of(Known(frozenset({"hr"}), Level.TEAM), asked=asked, manager=MAX)
    senior = fit_of(Known(frozenset({"finance"}), Level.EXECUTIVE), asked=asked, manager=MAX)
    unknown = fit_of(None, asked=asked, manager=MAX)
    assert (knows.covers, knows.is_senior) == (("hr",), False)
    assert (senior.covers, senior.is_senior) == ((), True)
    assert sorted([unknown, senior, knows], key=lambda one: order_of(one, load=0)) == [knows, senior, unknown]
    assert order_of(senior, load=1) < order_of(senior, load=2)


@given(known, known, st.lists(st.sampled_from(DISCIPLINES), unique=True))
def test_only_what_is_asked_and_lacks_is_covered(one: Known, manager: Known, asked: list[str]) -> None:
    fit = fit_of(one, asked=asked, manager=manager)
    assert set(fit.covers) == (set(asked) & one.disciplines) - manager.disciplines
    richer = Known(one.disciplines | set(DISCIPLINES), one.level)
    more = fit_of(richer, asked=asked, manager=manager)
    assert order_of(more, load=3) <= order_of(fit, load=3)


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return running(cast)


@pytest.mark.mission("G2")
def test_the_page_proposes_the_best_first_and_says_why(cast: Cast, row: Assignment) -> None:
    ShadowAppointment.objects.all().delete()
    Brief.objects.update(disciplines=["finance", "hr"])
    Manager.objects.filter(pk=cast.max_profile.pk).update(disciplines=["finance"])
    Manager.objects.filter(pk=cast.olga_profile.pk).update(disciplines=["hr"], level=Level.EXECUTIVE)
    Seat.objects.create(account=cast.otto, role="shadow")
    Seat.objects.create(account=cast.otto, role="manager", manager=cast.olga_profile)
    page = appoint_page(row.code, seen_by=cast.actor(cast.bea), on=TODAY)
    why = {one.account: one.why for one in page.free}
    assert page.free[0].account == cast.otto.code
    assert why[cast.otto.code] not in {"", why[cast.sara.code]}


@pytest.mark.mission("G2")
def test_intensity_is_light_unless_said_otherwise_and_sets_the_rhythm(cast: Cast, row: Assignment) -> None:
    assert ShadowAppointment.objects.get().intensity == "light"
    light = Review.objects.count()
    ShadowAppointment.objects.all().delete()
    Review.objects.all().delete()
    with time_machine.travel(NOW, tick=False):
        told = {"shadow": cast.sara.code, "reason": "Kent het vak.", "is_independent": "on", "intensity": "intensive"}
        assert browser(cast.bea).post(f"/bureau/assignments/{row.code}/shadow/", told).status_code == 302
    assert ShadowAppointment.objects.get().intensity == "intensive"
    plan_reviews(NOW)
    assert Review.objects.count() >= light
    for days in range(0, 120, 7):
        plan_reviews(NOW + timedelta(days=days))
    intensive = Review.objects.count()
    ShadowAppointment.objects.update(intensity="light")
    Review.objects.all().delete()
    for days in range(0, 120, 7):
        plan_reviews(NOW + timedelta(days=days))
    assert Review.objects.count() < intensive


@pytest.mark.mission("G2")
def test_who_resigns_is_off_at_once_and_the_notebook_stays_closed(cast: Cast, row: Assignment) -> None:
    Notebook.objects.create(assignment=row, shadow=cast.sara, manager=cast.max_profile, sealed_key="x")
    Seat.objects.create(account=cast.otto, role="shadow")
    address = f"/shadow/assignments/{row.code}/resign/"
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        assert browser(cast.sara).post(address, {"why": ""}).status_code == 422
        assert browser(cast.max).post(address, {"why": "Ziek."}).status_code == 404
        assert browser(cast.sara).post(address, {"why": "Te druk."}).status_code == 302
        assert browser(cast.sara).get(f"/shadow/assignments/{row.code}/").status_code == 404
        assert Mail.objects.filter(template="mail/shadow_resigned.txt", to=cast.anton.email).count() == 1
        told = {"shadow": cast.otto.code, "reason": "Volgt op.", "is_independent": "on", "intensity": "light"}
        assert browser(cast.bea).post(f"/bureau/assignments/{row.code}/shadow/", told).status_code == 302
    past = PastShadow.objects.get()
    assert (past.shadow, past.ended_why) == (cast.sara, "Te druk.")
    # The book of the first two is still theirs alone; the successor has none until one is begun.
    assert not Notebook.objects.filter(shadow=cast.otto).exists()
