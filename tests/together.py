"""Two people who press at the same moment: threads with a connection each, let go at once.

Whoever is about to write or lock for the first time waits until the others are: all have read before any of them wrote,
whatever else the machine does.
"""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, QuerySet

# How actions ask for the state from which they claim.
OLD_STATE = (
    "state", "state__in", "plan_state", "plan_state__in", "plan_saves", "outcome", "signed_at", "read_at", "used_at",
    "done_at", "is_active", "version", "turn", "removed_at", "word", "contested_at", "decided_at",
    "objected_at", "objected_at__isnull", "left_at",
)  # fmt: skip


# SQLite lets one in as soon as a transaction begins.
WRITES = re.compile(r"BEGIN|INSERT|UPDATE|DELETE|SELECT .* FOR (NO KEY )?UPDATE", re.DOTALL)
# Seconds; nobody comes when one holds what another needs to read.
PATIENCE = 1


def together[R](*acts: Callable[[], R]) -> list[R]:
    """The answer of each act; what one of them raises is raised here."""
    gate, about_to_write = Barrier(len(acts)), Barrier(len(acts))

    def run(act: Callable[[], R]) -> R:
        gate.wait()
        try:
            with connection.execute_wrapper(_meeting(about_to_write)):
                return act()
        finally:
            # Nobody need wait for one who is done.
            about_to_write.abort()
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _meeting(place: Barrier) -> Callable[..., Any]:
    """A wrapper of statements that waits at the first one that writes or locks."""
    has_met = False

    def meet(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal has_met
        if not has_met and WRITES.match(sql):
            has_met = True
            with suppress(BrokenBarrierError):
                place.wait(PATIENCE)
        return execute(sql, *rest)

    return meet


def forget_state(monkeypatch: pytest.MonkeyPatch, model: type[Model]) -> None:
    """Take the guard away: no filter on this table asks for the old state any more."""
    filters = QuerySet.filter

    def careless(self: QuerySet[Any], *args: Any, **lookups: Any) -> QuerySet[Any]:
        if self.model is model:
            lookups = {name: value for name, value in lookups.items() if name not in OLD_STATE}
        return filters(self, *args, **lookups)

    monkeypatch.setattr(QuerySet, "filter", careless)


def make_another(monkeypatch: pytest.MonkeyPatch, model: type[Model]) -> None:
    """Take the guard away: whoever would have taken the row that is there makes one of their own."""
    take = QuerySet.get_or_create

    def careless(self: QuerySet[Any], defaults: Any = None, **lookups: Any) -> tuple[Any, bool]:
        if self.model is model:
            return self.create(**lookups, **(defaults or {})), True
        return take(self, defaults, **lookups)

    monkeypatch.setattr(QuerySet, "get_or_create", careless)


def allow_two(model: type[Model], constraint: str) -> None:
    """Take the guard away: the table itself no longer refuses a second row. `forbid_two` puts it back."""
    gone, kept = _constraint(model, constraint), model._meta.constraints
    # SQLite makes a table anew from what its model says.
    model._meta.constraints = [each for each in kept if each is not gone]
    try:
        with connection.schema_editor() as editor:
            editor.remove_constraint(model, gone)
    finally:
        model._meta.constraints = kept


def forbid_two(model: type[Model], constraint: str) -> None:
    """Put the guard back, on a table that holds nothing any more."""
    with connection.cursor() as cursor:
        cursor.execute(f'TRUNCATE "{model._meta.db_table}" CASCADE')
    with connection.schema_editor() as editor:
        editor.add_constraint(model, _constraint(model, constraint))


def allow_same(model: type[Model], column: str) -> None:
    """Take the guard away: two rows may have the same value in this column. `forbid_same` puts it back."""
    with connection.schema_editor() as editor:
        editor.alter_field(model, _column(model, column), _column(model, column, unique=False))


def forbid_same(model: type[Model], column: str) -> None:
    """Put the guard back, on a table that holds nothing any more."""
    with connection.cursor() as cursor:
        cursor.execute(f'TRUNCATE "{model._meta.db_table}" CASCADE')
    with connection.schema_editor() as editor:
        editor.alter_field(model, _column(model, column, unique=False), _column(model, column))


def _column(model: type[Model], name: str, *, unique: bool = True) -> Any:
    field = model._meta.get_field(name).clone()
    field._unique = unique
    field.set_attributes_from_name(name)
    field.model = model
    return field


def _constraint(model: type[Model], name: str) -> Any:
    return next(each for each in model._meta.constraints if each.name == name)
