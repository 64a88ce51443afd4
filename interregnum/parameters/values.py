"""Read and change dated parameters."""

from datetime import date, datetime
from typing import Any

from interregnum.parameters.first_values import first_values
from interregnum.parameters.models import Parameter


def value(name: str, *, on: date) -> Any:
    """The value that holds on a day. Raises LookupError for a name that has none then."""
    row = Parameter.objects.filter(name=name, valid_from__lte=on).order_by("-valid_from").first()
    if row is None:
        raise LookupError(f"no parameter {name!r} on {on}")
    return in_order(name, row.value)


def values(*names: str, on: date) -> dict[str, Any]:
    """Name -> value that holds on a day, asked in one go. Raises LookupError when one of them has none then."""
    rows = Parameter.objects.filter(name__in=names, valid_from__lte=on).order_by("valid_from")
    # Of each name the latest comes last, and stays.
    found = {row.name: in_order(row.name, row.value) for row in rows}
    if lacking := set(names) - found.keys():
        raise LookupError(f"no parameter {sorted(lacking)} on {on}")
    return found


def sources(*names: str, on: date) -> dict[str, str]:
    """Name -> where the value that holds on a day comes from."""
    rows = Parameter.objects.filter(name__in=names, valid_from__lte=on).order_by("valid_from")
    return dict(rows.values_list("name", "source"))


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
