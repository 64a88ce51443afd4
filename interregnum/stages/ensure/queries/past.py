"""What a later stage learns of the reviews of assignments that are over: scores, and whether each was held in time."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries.quality.course import courses_of
from interregnum.stages.deliver.rules.signals import SIGNALS
from interregnum.stages.ensure.models import AssignmentOutcome, Preparation, Review
from interregnum.stages.ensure.queries.ladder_rows import terms_on
from interregnum.stages.ensure.queries.review_rows import SCORED
from interregnum.stages.ensure.rules.hits import Ended, hits_of
from interregnum.stages.ensure.rules.reviews import BEGUN, ReviewState

# By key of the assignment: the day of the review, the side, and what it gave from 1 to 10.
type Scores = Mapping[int, list[tuple[date, str, int]]]


def scores_of(assignments: Collection[int]) -> Scores:
    """Those that lay on the table; one query."""
    rows = Preparation.objects.filter(review__assignment__in=assignments, review__state__in=BEGUN, **SCORED)
    found: dict[int, list[tuple[date, str, int]]] = defaultdict(list)
    names = ("review__assignment", "review__starts_at", "side", "score")
    for key, starts_at, side, score in rows.order_by("review__starts_at", "pk").values_list(*names):
        found[key].append((local_day(starts_at), str(side), score or 0))
    return found


def reviews_of(assignments: Collection[int], *, on: date, days: int) -> Mapping[int, tuple[int, int]]:
    """How many were due, and how many of them were held within so many days of their day; one query."""
    rows = Review.objects.filter(assignment__in=assignments, due_on__lt=on).exclude(state=ReviewState.CANCELLED)
    found: dict[int, tuple[int, int]] = {}
    for key, state, due_on, starts_at in rows.values_list("assignment", "state", "due_on", "starts_at"):
        due, held = found.get(key, (0, 0))
        in_time = state in BEGUN and (local_day(starts_at) - due_on).days <= days
        found[key] = (due + 1, held + in_time)
    return found


def alarms_of(assignments: Collection[int], *, on: date) -> Mapping[int, tuple[int, int]]:
    """Of each whose outcome is known: how many of its alarms were right, and of how many; three queries."""
    outcomes = dict(AssignmentOutcome.objects.filter(assignment__in=assignments).values_list("assignment", "outcome"))
    courses, days = courses_of(outcomes, on=on), terms_on(on).amber_days
    found = {}
    for key, outcome in outcomes.items():
        ended = [Ended(outcome, courses.get(key, ()), on)]
        hits = [hits_of(ended, rule.code, amber_days=days) for rule in SIGNALS]
        found[key] = (sum(one.right for one in hits), sum(one.right + one.wrong for one in hits))
    return found
