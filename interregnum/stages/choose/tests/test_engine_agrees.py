"""The rules, NumPy and SQL give the same list, for every pool and every brief that can be thought of."""

import sys
from pathlib import Path

import numpy as np
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interregnum.stages.choose.engine import counts, snapshot, twin
from interregnum.stages.choose.engine.live import Live
from interregnum.stages.choose.engine.plan import CODES, plan_of
from interregnum.stages.choose.engine.store import names_of, numbers_of_names, row_of
from interregnum.stages.choose.models import ManagerRow
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.organisations import same_organisation, words_of
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.tests.engine_world import Pool, listed
from interregnum.stages.choose.tests.invented_pools import briefs, easy_briefs, managers, pools, weightings
from interregnum.stages.choose.tests.rules_world import EVEN, a_brief, a_manager

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "bench"))

from matching.oracle import Asked, shortlist_sql, text_lists

EITHER = st.one_of(briefs, easy_briefs)


def by_twin(pool, brief, weights, limit=3):
    plan = plan_of(pool.snapshot, brief, weights)
    best = twin.best(pool.snapshot, plan, limit)
    return [*zip(pool.codes(best.rows), best.totals.tolist(), best.points.tolist(), strict=True)]


@given(EITHER, pools, weightings)
@settings(max_examples=40, deadline=None)
def test_numpy_gives_the_list_of_the_rules(brief, pool, weights):
    assert by_twin(Pool(pool), brief, weights) == listed(draw_shortlist(brief, pool, weights=weights, limit=3))


@given(EITHER, pools)
@settings(max_examples=25, deadline=None)
def test_every_criterion_is_worth_the_same_for_everybody(brief, pool):
    """Also for those whom a constraint excludes, as far as a start can be waited for at all."""
    mine = Pool(pool)
    plan = plan_of(mine.snapshot, brief, EVEN)
    free = [place for place, one in enumerate(pool) if (one.available_on - brief.starts_on).days <= brief.slack_days]
    points = twin.points_of(mine.snapshot, plan, np.array(free, int))
    for place, row in zip(free, points.tolist(), strict=True):
        assert row == [criterion(pool[place], brief).points for criterion in CRITERIA.values()]


@given(EITHER, pools)
@settings(max_examples=25, deadline=None)
def test_the_funnel_and_who_is_stopped_where_are_those_of_the_rules(brief, pool):
    mine = Pool(pool)
    plan = plan_of(mine.snapshot, brief, EVEN)
    steps = counts.funnel(mine.snapshot, plan, brief, names=2)
    drawn = draw_shortlist(brief, pool, weights=EVEN, limit=3)
    assert tuple((step.constraint, step.left) for step in steps) == drawn.funnel
    for step in steps:
        codes = [each.candidate_code for each in drawn.excluded if each.constraint == step.constraint]
        assert step.count == len(codes)
        assert [pool[key - 1].code for key in step.first] == codes[:2]


@given(EITHER, pools, st.lists(st.tuples(st.integers(0, 8), managers), max_size=5), weightings)
@settings(max_examples=25, deadline=None)
def test_what_is_changed_in_place_gives_the_list_of_a_snapshot_made_anew(brief, pool, changes, weights):
    changed = Pool(pool)
    for number, (place, other) in enumerate(changes):
        one = other.__class__(**{**vars(other), "code": f"n{number}"})
        changed.change(min(place, len(changed.candidates)), one)
    assert by_twin(changed, brief, weights, 9) == by_twin(Pool(changed.candidates), brief, weights, 9)


def test_a_pool_outgrows_its_room(monkeypatch):
    monkeypatch.setattr(snapshot, "SPARE", 1)
    pool = Pool([a_manager("a0")])
    for number in range(1, 140):
        pool.change(number, a_manager(f"a{number}"))
    assert len(by_twin(pool, a_brief(), EVEN, 500)) == 140


@pytest.mark.django_db
@given(EITHER, pools, weightings)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sql_gives_the_list_of_the_rules_and_so_does_what_is_read_from_the_narrow_table(brief, pool, weights):
    numbers = dict(numbers_of_names(name for one in pool for name in names_of(one)))
    ManagerRow.objects.all().delete()
    ManagerRow.objects.bulk_create(
        row_of(key, one, active=True, numbers=numbers, step=1) for key, one in enumerate(pool, start=1)
    )
    expected = listed(draw_shortlist(brief, pool, weights=weights, limit=3))
    assert by_sql(brief, pool, weights, numbers) == expected
    with Live().now() as now:
        best = twin.best(now, plan_of(now, brief, weights), 3)
        found = [pool[int(key) - 1].code for key in now.managers[best.rows]]
    assert [*zip(found, best.totals.tolist(), best.points.tolist(), strict=True)] == expected


def by_sql(brief, pool, weights, numbers):
    organisations = {text: number for (kind, text), number in numbers.items() if kind == "organisation"}
    market = {words_of(name) for name in brief.market}
    asked = Asked(
        wanted=brief,
        weights=weights,
        marks={(str(kind), text): number for (kind, text), number in numbers.items()},
        client=[number for text, number in organisations.items() if same_organisation(text, brief.client_name)],
        market=[number for text, number in organisations.items() if words_of(text) in market],
    )
    dialect = text_lists("choose_managerrow", "/")
    if connection.vendor == "postgresql":
        dialect = dialect.__class__(**{**vars(dialect), "order": 'code COLLATE "C"'})
    with connection.cursor() as cursor:
        cursor.execute(shortlist_sql(asked, dialect, 3))
        rows = cursor.fetchall()
    return [(pool[key - 1].code, total, list(points)) for key, total, *points in rows]


def test_the_points_stand_in_the_order_of_the_criteria():
    assert list(CRITERIA) == list(CODES)
