"""A screening that is required: who cannot have it is not on the list, and is told why."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from interregnum.people.models import Screening
from interregnum.people.rules.screening import Outcome, ScreeningKind
from interregnum.stages.brief.tests.brief_world import drafted_brief
from interregnum.stages.choose import queries
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.models import Shortlist
from interregnum.stages.choose.queries import replay
from interregnum.stages.choose.queries.replay import Outcome as Replayed
from interregnum.stages.choose.rules.memory import wanted_from
from interregnum.stages.choose.tests.choose_world import drawn
from tests import world

# A certificate takes four weeks, and so long a start may wait; the regulator takes six.
CONDUCT, SUITABILITY = (ScreeningKind.CONDUCT,), (ScreeningKind.SUITABILITY,)


def screened(cast, manager, outcome, *, days_ago=10, kind=ScreeningKind.SUITABILITY):
    return Screening.objects.create(
        manager=manager,
        kind=kind,
        purpose="Een bank vraagt erom.",
        basis="law",
        outcome=outcome,
        entered_by=cast.anton,
        entered_at=world.NOW,
        decided_by=None if outcome is Outcome.OPEN else cast.bea,
        decided_on=None if outcome is Outcome.OPEN else world.TODAY - timedelta(days=days_ago),
    )


def reasons(cast, row):
    with override("en"):
        page = queries.excluded_page(row.code, seen_by=cast.actor(cast.bea))
    return {each.name: (each.constraint, each.why) for each in page.rows}


def again(cast, row):
    return Shortlist.objects.get(code=draw_shortlist(brief=row.brief.code, by=cast.actor(cast.bea), at=world.NOW))


def on_list(row):
    return {each.manager.name for each in row.listed.select_related("manager")}


@pytest.mark.mission("D2")
def test_whoever_has_no_valid_one_and_no_time_for_a_new_one_is_excluded_with_the_reason(cast):
    screened(cast, cast.max_profile, Outcome.PASSED)
    screened(cast, cast.olga_profile, Outcome.PASSED, days_ago=500)
    # Only the last decision about a kind counts, and one that waits for a decision counts nothing.
    screened(cast, cast.olga_profile, Outcome.OPEN)
    row = drawn(cast, screenings=SUITABILITY)
    assert on_list(row) == {"Max Voorbeeld"}
    constraint, why = reasons(cast, row)["Olga Voorbeeld"]
    assert constraint == "choose.screening_impossible"
    assert "Suitability, tested by the regulator" in why
    assert "too old" in why
    assert dict(row.funnel)["choose.screening_impossible"] == 1


def test_with_time_enough_only_a_refusal_and_a_lacking_ground_stand_in_the_way(cast):
    refused = world.make_manager(name="Nee", email="nee@example.org")
    groundless = world.make_manager(name="Grond", email="grond@example.org")
    screened(cast, refused, Outcome.NOT_PASSED, kind=ScreeningKind.CONDUCT)
    screened(cast, groundless, Outcome.NO_BASIS, kind=ScreeningKind.CONDUCT)
    row = drawn(cast, screenings=CONDUCT)
    assert on_list(row) == {"Max Voorbeeld", "Olga Voorbeeld"}
    assert {name: why[1].partition(": ")[2] for name, why in reasons(cast, row).items()} == {
        "Nee": "not passed.",
        "Grond": "no legal ground for it.",
    }
    screened(cast, refused, Outcome.PASSED, days_ago=1, kind=ScreeningKind.CONDUCT)
    assert "Nee" in on_list(again(cast, row))


def test_a_decision_is_in_the_next_list_and_a_past_list_is_drawn_again_as_it_was(cast):
    screened(cast, cast.max_profile, Outcome.PASSED)
    screened(cast, cast.olga_profile, Outcome.PASSED)
    row = drawn(cast, screenings=SUITABILITY)
    assert len(on_list(row)) == 2
    screened(cast, cast.max_profile, Outcome.NOT_PASSED, days_ago=0)
    assert on_list(again(cast, row)) == {"Olga Voorbeeld"}
    Screening.objects.all().delete()
    assert on_list(again(cast, row)) == set()
    found = replay(row.code, seen_by=cast.actor(cast.bea))
    assert (found.outcome, found.seal, found.pool) == (Replayed.SAME,) * 3


def test_what_the_requirement_costs_is_counted(cast):
    row = drawn(cast, screenings=SUITABILITY)
    wanted = wanted_from(row.wanted)
    assert list(wanted.screenings) == ["suitability"]
    page = (
        world.browser(cast.bea, language="en")
        .get(reverse("bureau:choose-draw", args=[row.brief.code]))
        .content.decode()
    )
    assert "Not required: suitability, tested by the regulator" in page


def test_a_draft_requires_what_the_law_asks_when_there_is_time_for_it(cast):
    brief = drafted_brief(cast)
    assert (brief.sector, brief.screenings) == ("bank", ["conduct", "employment"])
    page = world.browser(cast.bea, language="en").get(reverse("bureau:brief-edit", args=[brief.code])).content.decode()
    assert "Screening required" in page


def test_the_bureau_decides_that_there_is_no_legal_ground(cast):
    waiting = screened(cast, cast.max_profile, Outcome.OPEN)
    path = reverse("bureau:people-screening", args=[cast.max_profile.code])
    assert (
        world.browser(cast.bea, language="en")
        .post(path, {"screening": waiting.code, "outcome": "no_basis"})
        .status_code
        == 302
    )
    assert "No legal ground" in world.browser(cast.bea, language="en").get(path).content.decode()
