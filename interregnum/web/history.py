"""What happened to an object, in words: each fact with its moment, who did it and what changed.

The words of a fact stand in texts.py beside its facts.py: FACTS has a sentence for each kind, DETAILS what changed.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from interregnum.journal.timeline import Moment, timeline
from interregnum.kernel.actor import READERS, Actor, Role
from interregnum.kernel.fact import Fact, known_facts
from interregnum.people.queries import People, people_of
from interregnum.web.pieces import Event
from interregnum.web.words import word_of

# Whoever reads along with the whole firm.
READS_ALL = frozenset({Role.PARTNER, Role.AUDITOR, Role.HOUSE})


@dataclass(frozen=True)
class Words:
    """The sentence of a fact, and the function that says what changed."""

    sentence: object
    detail: Any = None


def words_of(fact: type[Fact]) -> Words:
    """The words of a fact; one that has none yet is called by its kind."""
    try:
        texts = import_module(f"{fact.__module__.rpartition('.')[0]}.texts")
    except ModuleNotFoundError:
        return Words(fact.kind())
    named, details = getattr(texts, "FACTS", {}), getattr(texts, "DETAILS", {})
    return Words(named.get(fact.kind(), fact.kind()), details.get(fact.kind()))


def kinds_for(role: Role) -> frozenset[str]:
    """The facts of which somebody in this role may read."""
    return frozenset(kind for kind, fact in known_facts().items() if role in READS_ALL or role in fact.read_by)


def history(*codes: str, seen_by: Actor, limit: int = 30) -> tuple[Event, ...]:
    """The facts about any of these objects that this person may read, newest first."""
    moments = timeline(*codes, kinds=kinds_for(seen_by.role), limit=limit)
    people = people_of(moment.actor for moment in moments)
    return tuple(
        Event(moment.at, sentence_of(moment), who(moment, people, seen_by=seen_by), detail=detail_of(moment))
        for moment in moments
    )


def sentence_of(moment: Moment) -> object:
    """What happened; of an erased fact what is left of it."""
    fact = known_facts().get(moment.kind)
    return str(words_of(fact).sentence) % _shown(moment.content) if fact else moment.kind


def detail_of(moment: Moment) -> object:
    """What changed, when there is more to say than the sentence does."""
    fact = known_facts().get(moment.kind)
    detail = words_of(fact).detail if fact and moment.content else None
    return detail(moment.content) if detail else ""


def who(moment: Moment, people: People, *, seen_by: Actor) -> object:
    """The name and role of whoever did it; the role alone where the reader may not know the name."""
    role = word_of(moment.actor_role, "role")
    person = people.get(moment.actor)
    if person is None:
        return role
    is_known = (
        seen_by.role in READERS | READS_ALL
        or moment.actor == seen_by.code
        or (seen_by.organisation and seen_by.organisation in person.organisations)
    )
    return f"{person.name} · {role}" if is_known else role


def _shown(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values for the places in a sentence; a dash where a value was erased."""
    values = defaultdict(lambda: "–", content)
    if monday := content.get("monday"):
        values["week"] = date.fromisoformat(monday).isocalendar().week
    if role := content.get("role"):
        values["role"] = word_of(role, "role")
    return values
