"""How an entry is sealed, and how the chain is verified."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from interregnum.journal.models import About, Entry, Head, Payload
from interregnum.journal.texts import FAULTS

# How many entries are read at a time: a walk over millions needs the memory of these alone.
STRETCH = 4000
# Made once: json.dumps would make it anew for each of millions.
_written = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode
COLUMNS = ("number", "code", "kind", "actor", "actor_role", "happened_at", "recorded_at", "payload_digest")


@dataclass(frozen=True)
class Fault:
    """What does not hold, and at which entry: "missing", "seal", "content" or "end"."""

    number: int
    code: str

    def __str__(self) -> str:
        return str(FAULTS[self.code]) % {"number": self.number}


def payload_digest(nonce: str, content: dict[str, Any]) -> str:
    """What the chain knows of a content: enough to prove it, nothing to read it by."""
    return _sha256(nonce, _written(content))


def entry_digest(before: str, entry: Entry, abouts: Iterable[str]) -> str:
    """The seal over one entry and everything before it."""
    return _seal(before, tuple(getattr(entry, name) for name in COLUMNS), abouts)


def faults(passed: Callable[[int], None] = lambda number: None) -> Iterator[Fault]:
    """Walk the chain and say each thing that does not hold, first one first. Erased contents are no fault.

    `passed` hears the number of the last entry of each stretch. Whatever is written meanwhile may come at the end.
    """
    begun, last = _head(), (0, "")
    for stretch in _stretches():
        numbers = (stretch[0][0], stretch[-1][0])
        contents, abouts = _contents(*numbers), _abouts(*numbers)
        for *values, digest in stretch:
            number = values[0]
            yield from _faults_of(last, values, digest, contents.get(number), abouts[number])
            if number == begun[0] and digest != begun[1]:
                yield Fault(number, "end")
            last = (number, digest)
        passed(last[0])
    if last[0] < begun[0]:
        yield Fault(last[0] + 1, "missing")
    elif last[0] > _head()[0]:
        yield Fault(last[0], "end")


def _faults_of(
    before: tuple[int, str],
    values: list[Any],
    digest: str,
    content: tuple[str, dict[str, Any]] | None,
    abouts: list[str],
) -> Iterator[Fault]:
    number = values[0]
    if number != before[0] + 1:
        yield Fault(before[0] + 1, "missing")
    if digest != _seal(before[1], values, abouts):
        yield Fault(number, "seal")
    if content and payload_digest(*content) != values[-1]:
        yield Fault(number, "content")


def _stretches() -> Iterator[list[Any]]:
    """The entries in order, some thousands at a time."""
    number: int | None = None
    while True:
        rows = Entry.objects.order_by("number").values_list(*COLUMNS, "digest")
        stretch = list((rows if number is None else rows.filter(number__gt=number))[:STRETCH])
        if not stretch:
            return
        yield stretch
        number = stretch[-1][0]


def _contents(first: int, last: int) -> dict[int, tuple[str, dict[str, Any]]]:
    rows = Payload.objects.filter(entry__number__range=(first, last))
    return {
        number: (nonce, content) for number, nonce, content in rows.values_list("entry__number", "nonce", "content")
    }


def _abouts(first: int, last: int) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = About.objects.filter(entry__number__range=(first, last))
    for number, code in rows.values_list("entry__number", "code"):
        found[number].append(code)
    return found


def _head() -> tuple[int, str]:
    """The number and seal of the last entry, as whoever appends keeps them."""
    return Head.objects.values_list("number", "digest").first() or (0, "")


def _seal(before: str, values: Iterable[Any], abouts: Iterable[str]) -> str:
    number, code, kind, actor, role, happened_at, recorded_at, digest = values
    moments = (_moment(happened_at), _moment(recorded_at))
    return _sha256(before, str(number), code, kind, actor, role, *moments, digest, *sorted(abouts))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _sha256(*parts: str) -> str:
    # The length before each part keeps "ab"+"c" and "a"+"bc" apart.
    return hashlib.sha256("".join([f"{len(part)}:{part}" for part in parts]).encode()).hexdigest()
