"""The page of the ladder of one assignment: its signals, the steps with their clocks, and what the reader may do."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries.signal_words import TITLES
from interregnum.stages.deliver.queries.signals import ALONG, VerdictView, known_on, verdict_of
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.ensure import ladder_texts as words
from interregnum.stages.ensure.models import Escalation, EscalationStep
from interregnum.stages.ensure.queries.ladder_rows import terms_on
from interregnum.stages.ensure.rules.ladder import OF_PARTNER, LadderStep, LadderTerms, latest_plan_day
from interregnum.stages.ensure.rules.ladder_acts import may_act
from interregnum.web.pieces import Badge, Tone


@dataclass(frozen=True)
class StepView:
    step: LadderStep
    name: object
    began_at: datetime
    due_at: datetime
    badge: Badge
    done_at: datetime | None
    done_by: str
    outcome: str
    with_whom: str
    plan_until: date | None
    again_on: date | None


@dataclass(frozen=True)
class EscalationView:
    causes: tuple[object, ...]
    began_at: datetime
    steps: tuple[StepView, ...]
    closed_at: datetime | None
    closed_by: str
    closed_why: str


@dataclass(frozen=True)
class LadderPage:
    """`now` is the step that waits, None while none does; `latest` the last day of a plan that is agreed today."""

    code: str
    number: str
    client: str
    manager: str
    shadow: str
    verdict: VerdictView
    open: EscalationView | None
    before: tuple[EscalationView, ...]
    now: LadderStep | None
    what_now: object
    who_now: str
    may_act: bool
    may_close: bool
    latest: date
    terms: LadderTerms


def ladder_page(code: str, *, seen_by: Actor, at: datetime) -> LadderPage:
    """Raises Http404 for an assignment that is not theirs."""
    row: Any = assignment_of(code, seen_by=seen_by, along=ALONG)
    on, shadow = local_day(at), _shadow(row)
    terms = terms_on(on)
    rows = list(row.escalations.select_related("closed_by").prefetch_related("steps__done_by"))
    current = next((one for one in rows if one.closed_at is None), None)
    step = list(current.steps.all())[-1] if current else None
    waits = step if step and not step.done_at else None
    return LadderPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        manager=row.manager.name,
        shadow=shadow,
        verdict=verdict_of(row, seen_by=seen_by, known=known_on(on), on=on),
        open=_escalation(current, at) if current else None,
        before=tuple(_escalation(one, at) for one in rows if one.closed_at),
        now=waits.step if waits else None,
        what_now=words.WHAT_NOW[waits.step] if waits else "",
        who_now=who_acts(waits.step, shadow=shadow, owner=row.owner.name if row.owner else "") if waits else "",
        may_act=bool(waits and may_act(waits.step, seen_by.role, has_shadow=bool(shadow))),
        may_close=bool(step and _may_close(step.step, seen_by)),
        latest=latest_plan_day(on, terms=terms),
        terms=terms,
    )


def _may_close(step: LadderStep, actor: Actor) -> bool:
    return may_act(step, actor.role, has_shadow=True) or actor.role in BUREAU - {Role.ACCOUNT_MANAGER}


def _shadow(row: Any) -> str:
    appointment = getattr(row, "shadow_appointment", None)
    return appointment.shadow.name if appointment else ""


def who_acts(step: LadderStep, *, shadow: str, owner: str) -> str:
    """In person where there is one."""
    if step in OF_PARTNER:
        return str(words.A_PARTNER)
    return shadow or owner or str(words.THE_FIRM)


def _escalation(row: Escalation, at: datetime) -> EscalationView:
    return EscalationView(
        tuple(TITLES[code] for code in row.causes if code in TITLES),
        row.began_at,
        tuple(_step(one, at) for one in row.steps.all()),
        row.closed_at,
        row.closed_by.name if row.closed_by else "",
        row.closed_why,
    )


def _step(one: EscalationStep, at: datetime) -> StepView:
    return StepView(
        one.step,
        words.LADDER_STEPS[one.step],
        one.began_at,
        one.due_at,
        badge_of(one, at),
        one.done_at,
        one.done_by.name if one.done_by else "",
        one.outcome,
        one.with_whom,
        one.plan_until,
        one.again_on,
    )


def badge_of(one: EscalationStep, at: datetime) -> Badge:
    if one.done_at:
        return Badge(words.DONE, Tone.GOOD)
    late = one.is_passed or one.due_at <= at
    return Badge(words.LATE, Tone.BAD) if late else Badge(words.WAITS, Tone.WARN)
