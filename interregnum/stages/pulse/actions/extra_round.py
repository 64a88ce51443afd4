"""F3 A2: employees are asked once more than the calendar says: at the end of an assignment, and months after it."""

from datetime import datetime, timedelta

from interregnum.journal.record import record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.pulse.actions.answer import make_cells
from interregnum.stages.pulse.actions.close_round import close_round
from interregnum.stages.pulse.actions.invite import invite_round
from interregnum.stages.pulse.actions.run_rounds import key_of, know_codes
from interregnum.stages.pulse.facts import PulseOpened
from interregnum.stages.pulse.models import Round, Survey
from interregnum.stages.pulse.queries.terms import OPEN, floor_on
from interregnum.stages.pulse.rules.states import Occasion, PulseState, RoundState, Way


def open_extra_round(assignment: str, *, occasion: Occasion, months: int = 0, at: datetime) -> bool:
    """Part of an action: one round more, by the same questions and groups and with the same floor; once an occasion.

    Nothing where no pulse ran, or fewer people are asked than may be told of. Where the addresses of employees have
    gone, each group has one code to be handed out: no address is asked for or kept again.
    """
    rows = Survey.objects.select_for_update(of=("self",)).filter(assignment__code=assignment)
    survey = rows.exclude(state=PulseState.DRAFT).first()
    if survey is None or survey.rounds.filter(occasion=occasion, months=months).exists():
        return False
    on, groups = local_day(at), list(survey.groups.all())
    people = sum(group.people for group in groups)
    if people < floor_on(on):
        return False
    for row in survey.rounds.filter(state=RoundState.OPEN):
        close_round(row.code, at)
    if survey.way is Way.MAIL and not survey.addresses.exists():
        survey.way = Way.CODE
        know_codes(groups)
    survey.state = PulseState.RUNNING
    survey.save(update_fields=["way", "state"])
    last = survey.rounds.order_by("-number").first()
    made = Round.objects.create(
        survey=survey,
        number=last.number + 1 if last else 1,
        opens_on=on,
        closes_on=on + timedelta(days=int(value(OPEN, on=on)) - 1),
        asked=survey.addresses.count() if survey.way is Way.MAIL else people,
        occasion=occasion,
        months=months,
    )
    make_cells(made, sorted({key_of(group, floor_on(on)) for group in groups}))
    if survey.way is Way.MAIL:
        invite_round.enqueue(made.code)
    record(PulseOpened(assignment=assignment, number=made.number), by=HOUSE, at=at)
    return True
