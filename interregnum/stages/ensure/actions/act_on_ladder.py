"""G1: somebody does what a step of the ladder asks, calls the special review, or closes the ladder and says why."""

from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.ensure.actions.plan_reviews import about
from interregnum.stages.ensure.ladder_facts import EscalationClosed, EscalationStepDone
from interregnum.stages.ensure.ladder_letters import tell_closed
from interregnum.stages.ensure.models import Escalation, EscalationStep, Review
from interregnum.stages.ensure.queries.ladder_rows import causes_of, office_for, open_escalation, terms_on
from interregnum.stages.ensure.queries.review_rows import office_on
from interregnum.stages.ensure.review_facts import ReviewPlanned
from interregnum.stages.ensure.review_letters import invite
from interregnum.stages.ensure.rules.ladder import LadderStep, latest_plan_day, working_days_after
from interregnum.stages.ensure.rules.ladder_acts import may_act
from interregnum.stages.ensure.rules.reviews import BEGUN, ReviewKind, check_moment

ALONG = ("shadow_appointment__shadow",)


@dataclass(frozen=True, kw_only=True)
class Done:
    """`step` is the one that was seen; `with_whom` and `plan_until` are asked on the third."""

    step: LadderStep
    outcome: str
    with_whom: str = ""
    plan_until: date | None = None


@action
def do_step(*, assignment: str, done: Done, by: Actor, at: datetime) -> Refused | None:
    """What was agreed; on the second step the special review must have been begun."""
    row = assignment_of(assignment, seen_by=by, along=ALONG)
    escalation = open_escalation(row.pk)
    step = list(escalation.steps.all())[-1] if escalation else None
    if escalation is None or step is None or step.step != done.step:
        return Refused.because("ensure.ladder_changed")
    has_shadow = getattr(row, "shadow_appointment", None) is not None
    if not may_act(step.step, by.role, has_shadow=has_shadow):
        return Refused.because("ensure.ladder_not_yours")
    refused = _lacks(step, done, row.pk, at)
    if refused is not None:
        return refused
    terms, on = terms_on(local_day(at)), local_day(at)
    again_on = done.plan_until or working_days_after(on, terms.again_working_days, office=office_for(at))
    # The filter carries the old state: of two at once, one does it.
    waiting = EscalationStep.objects.filter(pk=step.pk, done_at=None)
    told = {"outcome": done.outcome.strip(), "with_whom": done.with_whom.strip(), "plan_until": done.plan_until}
    person = Account.objects.get(code=by.code)
    if not waiting.update(done_at=at, done_by=person, again_on=again_on, **told):
        return Refused.because("ensure.ladder_changed")
    record(EscalationStepDone(assignment=row.code, escalation=escalation.code, step=step.step), by=by, at=at)
    return None


def _lacks(step: EscalationStep, done: Done, assignment: int, at: datetime) -> Refused | None:
    on = local_day(at)
    if step.step == LadderStep.SECOND:
        held = Review.objects.filter(assignment=assignment, state__in=BEGUN, started_at__gte=step.began_at)
        return None if held.exists() else Refused.because("ensure.special_not_held")
    if step.step == LadderStep.THIRD:
        if not done.with_whom.strip():
            return Refused.because("ensure.superior_missing", "with_whom")
        latest = latest_plan_day(on, terms=terms_on(on))
        if done.plan_until is None or not on < done.plan_until <= latest:
            return Refused.because("ensure.plan_too_long", "plan_until", latest=f"{latest:%d-%m-%Y}")
    return None


@action
def note_chosen(*, assignment: str, by: Actor, at: datetime) -> None:
    """The fourth step: the client has the guarantee, and chooses there."""
    steps = EscalationStep.objects.filter(escalation__assignment__code=assignment, escalation__closed_at=None)
    step = steps.filter(step=LadderStep.FOURTH, done_at=None).select_related("escalation").first()
    # The filter carries the old state: of two at once, one does it.
    if step is None or not EscalationStep.objects.filter(pk=step.pk, done_at=None).update(
        done_at=at, done_by=Account.objects.get(code=by.code)
    ):
        return
    record(EscalationStepDone(assignment=assignment, escalation=step.escalation.code, step=step.step), by=by, at=at)


@action
def call_special_review(*, assignment: str, moment: datetime, by: Actor, at: datetime) -> Refused | None:
    """All three are invited to a review of its own, beside those of the rhythm."""
    row = assignment_of(assignment, seen_by=by, along=ALONG)
    escalation = open_escalation(row.pk)
    step = list(escalation.steps.all())[-1] if escalation else None
    if step is None or step.step != LadderStep.SECOND or step.done_at:
        return Refused.because("ensure.ladder_changed")
    if getattr(row, "shadow_appointment", None) is None:
        return Refused.because("ensure.special_without_shadow")
    refused = check_moment(moment, at=at, term=term_of(row), office=office_on(moment, at=at))
    if refused is not None:
        return refused
    fresh = {"kind": ReviewKind.SPECIAL, "starts_at": moment}
    review, is_new = Review.objects.get_or_create(assignment=row, due_on=local_day(moment), defaults=fresh)
    if not is_new:
        return Refused.because("ensure.review_that_day", "moment")
    review.assignment = row
    invite(review, "mail/review_planned.txt", at=at)
    record(ReviewPlanned(**about(review)), by=by, at=at)
    return None


@action
def close_ladder(*, assignment: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """Once the signals that ask for it are gone, and with the reason; the partner alone once it came to them."""
    row = assignment_of(assignment, seen_by=by, along=ALONG)
    escalation = open_escalation(row.pk)
    if escalation is None:
        return Refused.because("ensure.ladder_changed")
    step = list(escalation.steps.all())[-1].step
    if not (may_act(step, by.role, has_shadow=True) or by.role in BUREAU - {Role.ACCOUNT_MANAGER}):
        return Refused.because("ensure.ladder_not_yours")
    # What was noted a moment ago counts.
    measure_quality(at)
    on = local_day(at)
    if causes_of([row.pk], terms=terms_on(on), on=on)[row.pk]:
        return Refused.because("ensure.signals_there", "why")
    closed = {"closed_at": at, "closed_by": Account.objects.get(code=by.code), "closed_why": why.strip()}
    if not Escalation.objects.filter(pk=escalation.pk, closed_at=None).update(**closed):
        return Refused.because("ensure.ladder_changed")
    tell_closed(row)
    record(EscalationClosed(assignment=row.code, escalation=escalation.code), by=by, at=at)
    return None
