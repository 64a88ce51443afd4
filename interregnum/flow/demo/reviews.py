"""The three-party reviews of a story: those behind were held and signed, the next ones are planned. Invented."""

from datetime import date, datetime, time, timedelta

from interregnum.flow.demo.stories import Story, expect
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.stages.ensure.actions.hold_review import Minutes, agree_action, conclude_review, start_review
from interregnum.stages.ensure.actions.plan_reviews import plan_reviews
from interregnum.stages.ensure.actions.prepare_review import Prepared, save_preparation
from interregnum.stages.ensure.actions.sign_review import sign_review
from interregnum.stages.ensure.queries.reviews import reviews_page
from interregnum.stages.ensure.rules.reviews import ALL_SIDES, Side

# As far back as the oldest story goes, in steps of the four weeks that the house plans ahead.
LONGEST_WEEKS, PLANNED_EACH = 40, 3
SCORES = {"good": (8, 8), "mixed": (7, 8), "hard": (5, 8)}
MINUTES = (
    "De opdracht is nog de opdracht. Het beeld van de eerste weken wordt gedeeld.\n\n"
    "De opdrachtgever maakt elke week een uur vrij. De teams doen mee; één leidinggevende wacht af."
)


def live_reviews(story: Story, assignment: str, *, client: Actor, manager: Actor, shadow: str, today: date) -> None:
    """Hold what lies behind by the rhythm, and let all three sign it, unless it was only yesterday."""
    guard = Actor(role=Role.SHADOW, code=shadow)
    at = datetime.combine(today, time(6), tzinfo=AMSTERDAM)
    for weeks in range(-LONGEST_WEEKS, 0, PLANNED_EACH):
        plan_reviews(at + timedelta(weeks=weeks))
    page = reviews_page(assignment, seen_by=guard, at=at)
    behind = sorted((line for line in page.lines if line.starts_at < at), key=lambda line: line.starts_at)
    for line in behind:
        people = {"client": client, "manager": manager, "guard": guard}
        _hold(story, line.code, line.starts_at, **people, now=at, is_last=line is behind[-1])


def _hold(
    story: Story,
    review: str,
    moment: datetime,
    *,
    client: Actor,
    manager: Actor,
    guard: Actor,
    now: datetime,
    is_last: bool,
) -> None:
    before, begun = moment - timedelta(days=1), moment + timedelta(minutes=5)
    scores = (*SCORES[story.moods], 8)
    reasons = ("Er komt rust, en ik zie waar het heen gaat.", "De mensen willen mee.", "Het plan past bij de opdracht.")
    for by, score, reason in zip((client, manager, guard), scores, reasons, strict=True):
        told = Prepared(score=score, reason=reason, assignment="Ja, zoals afgesproken.", anchoring="Nog te vroeg.")
        expect(save_preparation(review=review, prepared=told, version=0, is_ready=True, by=by, at=before))
    expect(start_review(review=review, present=ALL_SIDES, by=guard, at=begun))
    if is_last:
        due_on = local_day(now) + timedelta(days=4)
        text = "Het plan in het managementteam bespreken."
        expect(agree_action(review=review, text=text, owner=Side.CLIENT, due_on=due_on, by=guard, at=begun))
    decision = "adjust" if story.moods == "hard" else "continue"
    minutes = Minutes(MINUTES, decision, "De eerste maand gaf een gedeeld beeld.", 0)
    expect(conclude_review(review=review, minutes=minutes, by=guard, at=begun + timedelta(hours=1)))
    for hours, by in enumerate((guard, manager, client), start=2):
        if begun + timedelta(hours=hours) < now:
            expect(sign_review(review=review, version=1, by=by, at=begun + timedelta(hours=hours)))


def plan_coming(at: datetime) -> None:
    """What the weeks ahead bring, as the house would plan it tonight."""
    plan_reviews(at)
