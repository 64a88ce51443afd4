"""Adds up what was found: a concept counts once, double where it stands in what is asked."""

from collections.abc import Iterable

from interregnum.stages.ask.rules.finding import Hit, Reading

# Said again in other words counts half, twice at most, so that a long text does not win by repeating itself.
_OTHER_WORDS = 2


def weight_of(hit: Hit) -> int:
    """What one hit weighs: what is asked counts double, because it beats why the seat is empty."""
    return hit.concept.weight * (2 if hit.asked else 1)


def points(hits: Iterable[Hit]) -> dict[str, int]:
    """Code → points, in the order in which the codes first occur in the text."""
    said: dict[tuple[str, str], dict[str, int]] = {}
    for hit in hits:
        ways = said.setdefault((hit.concept.code, hit.concept.name), {})
        ways[hit.phrase] = max(ways.get(hit.phrase, 0), weight_of(hit))
    total: dict[str, int] = {}
    for (code, _), ways in said.items():
        best, *others = sorted(ways.values(), reverse=True)
        total[code] = total.get(code, 0) + best + sum(others[:_OTHER_WORDS]) // 2
    return total


def ranked(total: dict[str, int], order: Iterable[str]) -> list[tuple[str, int]]:
    """Codes with points, most first; ties in the given fixed order."""
    place = {code: at for at, code in enumerate(order)}
    known = [(code, count) for code, count in total.items() if count > 0 and code in place]
    return sorted(known, key=lambda pair: (-pair[1], place[pair[0]]))


def strongest(reading: Reading, field: str, order: Iterable[str]) -> str:
    """The code of a field with most points, or "" when the text says nothing about it."""
    found = ranked(points(reading.of(field)), order)
    return found[0][0] if found else ""
