"""What reviews and the shadow manager tell the early warning of an assignment."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Max

from interregnum.kernel.actor import Role
from interregnum.kernel.period import local_day
from interregnum.stages.ensure.models import Preparation, Review, ReviewMove, ShadowAppointment, Sounding
from interregnum.stages.ensure.queries.review_rows import READY, SCORED
from interregnum.stages.ensure.rules.review_run import (
    ReviewHeld,
    cancels_in_a_row,
    missed_in_a_row,
    moved_most,
    unprepared_in_a_row,
)
from interregnum.stages.ensure.rules.reviews import BEGUN, Decision, ReviewState, Side

PAST = (*BEGUN, ReviewState.SKIPPED)


def quality_of(assignments: Collection[int], on: date) -> Mapping[int, Mapping[str, Any]]:
    """Six queries, however many assignments there are."""
    reviews, scores = _reviews(assignments, on), _scores(assignments, on)
    guarded = set(ShadowAppointment.objects.filter(assignment__in=assignments).values_list("assignment", flat=True))
    talks = _talks(assignments)
    return {
        key: _of_reviews(reviews[key])
        | _of_scores(scores[key])
        | {"is_guarded": key in guarded}
        | _spoke(reviews[key], talks.get(key))
        for key in assignments
    }


def _reviews(assignments: Collection[int], on: date) -> dict[int, list[ReviewHeld]]:
    """Reviews with what became of them, oldest first; those to come tell how often they were moved."""
    moved = ReviewMove.objects.filter(review__assignment__in=assignments, moved_by__seats__role=Role.CLIENT)
    by_client: dict[int, set[int]] = defaultdict(set)
    for pk, review in moved.values_list("pk", "review"):
        by_client[review].add(pk)
    ready = _ready(assignments)
    rows = Review.objects.filter(assignment__in=assignments).exclude(state=ReviewState.CANCELLED)
    found: dict[int, list[ReviewHeld]] = defaultdict(list)
    names = ("pk", "assignment", "state", "starts_at", "absent", "decision", "moves")
    for pk, key, state, starts_at, absent, decision, moves in rows.order_by("starts_at", "pk").values_list(*names):
        day, by_them = local_day(starts_at), len(by_client[pk])
        if day <= on or by_them or moves:
            lacking = tuple(str(side) for side in Side if (pk, side) not in ready)
            told = (day, state, by_them, Side.CLIENT in absent, str(decision), moves, lacking)
            found[key].append(ReviewHeld(*told))
    return found


def _ready(assignments: Collection[int]) -> set[tuple[int, str]]:
    """Which side was ready for which review."""
    rows = Preparation.objects.filter(review__assignment__in=assignments, **READY)
    return set(rows.values_list("review", "side"))


def _scores(assignments: Collection[int], on: date) -> dict[int, list[Any]]:
    """Scores that lie on the table, oldest first."""
    rows = Preparation.objects.filter(review__assignment__in=assignments, review__state__in=BEGUN, **SCORED)
    found: dict[int, list[Any]] = defaultdict(list)
    names = ("review__assignment", "review", "review__starts_at", "side", "score")
    for key, review, starts_at, side, score in rows.order_by("review__starts_at", "pk").values_list(*names):
        if local_day(starts_at) <= on:
            found[key].append((review, side, score))
    return found


def _talks(assignments: Collection[int]) -> dict[int, Any]:
    """When the shadow manager last answered something in confidence: that it was, not what."""
    rows = Sounding.objects.filter(notebook__assignment__in=assignments, answered_at__isnull=False).order_by()
    return dict(rows.values_list("notebook__assignment").annotate(Max("answered_at")))


def _of_reviews(reviews: list[ReviewHeld]) -> dict[str, Any]:
    held = [one for one in reviews if one.is_held]
    decided = [one.day for one in held if one.decision in {Decision.CONTINUE, Decision.ADJUST}]
    return {
        "met_on": tuple(one.day for one in held),
        "reviews_missed": missed_in_a_row(reviews),
        "reviews_moved": moved_most(reviews),
        "reviews_unprepared": unprepared_in_a_row(reviews),
        "unprepared": held[-1].unprepared if held else (),
        "cancels": cancels_in_a_row(reviews),
        "redecided_on": max(decided, default=None),
    }


def _of_scores(scores: list[Any]) -> dict[str, Any]:
    """Of the newest review with a score of the client, and the client's one before."""
    of_client = [(review, score) for review, side, score in scores if side == Side.CLIENT]
    if not of_client:
        return {}
    review, client = of_client[-1]
    manager = [score for other, side, score in scores if other == review and side == Side.MANAGER]
    return {
        "client_score": client,
        "manager_score": manager[0] if manager else None,
        "score_before": of_client[-2][1] if len(of_client) > 1 else None,
    }


def _spoke(reviews: list[ReviewHeld], talk: Any) -> dict[str, Any]:
    days = [one.day for one in reviews if one.is_held]
    return {"spoke_on": max([*days, *([local_day(talk)] if talk else [])], default=None)}
