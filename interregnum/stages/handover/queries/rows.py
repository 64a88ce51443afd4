"""One hand-over, for whoever may know of its assignment; and what its index is made of."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.parameters.values import value, values
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.handover.models import AnchorCard, Handover
from interregnum.stages.handover.rules.gate import ExitGate, exit_gate
from interregnum.stages.handover.rules.index import Anchoring, Card, Index, Marks, index_of, marks_of, ownerless
from interregnum.stages.handover.rules.states import PaperState, SuccessorState

WEIGHTS, GATE = "handover.index_weights", "handover.gate"


def handover_row(assignment: str, *, seen_by: Actor) -> Handover:
    """Raises Http404 while it is not open, or for an assignment that is not theirs."""
    if seen_by.role is Role.DELEGATE:
        raise Http404
    along = ("organisation", "manager", "owner", "contract")
    rows = Handover.objects.select_related(*(f"assignment__{name}" for name in along))
    row = rows.filter(assignment__in=visible_to(seen_by).order_by().values("pk"), assignment__code=assignment).first()
    if row is None:
        raise Http404
    return row


def result_of(code: str, *, seen_by: Actor) -> tuple[Any, Any]:
    """A result with its assignment. Raises Http404 for one that is not theirs."""
    rows: Any = visible_to(seen_by).filter(results__code=code)
    about = None if seen_by.role is Role.DELEGATE else rows.first()
    if about is None:
        raise Http404
    return about, about.results.get(code=code)


def card_marks(card: AnchorCard, *, trained_percent: int) -> Marks:
    return marks_of(
        Card(
            owner=card.owner,
            sponsor=card.sponsor,
            is_measured=card.is_measured,
            has_procedure=bool(card.procedure.strip()),
            is_approved=card.approved_on is not None,
            is_enforced=card.is_enforced,
            trained=card.trained,
            to_train=card.to_train,
            is_across=card.is_across,
        ),
        trained_percent=trained_percent,
    )


def is_otherwise(card: AnchorCard, result: Any) -> bool:
    """Whether the plan measures a result otherwise than its card was written for."""
    return bool((card.unit, card.baseline) != (result.unit, result.baseline))


def norm_of(result: Any, card: AnchorCard | None) -> Decimal:
    """The norm of its card; the target of the plan without a card, or where the card speaks of another measure: a new
    value is never held against an old norm."""
    found: Decimal = result.target if card is None or is_otherwise(card, result) else card.norm
    return found


def anchoring_of(row: Handover, *, on: date) -> Anchoring:
    percent = value(GATE, on=on)["trained_percent"]
    cards = {card.result.code: card_marks(card, trained_percent=percent) for card in _cards(row)}
    marks = tuple(cards.get(code, frozenset()) for code in row.results)
    return Anchoring(marks, row.successor_state == SuccessorState.AGREED, row.attitude)


def _cards(row: Handover) -> Any:
    return row.cards.select_related("result")


def index_and_gate(row: Handover, *, on: date) -> tuple[Index, ExitGate]:
    known, anchoring = values(WEIGHTS, GATE, on=on), anchoring_of(row, on=on)
    index = index_of(anchoring, known[WEIGHTS])
    wanted = row.overrides.values_list("side", flat=True)
    gate = exit_gate(
        index.total,
        least=known[GATE]["least"],
        ownerless=ownerless(anchoring.cards),
        is_accepted=row.documents.filter(state=PaperState.ACCEPTED).exists(),
        wanted_by=tuple(wanted),
    )
    return index, gate
