"""A2: after the end a result is measured otherwise: old and new stand side by side from that day."""

from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.handover.facts import MeasureChanged
from interregnum.stages.handover.models import AnchorCard, ClosedResult, NewMeasure
from interregnum.stages.handover.queries.results import closed_result


@dataclass(frozen=True, kw_only=True)
class Redefined:
    unit: str
    baseline: Decimal
    norm: Decimal


@action
def redefine_measure(*, result: str, measure: Redefined, why: str, by: Actor, at: datetime) -> Refused | None:
    """By client or firm. The same measure again changes nothing. Raises Http404 for a result that is not theirs."""
    row = closed_result(result, seen_by=by)
    if measure.norm == measure.baseline:
        return Refused.because("handover.norm_is_baseline", "norm")
    if not why.strip():
        return Refused.because("handover.words_needed", "why")
    # Of two who redefine at once, the second one sees what the first one made.
    ClosedResult.objects.select_for_update().get(pk=row.pk)
    last = row.measures.last() or row
    if measure == Redefined(unit=last.unit, baseline=last.baseline, norm=last.norm):
        return None
    made = {"since": local_day(at), "why": why.strip(), "written_at": at}
    NewMeasure.objects.create(result=row, written_by=Account.objects.get(code=by.code), **asdict(measure), **made)
    _tell_card(row, measure, at)
    record(MeasureChanged(assignment=row.handover.assignment.code, result=row.code), by=by, at=at)
    return None


def _tell_card(row: ClosedResult, measure: Redefined, at: datetime) -> None:
    """The card of the same result shows both as well."""
    cards = AnchorCard.objects.filter(handover=row.handover_id, result__title=row.title)
    card = cards.filter(result__position=row.position).first()
    if card is None:
        return
    was = [card.unit, str(card.baseline), str(card.norm), local_day(at).isoformat()]
    told: dict[str, Any] = asdict(measure) | {"earlier": [*card.earlier, was]}
    AnchorCard.objects.filter(pk=card.pk).update(**told)
