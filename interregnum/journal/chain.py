"""How an entry is sealed, and how the chain is verified."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from interregnum.journal.models import Entry, Payload


def payload_digest(nonce: str, content: dict[str, Any]) -> str:
    """What the chain knows of a content: enough to prove it, nothing to read it by."""
    return _sha256(nonce, json.dumps(content, sort_keys=True, ensure_ascii=False))


def entry_digest(before: str, entry: Entry, abouts: list[str]) -> str:
    """The seal over one entry and everything before it."""
    return _sha256(
        before,
        str(entry.number),
        entry.code,
        entry.kind,
        entry.actor,
        entry.actor_role,
        _moment(entry.happened_at),
        _moment(entry.recorded_at),
        entry.payload_digest,
        *sorted(abouts),
    )


def faults() -> Iterator[str]:
    """Walk the chain and say each thing that does not hold, first one first. Erased contents are no fault."""
    before, expected = "", 1
    rows = Entry.objects.order_by("number").select_related("payload").prefetch_related("abouts")
    for entry in rows.iterator(chunk_size=2000):
        if entry.number != expected:
            yield f"entry {expected} is missing"
        if entry.digest != entry_digest(before, entry, [about.code for about in entry.abouts.all()]):
            yield f"entry {entry.number} does not fit its seal"
        payload: Payload | None = getattr(entry, "payload", None)
        if payload and payload_digest(payload.nonce, payload.content) != entry.payload_digest:
            yield f"the content of entry {entry.number} was changed"
        before, expected = entry.digest, entry.number + 1


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _sha256(*parts: str) -> str:
    # The length before each part keeps "ab"+"c" and "a"+"bc" apart.
    return hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()
