"""A3: what the lexicon found in a request, as votes: named numbers from 0 to 1 that the examples gave a weight."""

from collections.abc import Iterator, Mapping
from math import sqrt

from interregnum.stages.ask.rules.disciplines import in_the_name
from interregnum.stages.ask.rules.finding import Hit, Reading
from interregnum.stages.ask.rules.level import seats
from interregnum.stages.ask.rules.points import points
from interregnum.stages.ask.rules.values import Triage

_FIELDS = ("category", "need", "level", "discipline", "reason")
_CONCEPTS = frozenset({*_FIELDS, "interim", "role", "ground"})
# More points than these say no more.
_MOST = 12
_FEW_WORDS = 15
# A word by itself counts by its beginning, so that "opdracht" and "opdrachten" are one; in a long text for less.
# A long one counts by its end as well: a "bouwprojectleider" is a leader.
_STEM = 7
_TAIL = 6
_LONG = 10
_SHORTEST = 3
_FEWEST_STEMS = 10


def votes(reading: Reading, by_words: Triage) -> Mapping[str, float]:
    """The points of each code, the concepts by name, the seats, what the rules make of the words, and the words."""
    found: dict[str, float] = {}
    for field in _FIELDS:
        hits = reading.of(field)
        found |= {f"{field}:{code}": min(count, _MOST) / _MOST for code, count in points(hits).items()}
        asked = points(hit for hit in hits if hit.asked)
        found |= {f"{field}:{code}:asked": min(count, _MOST) / _MOST for code, count in asked.items()}
    found |= dict.fromkeys(_concepts(reading), 1.0)
    found |= {f"seat:{hit.concept.code}": 1.0 for hit in (*in_the_name(reading), *seats(reading))}
    found |= dict(_said(by_words))
    found |= {field: 1.0 for field in ("interim", "wanted") if reading.of(field)}
    found["short"] = 1 / (1 + len(reading.words) / _FEW_WORDS)
    asking = {reading.words[hit.first].sentence for hit in reading.of("ask")}
    said = [word for word in reading.words if len(word.folded) >= _SHORTEST and word.folded.isalpha()]
    for names in (
        map(beginning, (word.folded for word in said)),
        (f"asking:{word.folded[:_STEM]}" for word in said if word.sentence in asking),
        filter(None, map(ending, (word.folded for word in said))),
    ):
        stems = dict.fromkeys(names)
        found |= dict.fromkeys(stems, 1 / sqrt(max(len(stems), _FEWEST_STEMS)))
    return found


def beginning(folded: str) -> str:
    """The vote of a word by its beginning."""
    return f"word:{folded[:_STEM]}"


def ending(folded: str) -> str:
    """The vote of a long word by its end; "" for a short one."""
    return f"tail:{folded[-_TAIL:]}" if len(folded) >= _LONG else ""


def _concepts(reading: Reading) -> Iterator[str]:
    for hit in reading.hits:
        if hit.concept.field in _CONCEPTS:
            yield _name(hit)
            if hit.asked:
                yield f"{_name(hit)}:asked"


def _name(hit: Hit) -> str:
    return f"concept:{hit.concept.name}"


def _said(by_words: Triage) -> Iterator[tuple[str, float]]:
    if by_words.category:
        yield f"words:category:{by_words.category}", by_words.confidence / 100
    if by_words.second:
        yield f"words:second:{by_words.second}", by_words.second_confidence / 100
    yield f"words:need:{by_words.need}", 1.0
    if by_words.level:
        yield f"words:level:{by_words.level}", 1.0
    for code in by_words.disciplines:
        yield f"words:discipline:{code}", 1.0
    for reason in by_words.reasons:
        yield f"words:reason:{reason}", 1.0
