"""Why somebody is not on a list, and what a little less would bring."""

from datetime import timedelta

import pytest

from interregnum.kernel.lists import Level
from interregnum.kernel.money import Money
from interregnum.stages.choose.rules.relaxed import relaxed
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.rules.why_not import why_not
from interregnum.stages.choose.tests.rules_world import EVEN, MONDAY, a_brief, a_manager


def asked_of(candidate, *, pool=(), limit=1):
    listed = draw_shortlist(a_brief(), pool, weights=EVEN, limit=limit).scored
    return why_not(candidate, a_brief(), weights=EVEN, listed=listed, limit=limit)


def test_everything_in_the_way_is_named_and_not_only_the_first():
    late = a_manager(available_on=MONDAY + timedelta(days=90), day_rate=Money(1400), wants_permanent=True)
    assert [each.constraint for each in asked_of(late).in_the_way] == [
        "choose.starts_too_late",
        "choose.above_ceiling",
        "choose.wants_to_be_hired",
    ]


def test_who_can_take_it_hears_how_much_is_missing():
    better, worse = a_manager("m1"), a_manager("m2", deadlocks_broken=0)
    why = asked_of(worse, pool=[better, worse])
    assert why.in_the_way == ()
    assert why.short == 4000
    assert asked_of(better, pool=[better, worse]).short == 0
    assert asked_of(worse, pool=[worse], limit=3).short == 0


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("choose.higher_ceiling", {"day_rate": Money(1300)}, {"rate_ceiling": Money(1600)}),
        ("choose.start_later", {"available_on": MONDAY + timedelta(days=20)}, {"slack_days": 27}),
        ("choose.fewer_days", {"days_a_week": 3}, {"days_a_week": 3}),
        ("choose.without_language", {"languages": ("en",)}, {"languages": ()}),
        ("choose.any_discipline", {"disciplines": ("sales",)}, {"disciplines": ()}),
        ("choose.lower_level", {"level": Level.TEAM}, {"level": Level.MIDDLE}),
        ("choose.from_anywhere", {"place": "Maastricht"}, {"place": ""}),
    ],
)
def test_each_constraint_that_can_be_talked_about_has_a_step(code, before, after):
    step = next(each for each in relaxed(a_brief()) if each.code == code)
    assert step.wanted == a_brief(**after)
    who = [a_manager(**before)]
    assert not draw_shortlist(a_brief(), who, weights=EVEN, limit=1).scored
    assert draw_shortlist(step.wanted, who, weights=EVEN, limit=1).scored


def test_what_the_firm_promises_is_never_offered():
    held = {"wants_permanent": True, "conflicts": ("Voorbeeldbank",), "consents": False}
    for name, value in held.items():
        for step in relaxed(a_brief()):
            assert not draw_shortlist(step.wanted, [a_manager(**{name: value})], weights=EVEN, limit=1).scored


def test_a_brief_that_asks_little_offers_little():
    open_brief = a_brief(
        days_a_week=1, rate_ceiling=None, languages=(), disciplines=(), place="", level=Level.SPECIALIST
    )
    assert [each.code for each in relaxed(open_brief)] == ["choose.start_later"]
