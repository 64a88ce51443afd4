"""B2 D3 D4 D8: for which criteria of a brief an assignment of the firm itself is evidence."""

from collections.abc import Collection

from interregnum.kernel.lists import Category, Reason
from interregnum.people.rules.evidence import Proof


def counts_for(proof: Proof, category: str, reasons: Collection[str]) -> tuple[str, ...]:
    """Codes of criteria, as the figures of a profile count it; none for what it says nothing about.

    One that failed counts against the same category and reasons. One without an answer counts for these two alone,
    and one that was denied for nothing.

    >>> counts_for(Proof("crisis", (), 4, False, True), "crisis", ())
    ('choose.category', 'choose.speed', 'choose.references', 'choose.steadiness')
    """
    if proof.is_confirmed is False and not proof.failed:
        return ()
    is_sure = bool(proof.is_confirmed) and not proof.failed
    holds = {
        "choose.category": proof.category == category,
        "choose.issue": bool(set(proof.reasons) & set(reasons)),
        "choose.speed": is_sure and proof.weeks is not None,
        "choose.breakthrough": is_sure and proof.has_deadlock,
        "choose.references": is_sure,
        "choose.steadiness": proof.category == Category.CRISIS or Reason.RESTORE_ORDER in proof.reasons,
    }
    return tuple(code for code, is_so in holds.items() if is_so)
