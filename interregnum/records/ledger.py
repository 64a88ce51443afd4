"""The ledger beside the data: who was erased, and how far the journal was known to reach.

It stands in the folder `ledger` of the data, which is in no backup: a restore of an older backup finds here whom to
erase again, and which end of the journal there has been. Codes and salted hashes alone, one line of JSON for each.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings


@dataclass(frozen=True)
class Erased:
    """A person who was erased."""

    code: str
    pseudonym: str
    at: str
    accounts: list[str] = field(default_factory=list)
    managers: list[str] = field(default_factory=list)
    salt: str = ""
    email_hashes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class KnownHead:
    """An end of the journal that was found to hold."""

    number: int
    digest: str
    at: str


@dataclass(frozen=True)
class Restored:
    """A backup was restored that ends here: what was known beyond it is no more."""

    number: int
    digest: str
    at: str


KINDS = {"erased": Erased, "head": KnownHead, "restored": Restored}
type LedgerLine = Erased | KnownHead | Restored


def path_of_ledger() -> Path:
    return Path(settings.LEDGER)


def note(line: LedgerLine, path: Path | None = None) -> None:
    """Add a line, on the disk before this returns."""
    path = path or path_of_ledger()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kind = next(name for name, of in KINDS.items() if isinstance(line, of))
    written = json.dumps({"kind": kind} | asdict(line), sort_keys=True).encode() + b"\n"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as target:
        target.write(written)
        target.flush()
        os.fsync(target.fileno())


def lines(path: Path | None = None) -> Iterator[LedgerLine]:
    """Every line; one that was cut off by a crash is passed over, for its deed was not done either."""
    try:
        text = (path or path_of_ledger()).read_text("utf-8")
    except FileNotFoundError:
        return
    for line in text.splitlines():
        try:
            found: dict[str, Any] = json.loads(line)
            yield KINDS[found.pop("kind")](**found)
        except (ValueError, TypeError, KeyError):
            continue


def known_heads(path: Path | None = None) -> dict[int, str]:
    """Number -> seal of every end of the journal that is known."""
    heads: dict[int, str] = {}
    for line in lines(path):
        if isinstance(line, Restored):
            heads = {number: digest for number, digest in heads.items() if number <= line.number}
        if isinstance(line, KnownHead):
            heads[line.number] = line.digest
    return heads


def erased(path: Path | None = None) -> list[Erased]:
    return [line for line in lines(path) if isinstance(line, Erased)]
