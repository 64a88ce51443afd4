"""A pulse starts, its rounds open and close with the calendar, and it ends. Safe to run again at any moment."""

from collections.abc import Sequence
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import values
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.pulse.actions.answer import make_cells
from interregnum.stages.pulse.actions.close_round import close_round
from interregnum.stages.pulse.actions.invite import invite_round
from interregnum.stages.pulse.facts import PulseOpened, PulseStarted, PulseStopped
from interregnum.stages.pulse.models import Group, Round, Survey
from interregnum.stages.pulse.queries.links import hash_of, token_of_group
from interregnum.stages.pulse.queries.terms import EVERY, OPEN, floor_on
from interregnum.stages.pulse.queries.visible import survey_of
from interregnum.stages.pulse.rules.setting_up import check_start, round_days
from interregnum.stages.pulse.rules.states import PulseState, RoundState, Way


@action
def start_pulse(*, assignment: str, starts_on: date, by: Actor, at: datetime) -> str | Refused:
    """From now on nothing of it changes; a first round that is due opens at once."""
    survey = survey_of(assignment, seen_by=by, hold=True)
    if survey.state != PulseState.DRAFT:
        return Refused.because("pulse.started")
    row, today = survey.assignment, local_day(at)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("pulse.assignment_closed")
    if starts_on < today:
        return Refused.because("pulse.start_past", "starts_on")
    groups = list(survey.groups.all())
    reasons = check_start(
        people=sum(group.people for group in groups),
        floor=floor_on(today),
        empty=[group.name for group in groups if not group.people],
        starts_on=starts_on,
        term=Period(row.starts_on, row.ends_on),
    )
    if reasons:
        return Refused(reasons)
    survey.state, survey.starts_on = PulseState.RUNNING, starts_on
    survey.save()
    if survey.way is Way.CODE:
        know_codes(groups)
    record(PulseStarted(assignment=row.code, starts_on=starts_on.isoformat()), by=by, at=at)
    _open_due(survey, at)
    return str(row.code)


@action
def stop_pulse(*, assignment: str, by: Actor, at: datetime) -> str | Refused:
    """The round that is open closes with its results; no other one opens."""
    survey = survey_of(assignment, seen_by=by, hold=True)
    if survey.state != PulseState.RUNNING:
        return Refused.because("pulse.not_running")
    _end(survey, by=by, at=at)
    return assignment


def turn_pulses(at: datetime) -> int:
    """Close the rounds of which the last day is over, open those that are due; returns how many were turned."""
    today = local_day(at)
    ended = list(Round.objects.filter(state=RoundState.OPEN, closes_on__lt=today).values_list("code", flat=True))
    turned = sum(close_round(code, at) for code in ended)
    running = Survey.objects.filter(state=PulseState.RUNNING, starts_on__lte=today)
    waiting = running.exclude(rounds__state=RoundState.OPEN).values_list("pk", flat=True)
    return turned + sum(_turn(key, at) for key in list(waiting))


@action
def _turn(key: int, at: datetime) -> bool:
    survey = Survey.objects.select_for_update().get(pk=key)
    if survey.state != PulseState.RUNNING:
        return False
    if survey.assignment.state == AssignmentState.CLOSED or survey.assignment.ends_on < local_day(at):
        _end(survey, by=HOUSE, at=at)
        return True
    return _open_due(survey, at)


def _end(survey: Survey, *, by: Actor, at: datetime) -> None:
    for row in survey.rounds.filter(state=RoundState.OPEN):
        close_round(row.code, at)
    Survey.objects.filter(pk=survey.pk).update(state=PulseState.OVER, over_on=local_day(at))
    record(PulseStopped(assignment=survey.assignment.code), by=by, at=at)


def _open_due(survey: Survey, at: datetime) -> bool:
    """The next round, when its days have come; one of which all days went by in silence is passed over."""
    today, known = local_day(at), values(EVERY, OPEN, on=local_day(at))
    last = survey.rounds.order_by("-number").first()
    if survey.starts_on is None or survey.starts_on > today or (last is not None and last.state == RoundState.OPEN):
        return False
    terms = {"every": int(known[EVERY]), "open_days": int(known[OPEN])}
    # Not before the round of before is over, whatever the terms have become since.
    passed = (today - survey.starts_on).days // terms["every"]
    days = round_days(survey.starts_on, passed + 1, **terms)
    if today not in days or (last is not None and last.opens_on >= days.first):
        return False
    groups = list(survey.groups.all())
    row = Round.objects.create(
        survey=survey,
        number=last.number + 1 if last else 1,
        opens_on=days.first,
        closes_on=days.last,
        asked=survey.addresses.count() if survey.way is Way.MAIL else sum(group.people for group in groups),
    )
    make_cells(row, sorted({key_of(group, floor_on(today)) for group in groups}))
    if survey.way is Way.MAIL:
        invite_round.enqueue(row.code)
    record(PulseOpened(assignment=survey.assignment.code, number=row.number), by=HOUSE, at=at)
    return True


def key_of(group: Group, floor: int) -> str:
    """Under which an answer counts: a group of fewer people than may be told of has no count of its own."""
    return group.code if group.people >= floor else ""


def know_codes(groups: Sequence[Group]) -> None:
    """What is printed is known from the start on, before a round is open too."""
    for group in groups:
        Group.objects.filter(pk=group.pk).update(token_hash=hash_of(token_of_group(group.code)))
