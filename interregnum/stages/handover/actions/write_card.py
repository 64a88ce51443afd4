"""A2: manager and client write the anchor card of a result, together and as often as it changes."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.stages.handover.actions.open_handover import ensure_open, take_reading
from interregnum.stages.handover.facts import AnchorWritten, MeasureChanged
from interregnum.stages.handover.models import AnchorCard, Handover
from interregnum.stages.handover.queries.rows import GATE, card_marks, result_of
from interregnum.stages.handover.rules.index import Part


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a card says; `version` is that of what was read when it was typed."""

    norm: Decimal
    owner: str = ""
    deputy: str = ""
    sponsor: str = ""
    is_measured: bool = False
    procedure: str = ""
    approved_on: date | None = None
    is_enforced: bool = False
    trained: int | None = None
    to_train: int | None = None
    is_across: bool = False
    budget: str = ""
    relapse_sign: str = ""
    relapse_action: str = ""
    version: int = 0


@action
def write_card(*, result: str, card: Written, by: Actor, at: datetime) -> Refused | None:
    """Raises Http404 for a result of an assignment that is not theirs."""
    about, measured = result_of(result, seen_by=by)
    if card.norm == measured.baseline:
        return Refused.because("handover.norm_is_baseline", "norm")
    if card.approved_on and card.approved_on > local_day(at):
        return Refused.because("handover.approved_later", "approved_on")
    if card.trained is not None and card.trained > (card.to_train or 0):
        return Refused.because("handover.trained_too_many", "trained")
    row, _is_new = ensure_open(about, by=by, at=at)
    if row.closed_at is not None:
        return Refused.because("handover.closed")
    refused = _keep(row, measured, card, by=by, at=at)
    if refused is None:
        take_reading(row, at=at)
    return refused


def _keep(row: Handover, measured: Any, card: Written, *, by: Actor, at: datetime) -> Refused | None:
    fresh = {"unit": measured.unit, "baseline": measured.baseline, "norm": card.norm, "written_at": at}
    kept, is_new = AnchorCard.objects.get_or_create(handover=row, result=measured, defaults=fresh)
    told = {name: said.strip() if isinstance(said, str) else said for name, said in asdict(card).items()}
    told |= fresh | {"version": card.version + 1}
    if moved := not is_new and _measure(kept) != (measured.unit, measured.baseline, card.norm):
        was = [kept.unit, str(kept.baseline), str(kept.norm), local_day(at).isoformat()]
        told["earlier"] = [*kept.earlier, was]
    # The filter carries the version that was read: of two who write at once, the first one stands.
    if not AnchorCard.objects.filter(pk=kept.pk, version=card.version).update(**told):
        return Refused.because("handover.card_changed")
    kept.refresh_from_db()
    tell_of_card(row, measured.code, kept, by=by, at=at)
    if moved:
        record(MeasureChanged(assignment=row.assignment.code, result=measured.code), by=by, at=at)
    return None


def tell_of_card(row: Handover, result: str, card: AnchorCard, *, by: Actor, at: datetime) -> None:
    """Part of an action: the journal knows what a card has by now."""
    has = card_marks(card, trained_percent=value(GATE, on=local_day(at))["trained_percent"])
    words = " ".join(part.value for part in Part if part in has)
    record(AnchorWritten(assignment=row.assignment.code, result=result, has=words), by=by, at=at)


def _measure(card: AnchorCard) -> tuple[str, Decimal, Decimal]:
    return card.unit, card.baseline, card.norm
