"""B2: the lines of a record told by the journal alone, in the order of its entries."""

from collections.abc import Iterable, Mapping
from typing import Any

from interregnum.stages.learn.rules.lines import Kind
from interregnum.stages.learn.rules.record import Sums, sums_of

NOTED, DROPPED, DECIDED = "RecordLineNoted", "RecordLineDropped", "RecordContestDecided"
KINDS = frozenset({NOTED, DROPPED, DECIDED})


def replayed(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[Kind, Sums]:
    """(kind of fact, what it says), oldest first: what was noted last stands, unless it was dropped or struck.

    >>> noted = {"line": "a", "tells": "client", "number": 80, "of": 0}
    >>> replayed([(NOTED, noted), (DECIDED, {"line": "a", "is_struck": True})])
    {}
    """
    lines: dict[str, tuple[Kind, int, int]] = {}
    struck: set[str] = set()
    for kind, said in entries:
        if not said:  # erased
            continue
        match kind:
            case "RecordLineNoted":
                lines[said["line"]] = (Kind(said["tells"]), said["number"], said["of"])
            case "RecordLineDropped":
                lines.pop(said["line"], None)
            case _ if said["is_struck"]:
                struck.add(said["line"])
    return sums_of(line for code, line in lines.items() if code not in struck)
