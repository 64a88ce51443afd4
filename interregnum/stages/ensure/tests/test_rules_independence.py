"""Who may be a shadow manager, without a database."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.rules.shadow_need import ShadowNeed, shadow_need
from interregnum.stages.ensure.rules.independence import Granted, Standing, independence
from interregnum.stages.ensure.texts import REFUSALS

FREE = Standing(holds_role=True, looks_after_client=False, is_the_manager=False, load=0, is_stated=True)


@pytest.mark.mission("G2")
@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (replace(FREE, holds_role=False), "ensure.no_shadow_manager"),
        (replace(FREE, looks_after_client=True), "ensure.looks_after_client"),
        (replace(FREE, is_the_manager=True), "ensure.is_the_manager"),
        (replace(FREE, load=8), "ensure.has_enough"),
        (replace(FREE, has_tie=True), "ensure.has_tie"),
        (Standing(True, False, False, 0), "ensure.not_stated"),
    ],
)
def test_whoever_is_not_free_is_refused_with_the_reason(standing: Standing, code: str) -> None:
    answer = independence(standing, most=8)
    assert isinstance(answer, Refused)
    assert [reason.code for reason in answer.reasons] == [code]
    assert REFUSALS[code] % dict(answer.reasons[0].facts)


def test_sara_with_seven_assignments_takes_the_eighth() -> None:
    assert independence(FREE, most=8) == Granted(room=7)
    assert independence(replace(FREE, load=7), most=8) == Granted(room=0)


@given(
    st.builds(Standing, st.booleans(), st.booleans(), st.booleans(), st.integers(0, 20), st.booleans(), st.booleans())
)
def test_each_objection_is_named(standing: Standing) -> None:
    answer = independence(standing, most=8)
    objections = [
        not standing.holds_role,
        standing.looks_after_client,
        standing.is_the_manager,
        standing.load >= 8,
        standing.has_tie,
        not standing.is_stated,
    ]
    assert bool(answer) is not any(objections)
    if isinstance(answer, Refused):
        assert len(answer.reasons) == sum(objections)


@pytest.mark.mission("G2")
@pytest.mark.parametrize("assurance", list(Assurance))
def test_a_crisis_never_goes_without_a_shadow_manager(assurance: Assurance) -> None:
    assert shadow_need(Category.CRISIS, assurance) is ShadowNeed.REQUIRED


def test_the_assurance_of_the_brief_decides_for_the_others() -> None:
    wanted = {assurance: shadow_need(Category.BRIDGING, assurance) for assurance in Assurance}
    assert wanted == {
        Assurance.NONE: ShadowNeed.FREE,
        Assurance.LIGHT: ShadowNeed.WANTED,
        Assurance.STANDARD: ShadowNeed.WANTED,
        Assurance.INTENSIVE: ShadowNeed.REQUIRED,
    }
