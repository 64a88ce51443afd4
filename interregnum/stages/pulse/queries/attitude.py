"""What the newest round of a pulse published of the change as a whole, for the stages that come after."""

from interregnum.stages.pulse.models import Round
from interregnum.stages.pulse.queries.results import read
from interregnum.stages.pulse.rules.states import RoundState


def attitude_of(assignment: str) -> int | None:
    """The mean of all questions in tenths from 10 to 50; None while nothing was published."""
    rows = Round.objects.filter(survey__assignment__code=assignment, state=RoundState.CLOSED, result__isnull=False)
    last = rows.order_by("-number").first()
    figures = read(last.result or {}).figures if last else ()
    return int(10 * sum(one.value for one in figures) / len(figures)) if figures else None
