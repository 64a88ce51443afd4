"""Read and change dated parameters."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any, NamedTuple

from interregnum.parameters.first_values import first_values
from interregnum.parameters.models import Parameter


class Kept(NamedTuple):
    """A value of a name from a day on, and where it comes from."""

    name: str
    valid_from: date
    value: Any
    source: str


# What one request or job has read of them, by name; None outside of either.
_read: ContextVar[dict[str, list[Kept]] | None] = ContextVar("parameters_read", default=None)


@contextmanager
def parameters_read_once() -> Iterator[None]:
    """Within this the table is read once, by whoever asks first: many pages ask for a dozen of its values."""
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def course(*names: str, until: date = date.max) -> list[Kept]:
    """Every value that the names have or had by a day, the earliest first."""
    read = _read.get()
    if read is None:
        return _ask(Parameter.objects.filter(name__in=names, valid_from__lte=until))
    if not read:
        for row in _ask(Parameter.objects.all()):
            read.setdefault(row.name, []).append(row)
    found = [row for name in names for row in read.get(name, ()) if row.valid_from <= until]
    return sorted(found, key=lambda row: row.valid_from)


def _ask(rows: Any) -> list[Kept]:
    return [Kept(*row) for row in rows.order_by("valid_from").values_list(*Kept._fields)]


def value(name: str, *, on: date) -> Any:
    """The value that holds on a day. Raises LookupError for a name that has none then."""
    return values(name, on=on)[name]


def values(*names: str, on: date) -> dict[str, Any]:
    """Name -> value that holds on a day, asked in one go. Raises LookupError when one of them has none then."""
    # Of each name the latest comes last, and stays.
    found = {row.name: in_order(row.name, row.value) for row in course(*names, until=on)}
    if lacking := set(names) - found.keys():
        raise LookupError(f"no parameter {sorted(lacking)} on {on}")
    return found


def sources(*names: str, on: date) -> dict[str, str]:
    """Name -> where the value that holds on a day comes from."""
    return {row.name: row.source for row in course(*names, until=on)}


def in_order(name: str, value: Any) -> Any:
    """A value of several parts, with the parts in the order in which the software came with them.

    PostgreSQL keeps no order of keys in JSON; a form and a chart need one that is everywhere the same.
    """
    shipped = first_values().get(name)
    if not (isinstance(value, dict) and isinstance(shipped, dict)):
        return value
    return {key: value[key] for key in (*shipped, *sorted(value.keys() - shipped.keys())) if key in value}


def set_value(
    name: str, new: Any, *, valid_from: date, source: str, changed_by: str = "", at: datetime | None = None
) -> None:
    """Let a parameter have another value from a day on; what held before that day stays as it was."""
    Parameter.objects.update_or_create(
        name=name,
        valid_from=valid_from,
        defaults={"value": new, "source": source, "changed_by": changed_by, "changed_at": at},
    )
    if read := _read.get():
        read.clear()
