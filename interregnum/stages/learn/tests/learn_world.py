"""Max's assignment at Carla's bank is over: two results of three, a deadlock broken, and what the three gave."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from interregnum.stages.deliver.models import Assignment, Decision, Measurement, Result, Tenure, WeeklyReport
from interregnum.stages.deliver.rules.states import DecisionState
from interregnum.stages.ensure.models import Preparation, Review
from interregnum.stages.ensure.rules.reviews import ReviewKind, ReviewState, Side
from interregnum.stages.guarantee.models import Complaint, RootCause
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import CaseState
from tests.life import STARTS_ON, Life
from tests.world import Cast, make_manager

OVER = date(2026, 8, 28)
# The night after the last day, and the day on which the bureau reads what came then.
AFTER = datetime(2026, 8, 29, 2, 0, tzinfo=UTC)
SHOWN = AFTER + timedelta(days=14)


def ended(cast: Cast) -> Life:
    """What was measured while it ran: one result of two reached, first in the third week; the client gave an 8."""
    life = Life(cast, until="reported")
    row = Assignment.objects.get(code=life.assignment)
    # The day that the plan promised is none of the day on which it was there.
    Assignment.objects.filter(pk=row.pk).update(ends_on=OVER, first_result_on=STARTS_ON + timedelta(days=3))
    report = WeeklyReport.objects.get(assignment=row)
    WeeklyReport.objects.filter(pk=report.pk).update(monday=STARTS_ON + timedelta(weeks=2))
    first = Result.objects.get(assignment=row)
    told = {"unit": "mensen", "baseline": Decimal(0), "target": Decimal(4), "due_on": OVER}
    second = Result.objects.create(assignment=row, position=1, title="Eigenaren", **told)
    for result, value in ((first, Decimal(5)), (second, Decimal(3))):
        Measurement.objects.update_or_create(report=report, result=result, defaults={"value": value})
    waited(row, report, days=30)
    reviewed(cast, row, date(2026, 4, 1), client=8, shadow=7)
    return life


def waited(row: Assignment, report: WeeklyReport, *, days: int) -> None:
    Decision.objects.create(
        assignment=row,
        report=report,
        what="Wie mag er plannen?",
        asked_on=STARTS_ON,
        due_on=STARTS_ON,
        state=DecisionState.TAKEN,
        answered_at=datetime(2026, 3, 9, 12, tzinfo=UTC) + timedelta(days=days),
    )


def reviewed(cast: Cast, row: Assignment, day: date, *, client: int, shadow: int) -> Review:
    review = Review.objects.create(
        assignment=row,
        kind=ReviewKind.REGULAR,
        state=ReviewState.SIGNED,
        due_on=day,
        starts_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
    )
    for side, score, who in ((Side.CLIENT, client, cast.carla), (Side.SHADOW, shadow, cast.sara)):
        Preparation.objects.create(
            review=review, side=side, score=score, written_by=who, ready_at=review.starts_at, reason="Gaat goed."
        )
    return review


def replaced(life: Life, cause: Cause | None) -> Complaint:
    """Max was replaced on the last day of July; another one went on."""
    row = Assignment.objects.select_related("contract").get(code=life.assignment)
    last = date(2026, 7, 31)
    Tenure.objects.create(
        assignment=row, contract=row.contract, manager=life.cast.max_profile, first_on=STARTS_ON, last_on=last
    )
    other = make_manager(name="Opvolger Voorbeeld", email="opvolger@example.org")
    Assignment.objects.filter(pk=row.pk).update(manager=other, manager_since=last + timedelta(days=3))
    case = Complaint.objects.create(
        assignment=row,
        contract=row.contract,
        manager=life.cast.max_profile,
        reason=ComplaintReason.RESULT,
        complained_at=AFTER - timedelta(days=40),
        complained_by=life.cast.carla,
        state=CaseState.REPLACED,
        closed_at=AFTER - timedelta(days=20),
    )
    if cause:
        told = {"words": "Hij mocht niets.", "lesson": "Eerst het mandaat."}
        RootCause.objects.create(complaint=case, cause=cause, found_by=life.cast.anton, found_at=AFTER, **told)
    return case
