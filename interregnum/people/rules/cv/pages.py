"""The pages of a PDF as lines in reading order: what is repeated at their edges put aside, columns apart."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from interregnum.people.rules.cv.columns import read_page
from interregnum.people.rules.cv.places import Segment, edge_of, lines_of, rows_of, segments_of, unbroken
from interregnum.people.rules.cv.values import Line, Streams

_EDGE = 0.1
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:pagina|page|blad|pag\.?|p\.?)\s*)?\d{1,2}(?:\s*(?:van|of|/|-)\s*\d{1,2})?\W*$", re.IGNORECASE
)


def streams_of_pages(pages: Sequence[Mapping[str, Any]]) -> Streams:
    """The lines of all pages: the wide column of each after the other, then the narrow ones, then the edges."""
    each = [segments_of(page["words"], number) for number, page in enumerate(pages)]
    repeated = _repeated(each, pages)
    main: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    edges: dict[str, Line] = {}
    for segments, page in zip(each, pages, strict=True):
        inner = []
        for row in rows_of(segments):
            key = _masked(row)
            if _at_edge(row, page) and (key in repeated or _PAGE_NUMBER.match(key.replace("#", "1"))):
                edges.setdefault(key, lines_of(row, edge_of(row))[0])
            else:
                inner += row
        read = read_page(inner, float(page["width"]))
        main, left, right = main + read.main, left + read.left, right + read.right
    beside = tuple(tuple(unbroken(side)) for side in (left, right) if side)
    return Streams(tuple(unbroken(main)), beside, tuple(edges.values()))


def _repeated(each: Sequence[Sequence[Segment]], pages: Sequence[Mapping[str, Any]]) -> set[str]:
    """The texts that stand at the edge of more than one page."""
    count = Counter(
        key
        for segments, page in zip(each, pages, strict=True)
        for key in {_masked(row) for row in rows_of(segments) if _at_edge(row, page)}
    )
    return {key for key, times in count.items() if times > 1 and times * 2 >= len(pages)}


def _at_edge(row: Sequence[Segment], page: Mapping[str, Any]) -> bool:
    height = float(page["height"])
    return row[0].base < _EDGE * height or row[0].base > (1 - _EDGE) * height


def _masked(row: Sequence[Segment]) -> str:
    return re.sub(r"\d+", "#", " ".join(segment.text for segment in row)).casefold()
