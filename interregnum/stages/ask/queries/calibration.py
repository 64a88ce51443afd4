"""How often people corrected which field: where the rules deserve trust, and where they do not."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from interregnum.kernel.actor import Actor
from interregnum.stages.ask.models import Judgement
from interregnum.stages.ask.rules.judging import FIELDS, Outcome
from interregnum.stages.ask.texts import FIELDS as LABELS
from interregnum.web.pieces import Meter, Tone

QUARTER = timedelta(days=91)


@dataclass(frozen=True)
class Tally:
    """Of one field: how many words of people stand, and how many of them differ from the rules."""

    field: str
    judged: int
    corrected: int
    filled: int


def tallies(*, seen_by: Actor, at: datetime) -> dict[str, Tally]:
    """Field -> its figures over the last 91 days, of all requests of the firm; nothing for others than the bureau."""
    if not seen_by.is_bureau:
        return {}
    rows = (
        Judgement.objects.filter(is_standing=True, at__gt=at - QUARTER, at__lte=at)
        .order_by()
        .values("field")
        .annotate(
            judged=Count("pk"),
            corrected=Count("pk", filter=Q(outcome=Outcome.CORRECTED)),
            filled=Count("pk", filter=Q(outcome=Outcome.FILLED)),
        )
    )
    return {row["field"]: Tally(**row) for row in rows}


def meters(found: dict[str, Tally]) -> tuple[Meter, ...]:
    """A bar for each field that anybody judged: the share that was corrected, with both numbers beside it."""
    return tuple(
        Meter(
            LABELS[field],
            found[field].corrected,
            found[field].judged,
            f"{found[field].corrected} / {found[field].judged}",
            Tone.WARN if found[field].corrected * 4 > found[field].judged else Tone.INFO,
        )
        for field in FIELDS
        if field in found
    )
