"""F1: what resistance there was, in sums alone: nobody's line, for who may not know names."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from interregnum.parameters.values import value
from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.models import ChosenApproach, Resistance
from interregnum.stages.deliver.queries.change import FLOOR
from interregnum.stages.deliver.rules.groups import LEAST
from interregnum.stages.deliver.rules.resistance import Effect


@dataclass(frozen=True)
class ResistanceSums:
    """`causes` are (cause, how often it was seen); `helped` the approaches after which it became less, or went."""

    causes: tuple[tuple[object, int], ...]
    helped: tuple[tuple[object, int], ...]


def resistance_sums(assignment: str, *, on: date) -> ResistanceSums | None:
    """None where it was seen of fewer stakeholders than may be told of; two queries."""
    rows = Resistance.objects.filter(assignment__code=assignment, stakeholder__removed_at=None)
    seen = list(rows.values_list("stakeholder", "cause"))
    if len({who for who, _cause in seen}) < max(LEAST, value(FLOOR, on=on)):
        return None
    worked = ChosenApproach.objects.filter(resistance__in=rows, effect__in=(Effect.GONE, Effect.LESS))
    helped = Counter(worked.order_by().values_list("approach", flat=True))
    causes = Counter(cause for _who, cause in seen)
    return ResistanceSums(
        tuple((texts.CAUSES[cause], count) for cause, count in causes.most_common()),
        tuple((texts.APPROACHES[one], count) for one, count in helped.most_common()),
    )
