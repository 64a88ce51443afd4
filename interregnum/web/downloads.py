"""Files that a page hands out line by line."""

import csv
from collections.abc import Iterable, Iterator, Sequence


class _Echo:
    """A file that hands back each line as it is written, so that a large list never stands in memory."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A CSV file; who writes the cells has made them safe to open in a spreadsheet (people/rules/cells.py, guard)."""
    writer = csv.writer(_Echo())
    # The mark in front tells Excel that the file is UTF-8.
    yield "\ufeff" + writer.writerow(header)
    for row in rows:
        yield writer.writerow(row)
