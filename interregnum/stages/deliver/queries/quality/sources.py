"""What later stages know of an assignment and its signals need: they say here how to ask it (apps.py of each)."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

# Keys of assignments and a day -> of each, values of Seen by name; what is a row of values is put behind what is there.
type Source = Callable[[Collection[int], date], Mapping[int, Mapping[str, Any]]]
_SOURCES: dict[str, Source] = {}


def tell_of(name: str, source: Source) -> None:
    """Said twice, it is still one."""
    _SOURCES[name] = source


def sources() -> tuple[Source, ...]:
    return tuple(_SOURCES.values())
