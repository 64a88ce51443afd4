"""Requests as lines of JSON: one answer a line, whatever a line holds."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from math import isfinite
from typing import Any, NoReturn

from interregnum.flow.terminal.reading import ENCODINGS, LARGEST_BYTES

# Half of a letter, which JSON can write and no text can hold.
_HALF = re.compile("[\ud800-\udfff]")


class NoRecordError(Exception):
    """This line holds nothing to answer; the words say why."""


def answers(lines: Iterable[bytes], answer: Callable[[str], dict[str, Any]], *, field: str = "text") -> Iterator[str]:
    """A line of JSON for each line with a record: its `id` and the answer to its `field`, or its `error`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        said: dict[str, Any] = {"line": number}
        try:
            record = _record(line)
            said = {"id": record.get("id")}
            said |= answer(_text(record, field))
        except NoRecordError as error:
            said |= {"error": str(error)}
        yield json.dumps(said)


def _record(line: bytes) -> dict[str, Any]:
    if len(line) > LARGEST_BYTES:
        raise NoRecordError("the line is larger than 5 MB")
    for encoding in ENCODINGS:
        try:
            record = json.loads(line.decode(encoding), parse_constant=_no_constant, parse_float=_number)
        except UnicodeDecodeError:
            continue
        except (ValueError, RecursionError):
            raise NoRecordError("the line is no JSON") from None
        if not isinstance(record, dict):
            raise NoRecordError("the line is no JSON object")
        return record
    raise NoRecordError("the line is no text")


def _text(record: dict[str, Any], field: str) -> str:
    text = record.get(field)
    if not isinstance(text, str):
        raise NoRecordError(f"the record has no {field}")
    return _HALF.sub("\ufffd", text)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _number(written: str) -> float:
    """A number that can be written down again."""
    if not isfinite(number := float(written)):
        raise ValueError(written)
    return number
