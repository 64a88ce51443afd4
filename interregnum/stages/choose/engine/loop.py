"""Which of the two loops answers: NumPy for a small pool and until the compiled one is awake, the compiled one else."""

import importlib
import logging
import threading
from types import ModuleType

from interregnum.stages.choose.engine import twin
from interregnum.stages.choose.engine.plan import Plan
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.engine.twin import Best

# Below this NumPy needs less than a millisecond, and a process need not hold a compiler.
FEW = 5_000

_log = logging.getLogger(__name__)
_awake: list[ModuleType] = []
_waking = threading.Lock()


def best(snapshot: Snapshot, plan: Plan, limit: int) -> Best:
    """The best of the pool for a brief, with every sub-score."""
    if snapshot.count > FEW:
        if _awake:
            return _awake[0].best(snapshot, plan, limit)  # type: ignore[no-any-return]
        threading.Thread(target=wake, daemon=True).start()
    return twin.best(snapshot, plan, limit)


def count(snapshot: Snapshot, plan: Plan) -> int:
    """How many pass every hard constraint."""
    return best(snapshot, plan, 0).seen


def wake() -> None:
    """Load the compiled loop, from the cache that the set-up filled where there is one; seconds without it."""
    if not _waking.acquire(blocking=False):
        return
    try:
        if not _awake:
            kernel = importlib.import_module("interregnum.stages.choose.engine.kernel")
            kernel.try_out()
            _awake.append(kernel)
    except Exception:
        # A machine for which there is no compiler gets the same lists from NumPy.
        _log.exception("the compiled loop of matching could not be loaded; NumPy goes on")
    finally:
        _waking.release()
