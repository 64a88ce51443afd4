"""Hand a CV to the process that opens it, and take what stands in it, or its refusal, back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from interregnum.outside.apart import opened_apart

# More than the seconds of work that it may take: a busy machine makes it wait.
PATIENCE = 60


@dataclass(frozen=True)
class Unread:
    """Why a file was not read; the words for `code` stand in people/cv_texts.py."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def open_cv(content: bytes) -> dict[str, Any] | Unread:
    """What stands in a CV of whatever origin: pages with words, lines of a text, or plain data."""
    with opened_apart("interregnum.outside.cvs.parse", content, patience=PATIENCE) as (found, _target):
        if found is None:
            return Unread("cv.too_heavy")
        return Unread(found["refused"], found.get("facts", {})) if "refused" in found else found
