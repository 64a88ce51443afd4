"""The addresses of three-party reviews: one that is planned, one that is held, and one that waits for signatures."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import Preparation, Review, ReviewAction, ReviewMove, ReviewRecord, SignOff
from interregnum.stages.ensure.rules.reviews import Decision, ReviewKind, ReviewState, Side
from tests.house.forms_of_ladder import FORMS_OF_LADDER, MADE_OF_LADDER, WHOM_OF_LADDER, ladder_of
from tests.world import NOW

DESKS = ("client", "manager", "shadow")
# Each has a day of its own within the assignment of a life.
DAYS = {ReviewState.PLANNED: 24, ReviewState.OPEN: 9, ReviewState.TO_SIGN: 10}


def review_of(state: ReviewState) -> Callable[[Any], str]:
    """The review of this life in a state, made when a test first asks for it."""

    def make(life: Any) -> str:
        day = date(2026, 3, DAYS[state])
        assignment = Assignment.objects.get(code=life.assignment)
        values = {"kind": ReviewKind.REGULAR, "state": state, "starts_at": datetime(2026, 3, day.day, 9, tzinfo=UTC)}
        if state == ReviewState.TO_SIGN:
            values |= {"version": 1, "draft": 1, "minutes": "Besproken.", "decision": Decision.CONTINUE}
        row, _is_new = Review.objects.get_or_create(assignment=assignment, due_on=day, defaults=values)
        return str(row.code)

    return make


def had_of_reviews(life: Any) -> None:
    """All that the addresses need of a life, so that asking for them writes nothing."""
    for state in DAYS:
        review_of(state)(life)
    ladder_of(life)


def all_of_reviews(life: Any, tokens: dict[Side, str]) -> None:
    """One that is held, with all that people write in it; and one to come, in which each side prepared a token."""
    review = Review.objects.get(code=review_of(ReviewState.TO_SIGN)(life))
    coming = Review.objects.get(code=review_of(ReviewState.PLANNED)(life))
    cast = life.cast
    for side, person in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max), (Side.SHADOW, cast.sara)):
        own = {"side": side, "score": 8, "written_by": person, "ready_at": NOW, "version": 1}
        Preparation.objects.create(review=review, reason="Het loopt.", **own)
        Preparation.objects.create(review=coming, reason=f"Het loopt {tokens[side]}.", risks=tokens[side], **own)
        SignOff.objects.create(review=review, version=1, side=side, signed_by=person, signed_at=NOW)
    told = {"minutes": "Besproken.", "decision": Decision.CONTINUE, "written_by": cast.sara, "written_at": NOW}
    correction = {"corrected_why": "Een bedrag.", "corrected_side": Side.CLIENT, "corrected_at": NOW}
    ReviewRecord.objects.create(review=review, version=1, **told, **correction)
    ReviewAction.objects.create(review=review, text="Belt de directie.", owner=Side.CLIENT, due_on=NOW, agreed_at=NOW)
    ReviewMove.objects.create(review=review, before=NOW, why="Ziek.", moved_by=cast.max, moved_at=NOW)


MOVE = {"moment": "2026-03-17T14:00", "place": "Utrecht", "why": "Wij zijn er dan alle drie.", "turn": "0"}
FORMS_OF_REVIEWS: dict[str, dict[str, Any]] = {
    **{f"{desk}:ensure-review": {"do": "sign", "version": "1"} for desk in DESKS},
    **{f"{desk}:ensure-review-move": MOVE for desk in (*DESKS, "bureau")},
    **{
        f"{desk}:ensure-review-prepare": {"score": "8", "reason": "Het loopt.", "version": "0", "do": "ready"}
        for desk in DESKS
    },
    "shadow:ensure-review-minutes": {"do": "save", "draft": "0", "minutes": "Eerste regel."},
    **FORMS_OF_LADDER,
    "shadow:ensure-review-action": {"text": "Belt de directie.", "owner": "client", "due_on": "2026-03-31"},
}
ROLES = {"client": Role.CLIENT, "manager": Role.MANAGER, "shadow": Role.SHADOW, "bureau": Role.ACCOUNT_MANAGER}
WHOM_OF_REVIEWS = {address: (ROLES[address.partition(":")[0]], "guarded") for address in FORMS_OF_REVIEWS}
WHOM_OF_REVIEWS |= WHOM_OF_LADDER
OBJECTS_OF_REVIEWS = {f"{desk}:ensure-reviews-of": "assignment" for desk in (*DESKS, "bureau")}
MADE_OF_REVIEWS: dict[str, Callable[[Any], str]] = {
    **{f"{desk}:ensure-review": review_of(ReviewState.TO_SIGN) for desk in (*DESKS, "bureau")},
    **{f"{desk}:ensure-review-move": review_of(ReviewState.PLANNED) for desk in (*DESKS, "bureau")},
    **{f"{desk}:ensure-review-prepare": review_of(ReviewState.PLANNED) for desk in DESKS},
    **MADE_OF_LADDER,
    **{f"shadow:ensure-review-{page}": review_of(ReviewState.OPEN) for page in ("minutes", "action")},
}
