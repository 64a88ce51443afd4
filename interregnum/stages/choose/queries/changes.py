"""Which profiles were changed: for whoever keeps something of all profiles in memory beside the engine."""

from dataclasses import dataclass

from interregnum.stages.choose.engine import store
from interregnum.stages.choose.models import ManagerRow, MatchStep, ProfileChange

MOST_WAITING = 500


@dataclass(frozen=True)
class Step:
    """How far the changes were when something was read; the token is another one after a roll-back or a restore.

    `notes` are those of profiles whose narrow row had yet to be made again.
    """

    number: int = 0
    token: str = ""
    notes: frozenset[int] = frozenset()


def changes_since(known: Step) -> tuple[Step, list[int] | None]:
    """How far the changes are now, and the keys of the profiles that were changed since a step that is known.

    None in the place of the keys: what was read was undone, or another database was put in its place. A page that only
    looks leaves the narrow rows to others, unless many wait; until then those profiles are named each time.
    """
    waiting = dict(ProfileChange.objects.values_list("pk", "manager")[: MOST_WAITING + 1])
    if len(waiting) > MOST_WAITING:
        store.work_off()
        waiting = {}
    steps = list(MatchStep.objects.filter(number__gte=known.number).order_by("number").values_list("number", "token"))
    first, last = (steps[0], steps[-1]) if steps else ((0, ""), (0, ""))
    # A note goes in the same transaction that makes a step.
    is_undone = first != (known.number, known.token) or (first == last and not known.notes <= waiting.keys())
    if is_undone:
        last = MatchStep.objects.order_by("-number").values_list("number", "token").first() or (0, "")
    now = Step(*last, frozenset(waiting))
    if is_undone:
        return now, None
    changed = set(waiting.values())
    if first != last:
        changed.update(ManagerRow.objects.filter(changed__gt=known.number).values_list("pk", flat=True))
    return now, sorted(changed)
