"""What happened to an object, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interregnum.journal.models import Entry


@dataclass(frozen=True)
class Moment:
    """One line of a timeline: `kind` names the fact, `content` holds its plain values (empty when erased)."""

    number: int
    kind: str
    at: datetime
    actor: str
    actor_role: str
    content: dict[str, Any]


def timeline(*codes: str, limit: int = 50, kinds: frozenset[str] | None = None) -> tuple[Moment, ...]:
    """The facts about any of these objects, newest first; `kinds` narrows to those that the reader may see."""
    entries = Entry.objects.filter(abouts__code__in=codes).distinct().select_related("payload").order_by("-number")
    if kinds is not None:
        entries = entries.filter(kind__in=kinds)
    return tuple(map(moment_of, entries[:limit]))


def moment_of(entry: Entry) -> Moment:
    """An entry as a line of a timeline."""
    content = entry.payload.content if hasattr(entry, "payload") else {}
    return Moment(entry.number, entry.kind, entry.happened_at, entry.actor, entry.actor_role, content)
