"""Two people who press at the same moment: threads with a connection each, let go at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, QuerySet


def together[R](*acts: Callable[[], R]) -> list[R]:
    """The answer of each act; what one of them raises is raised here."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], R]) -> R:
        gate.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def forget_state(monkeypatch: pytest.MonkeyPatch, model: type[Model]) -> None:
    """Take the guard away: no filter on this table asks for the old state any more."""
    filters = QuerySet.filter

    def careless(self: QuerySet[Any], *args: Any, **lookups: Any) -> QuerySet[Any]:
        if self.model is model:
            lookups.pop("state", None)
            lookups.pop("state__in", None)
        return filters(self, *args, **lookups)

    monkeypatch.setattr(QuerySet, "filter", careless)
