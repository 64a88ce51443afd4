"""The public pages that search engines may read, beside those of the first stage: each stage says here which it has."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

# A day -> of each page its address in each language.
type Source = Callable[[date], Iterable[Mapping[str, str]]]
_SOURCES: dict[str, Source] = {}


def tell_public(name: str, source: Source) -> None:
    """Said twice, it is still one."""
    _SOURCES[name] = source


def public_pages(on: date) -> list[Mapping[str, str]]:
    return [page for source in _SOURCES.values() for page in source(on)]
