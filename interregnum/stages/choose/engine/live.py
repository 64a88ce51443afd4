"""The snapshot of this process: made from the narrow table when it is first needed, and brought up to date each time.

Nothing is sent from process to process. Before each list one query asks what step the narrow table is at; what was
changed since this process last looked is read and set in place.

Whoever writes waits for the database without the lock in hand: one who holds the database may wait for the lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import batched
from threading import RLock
from typing import Any

from interregnum.stages.choose.engine import loop, store
from interregnum.stages.choose.engine.columns import LISTS, NUMBERS, columns_of, joined
from interregnum.stages.choose.engine.names import Names
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.models import ManagerRow, MatchName, MatchStep

READ = ("manager", "code", "active", *NUMBERS, *LISTS)
CHUNK = 20_000
# So many changes are set in place; more are sooner read anew.
PART, ALWAYS = 8, 500


class Live:
    """One for each process; tests make more of them, to be other processes."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.snapshot: Snapshot | None = None
        self.number, self.token, self.last_name = 0, "", 0

    @contextmanager
    def now(self) -> Iterator[Snapshot]:
        """The pool as it is at this moment; nobody changes it until the block is left."""
        store.work_off()
        with self.lock:
            if not self._follows():
                self._begin()
            assert self.snapshot is not None
            yield self.snapshot

    def keep_ready(self) -> None:
        """Beside the pages: a little is set in place while nobody makes a list, a whole pool is read beside them."""
        store.work_off()
        if not self.lock.acquire(blocking=False):
            return
        try:
            if self._follows():
                return
        finally:
            self.lock.release()
        fresh = Live()
        fresh._begin()
        with self.lock:
            self.snapshot, self.last_name = fresh.snapshot, fresh.last_name
            self.number, self.token = fresh.number, fresh.token

    def _follows(self) -> bool:
        """Whether what was changed could be set in place; else all is to be read anew."""
        if self.snapshot is None:
            return False
        rows = MatchStep.objects.filter(number__gte=self.number).order_by("number")
        first, *later = rows.values_list("number", "token") or [(0, "")]
        # Another token, or none: what this process read was undone, or another database was put in its place.
        if first != (self.number, self.token):
            return False
        return not later or self._catch_up(self.snapshot, later[-1])

    def _begin(self) -> None:
        last = MatchStep.objects.order_by("-number").values_list("number", "token").first() or (0, "")
        self.snapshot = self._built()
        self.number, self.token = last

    def _built(self) -> Snapshot:
        names, self.last_name = Names(), 0
        self._add_names(names)
        rows = _rows().order_by("manager").iterator(chunk_size=CHUNK)
        return Snapshot(joined([columns_of(some) for some in batched(rows, CHUNK)]), names)

    def _catch_up(self, snapshot: Snapshot, last: tuple[int, str]) -> bool:
        rows = _rows().filter(changed__gt=self.number).order_by("manager")
        if rows.count() + len(snapshot.later) > snapshot.count // PART + ALWAYS:
            return False
        self._add_names(snapshot.names)
        snapshot.put(columns_of(list(rows)))
        self.number, self.token = last
        return True

    def _add_names(self, names: Names) -> None:
        for number, kind, text in (
            MatchName.objects.filter(pk__gt=self.last_name).order_by("pk").values_list("pk", "kind", "text")
        ):
            names.add(number, kind, text)
            self.last_name = number


def _rows() -> Any:
    return ManagerRow.objects.values_list(*READ)


HERE = Live()


def warm() -> None:
    """Get ready in the background of a server process: the snapshot, and the compiled loop when the pool is large."""
    HERE.keep_ready()
    if HERE.snapshot and HERE.snapshot.count > loop.FEW:
        loop.wake()
