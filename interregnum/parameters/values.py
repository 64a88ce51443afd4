"""Read and change dated parameters."""

from datetime import date, datetime
from typing import Any

from interregnum.parameters.models import Parameter


def value(name: str, *, on: date) -> Any:
    """The value that holds on a day. Raises LookupError for a name that has none then."""
    row = Parameter.objects.filter(name=name, valid_from__lte=on).order_by("-valid_from").first()
    if row is None:
        raise LookupError(f"no parameter {name!r} on {on}")
    return row.value


def set_value(
    name: str, new: Any, *, valid_from: date, source: str, changed_by: str = "", at: datetime | None = None
) -> None:
    """Let a parameter have another value from a day on; what held before that day stays as it was."""
    Parameter.objects.update_or_create(
        name=name,
        valid_from=valid_from,
        defaults={"value": new, "source": source, "changed_by": changed_by, "changed_at": at},
    )
