"""Cases that stand with a proposal: a later stage keeps them, and says here how to ask for them (in its apps.py)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from interregnum.web.pieces import Definition


@dataclass(frozen=True, kw_only=True)
class ToldCase:
    """A case as a client reads it: `facts` in a line, `why` it fits, and its text part by part."""

    title: str
    facts: str
    why: str
    parts: tuple[Definition, ...]


# The code of a proposal and a day -> the cases that may be shown with it then.
type Source = Callable[[str, date], tuple[ToldCase, ...]]
_SOURCES: dict[str, Source] = {}


def tell_cases(name: str, source: Source) -> None:
    """Said twice, it is still one."""
    _SOURCES[name] = source


def cases_with(proposal: str, *, on: date) -> tuple[ToldCase, ...]:
    return tuple(case for source in _SOURCES.values() for case in source(proposal, on))
