"""C1: the reasons: first those that belong to the category, then what else the words say."""

from collections.abc import Iterator
from dataclasses import replace

from interregnum.kernel.lists import Category, Reason
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.points import points, ranked

_MOST = 3
_SAID = 3
_ASKED = 6
_OWN = {
    Category.CHANGE: (Reason.ORGANISATION_DESIGN, Reason.PERFORMANCE),
    Category.BRIDGING: (Reason.KEEP_RUNNING,),
    Category.PROJECT: (Reason.RUN_PROJECT,),
    Category.CRISIS: (Reason.RESTORE_ORDER,),
    Category.EXPERTISE: (Reason.PERFORMANCE, Reason.KEEP_RUNNING, Reason.RUN_PROJECT),
}
# What may stand beside the own reason of a category, and how clearly it must be said.
_BESIDE = {
    Category.CHANGE: {Reason.RESTORE_ORDER: _ASKED, Reason.KEEP_RUNNING: _ASKED},
    Category.BRIDGING: {Reason.ORGANISATION_DESIGN: _ASKED, Reason.PERFORMANCE: _ASKED},
    Category.PROJECT: {Reason.ORGANISATION_DESIGN: _ASKED},
    Category.CRISIS: {Reason.KEEP_RUNNING: _SAID, Reason.ORGANISATION_DESIGN: _ASKED},
    Category.EXPERTISE: {},
}


def reasons_of(reading: Reading, category: Category | None, *, ours: bool) -> tuple[Reason, ...]:
    """C1: at most three. Of a category with several reasons of its own those that were said, else its first.

    What is not `ours` to solve has only the reasons that were said.
    """
    said = points(_hits(reading))
    if category is None:
        return tuple(Reason(code) for code, _ in ranked(said, Reason)[:1])
    own = _OWN[category]
    spoken = [Reason(code) for code, _ in ranked(said, own)]
    chosen = [*(spoken[: len(own) if category is Category.CHANGE else 1] or own[: int(ours or len(own) == 1)])]
    chosen += [reason for reason, least in _BESIDE[category].items() if said.get(reason, 0) >= least]
    return tuple(chosen[:_MOST])


def _hits(reading: Reading) -> Iterator[Hit]:
    yield from reading.of("reason")
    for hit in reading.of("category"):
        if hit.concept.reason:
            yield replace(hit, concept=replace(hit.concept, field="reason", code=hit.concept.reason))
