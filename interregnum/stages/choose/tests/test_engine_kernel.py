"""The compiled loop gives the lists of NumPy. It takes a compiler some seconds to wake, so this is a drill."""

import subprocess
import sys
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.stages.choose.engine import twin
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.tests.engine_world import Pool, listed
from interregnum.stages.choose.tests.invented_pools import briefs, easy_briefs, managers, weightings

LARGE = st.lists(managers, max_size=90, unique_by=lambda one: one.code)


@pytest.mark.drill
@given(st.one_of(briefs, easy_briefs), LARGE, weightings, st.integers(0, 12), st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_compiled_loop_gives_the_list_of_numpy_and_of_the_rules(brief, pool, weights, limit, is_halved):
    from interregnum.stages.choose.engine import kernel

    mine = Pool(pool)
    plan = plan_of(mine.snapshot, brief, weights)
    with patch.object(kernel, "WORTH_HALVING", 0 if is_halved else 4096):
        one = kernel.best(mine.snapshot, plan, limit)
    other = twin.best(mine.snapshot, plan, limit)
    assert one.seen == other.seen
    assert (one.rows.tolist(), one.totals.tolist()) == (other.rows.tolist(), other.totals.tolist())
    assert one.points.tolist() == other.points.tolist()
    if limit:
        found = [*zip(mine.codes(one.rows), one.totals.tolist(), one.points.tolist(), strict=True)]
        assert found == listed(draw_shortlist(brief, pool, weights=weights, limit=limit))


@pytest.mark.drill
def test_a_large_pool_wakes_the_compiled_loop_and_goes_on_with_numpy_until_then(monkeypatch):
    from interregnum.stages.choose.engine import loop
    from interregnum.stages.choose.tests.rules_world import EVEN, a_brief, a_manager

    monkeypatch.setattr(loop, "FEW", 1)
    monkeypatch.setattr(loop, "_awake", [])
    pool = Pool([a_manager(f"m{number}") for number in range(9)])
    plan = plan_of(pool.snapshot, a_brief(), EVEN)
    assert loop.count(pool.snapshot, plan) == 9
    loop._waking.acquire()
    loop._waking.release()
    loop.wake()
    assert loop._awake
    assert loop.count(pool.snapshot, plan) == 9


def test_a_page_wakes_neither_compiler_nor_solver():
    code = (
        "import sys, django; django.setup(); import interregnum.config.urls; "
        "print(sorted({'numba', 'ortools', 'llvmlite', 'pandas', 'duckdb', 'polars'} & set(sys.modules)))"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "interregnum.config.settings", "INTERREGNUM_SECRET": "x", "PATH": ""}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
