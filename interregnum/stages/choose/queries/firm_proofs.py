"""What assignments of the firm itself prove for a brief, with date and source."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from interregnum.people.models import Proven
from interregnum.people.rules.evidence import Proof
from interregnum.stages.choose.rules.firm_proof import counts_for
from interregnum.stages.choose.texts import CRITERIA
from interregnum.web.pieces import Definition
from interregnum.web.templatetags.web import day

SAID = ("source", "on", "category", "reasons", "first_result_weeks", "has_deadlock", "is_confirmed", "failed")


@dataclass(frozen=True)
class FirmProof:
    """`source` is the number of the assignment, which nobody but the bureau reads; `criteria` in words."""

    source: str
    on: date
    criteria: str
    is_against: bool


def firm_proofs(
    managers: Collection[str], *, category: str, reasons: Collection[str], until: date
) -> Mapping[str, tuple[FirmProof, ...]]:
    """By the code of a manager, newest first: what stands now of what was there on a day."""
    rows = Proven.objects.filter(manager__code__in=managers, on__lte=until).select_related("manager")
    found: dict[str, tuple[FirmProof, ...]] = defaultdict(tuple)
    for row in rows.only(*SAID, "manager__code").order_by("-on", "pk"):
        proof = Proof(
            category=row.category,
            reasons=tuple(row.reasons),
            weeks=row.first_result_weeks,
            has_deadlock=row.has_deadlock,
            is_confirmed=row.is_confirmed,
            failed=row.failed,
        )
        if criteria := counts_for(proof, category, reasons):
            words = ", ".join(str(CRITERIA[code]).lower() for code in criteria)
            found[row.manager.code] += (FirmProof(row.source, row.on, words, row.failed),)
    return found


def for_client(proofs: tuple[FirmProof, ...]) -> tuple[Definition, ...]:
    """What speaks for a manager, with its day; whose assignment it was is told to nobody."""
    said = [f"{day(one.on, 'long')}: {one.criteria}" for one in proofs if not one.is_against]
    return (Definition(_("Proven in assignments of our firm"), "; ".join(said)),) if said else ()
