"""What one rule about how long something is kept says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from interregnum.records.lengths import Unit


@dataclass(frozen=True)
class Term:
    """One rule. `rows` are those that still hold something, each with `since`; `act` makes it go.

    `parameter` names the length ("" for none: it ends with `since` itself); `about` are lookups to the codes of objects
    on which a hold may lie.
    """

    name: str
    label: Promise
    parameter: str
    unit: Unit
    rows: Callable[[], QuerySet[Any]]
    act: Callable[[Any, datetime], None]
    about: tuple[str, ...] = ()
