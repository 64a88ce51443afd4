"""The same in a three-party review: begun, moved, and signed for one side by two people of it."""

from datetime import UTC, datetime
from functools import partial
from importlib import import_module

import pytest

from interregnum.parameters.values import set_value
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.ensure.actions.act_on_ladder import Done, do_step
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.actions.hold_review import start_review
from interregnum.stages.ensure.actions.move_review import move_review
from interregnum.stages.ensure.actions.sign_review import sign_review
from interregnum.stages.ensure.models import EscalationStep, Review, ShadowAppointment, SignOff
from interregnum.stages.ensure.rules.ladder import LadderStep
from interregnum.stages.ensure.rules.reviews import ALL_SIDES, ReviewState
from tests.house.forms_of_ladder import ladder_of
from tests.house.forms_of_reviews import review_of
from tests.house.races import LATER, Act, Race, only_one, state_of, twice
from tests.life import Life
from tests.world import TODAY

# The planned review of a life is on 24 March at ten.
AT_LAST = datetime(2026, 3, 24, 9, 5, tzinfo=UTC)


def _appoint(life: Life) -> tuple[Act, Act]:
    """One person who has room for one more, to two assignments at once."""
    set_value("ensure.most_assignments", 1, valid_from=TODAY, source="test")
    ShadowAppointment.objects.all().delete()
    other = make_assignment(life.cast, number=f"C-2026-09{Assignment.objects.count():02}")
    told = {
        "shadow": life.cast.sara.code,
        "reason": "Kent het vak.",
        "is_independent": True,
        "by": life.cast.actor(life.cast.bea),
        "at": LATER,
    }
    return partial(appoint_shadow_manager, assignment=life.assignment, **told), partial(
        appoint_shadow_manager, assignment=other.code, **told
    )


def _uncounted(patch: pytest.MonkeyPatch) -> None:
    """What the other one gave this person is not seen."""
    patch.setattr(import_module(appoint_shadow_manager.__module__), "loads", dict)


def _start(life: Life) -> tuple[Act, Act]:
    sara, code = life.cast.actor(life.cast.sara), review_of(ReviewState.PLANNED)(life)
    return twice(start_review, review=code, present=ALL_SIDES, by=sara, at=AT_LAST)


def _move(life: Life) -> tuple[Act, Act]:
    """Client and manager, each to another day."""
    code = review_of(ReviewState.PLANNED)(life)
    words = {"review": code, "place": "", "why": "Dan zijn wij er.", "turn": 0, "at": LATER}
    days = datetime(2026, 3, 25, 10, tzinfo=UTC), datetime(2026, 3, 26, 10, tzinfo=UTC)
    return partial(move_review, moment=days[0], by=life.carla, **words), partial(
        move_review, moment=days[1], by=life.max, **words
    )


def _sign(life: Life) -> tuple[Act, Act]:
    code = review_of(ReviewState.TO_SIGN)(life)
    return twice(sign_review, review=code, version=1, by=life.carla, at=LATER)


def _step(life: Life) -> tuple[Act, Act]:
    done = Done(step=LadderStep.FIRST, outcome="Max schrijft elke vrijdag.")
    sara, code = life.cast.actor(life.cast.sara), ladder_of(life)
    return twice(do_step, assignment=code, done=done, by=sara, at=LATER)


OF_REVIEWS: dict[str, Race] = {
    "give a shadow manager the last place": Race(
        "signed", _appoint, "ensure.has_enough", ("ShadowAppointed",), _uncounted
    ),
    "start a review": Race("guarded", _start, "ensure.review_changed", ("ReviewStarted",), state_of(Review)),
    "move a review": Race("guarded", _move, "ensure.review_changed", ("ReviewMoved",), state_of(Review)),
    "do a step of the ladder": Race(
        "guarded", _step, "ensure.ladder_changed", ("EscalationStepDone",), state_of(EscalationStep)
    ),
    "sign a review": Race("guarded", _sign, "ensure.review_signed_already", ("ReviewSigned",), only_one(SignOff)),
}
