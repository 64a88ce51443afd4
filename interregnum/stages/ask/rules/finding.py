"""Finds the concepts of the lexicon in a text: where, whether denied, and whether it is what is asked."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from interregnum.stages.ask.rules.letter import Kind, parts
from interregnum.stages.ask.rules.lexicon import LONGEST_GAP, Concept, Lexicon, Pattern
from interregnum.stages.ask.rules.words import Word, words

_DENIALS = frozenset(
    {"geen", "niet", "nooit", "zonder", "noch", "no", "not", "never", "without", "nor", "isn", "don", "doesn"}
)
# "niet alleen", "not only": the denial is of the exclusion, not of the thing.
_SOFTENERS = frozenset({"alleen", "slechts", "meer", "langer", "te", "only", "just", "longer", "too"})
_COPULAS = frozenset({"is", "was", "zijn", "are", "wordt"})
_REACH = 3
_HEAD = 5
_REPEATED = 20
_TITLE_REACH = 7
# "Teamleider gezocht": whom is asked for stands before these.
_PASSIVE = frozenset({"gezocht", "gevraagd", "wanted", "needed", "required"})
# In boiler plate a firm tells of itself and of what it offers: that speaks for the need alone.
_SPOKEN = frozenset({"category", "discipline", "level", "reason", "wanted", "interim"})
_DENIABLE = frozenset({"category", "need", "reason", "ground", "urgency", "interim"})


@dataclass(frozen=True)
class Hit:
    """A concept found: the words first..last (both included), whether it is what is asked, its words."""

    concept: Concept
    first: int
    last: int
    asked: bool
    phrase: str


@dataclass(frozen=True)
class Reading:
    """A text read with the lexicon; `hits` in the order of the text, denied ones left out."""

    text: str
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]

    def quote(self, hit: Hit) -> tuple[int, int]:
        """Where the hit stands: text[start:end]."""
        return self.words[hit.first].start, self.words[hit.last].end

    def of(self, field: str, code: str = "") -> tuple[Hit, ...]:
        """The hits of a field, or of one code in it."""
        return tuple(hit for hit in self.hits if hit.concept.field == field and code in ("", hit.concept.code))

    def keeping(self, fields: Set[str]) -> "Reading":
        """The same text read for these fields only."""
        return replace(self, hits=tuple(hit for hit in self.hits if hit.concept.field in fields))


def read(text: str, lexicon: Lexicon) -> Reading:
    """Reads the text once; of two hits of one concept that overlap only the first counts."""
    found, quiet = _heard(text)
    spans = [span for span in _spans(found, lexicon) if span[0].field not in _DENIABLE or not _denied(found, *span[1:])]
    asking = {found[first].sentence for concept, first, _ in spans if concept.field == "ask"} - quiet
    titles = sorted({first for concept, first, _ in spans if concept.title})
    spans = [span for span in spans if span[0].field not in _SPOKEN or found[span[1]].sentence not in quiet]
    wanting = _after(found, [last for concept, _, last in spans if concept.field == "wanted"], titles)
    return Reading(text, found, tuple(_hits(found, spans, asking, wanting)))


def _heard(text: str) -> tuple[tuple[Word, ...], set[int]]:
    """The words of the request, and which sentences are boiler plate. Headers and signatures are not heard.

    Of a text that is nothing but a frame all is heard, except orders to a machine.
    """
    stretches = parts(text)
    found = words(text)
    starts = [part.start for part in stretches]
    kinds = [stretches[bisect_right(starts, word.start) - 1].kind for word in found]
    silent = {Kind.FRAME, Kind.TO_A_MACHINE} if Kind.BODY in kinds else {Kind.TO_A_MACHINE}
    kept = tuple(word for word, kind in zip(found, kinds, strict=True) if kind not in silent)
    if Kind.BODY not in kinds:
        return kept, set()
    return kept, {word.sentence for word, kind in zip(found, kinds, strict=True) if kind is Kind.BOILER_PLATE}


def _hits(
    found: tuple[Word, ...], spans: list[tuple[Concept, int, int]], asking: Set[int], wanting: Set[int]
) -> Iterator[Hit]:
    """The spans that count: not within one before of the same concept, and no words more often than a few times."""
    reached: dict[str, int] = {}
    said: Counter[tuple[str, str]] = Counter()
    for concept, first, last in spans:
        phrase = " ".join(word.folded for word in found[first : last + 1])
        if reached.get(concept.name, -1) < first and said[concept.name, phrase] < _REPEATED:
            reached[concept.name] = last
            said[concept.name, phrase] += 1
            asked = first in wanting if concept.title else found[first].sentence in asking
            yield Hit(concept, first, last, asked, phrase)


def _after(found: tuple[Word, ...], wanted: list[int], titles: list[int]) -> set[int]:
    """Where a title names whom is asked for: near a word of asking, next after it, or else at the head of the text."""
    places = set() if wanted else set(range(min(_HEAD, len(found))))
    for at in wanted:
        before = range(max(0, at - _HEAD), at) if found[at].folded in _PASSIVE else ()
        following = titles[bisect_right(titles, at) :][:1]
        for near in (*before, *range(at + 1, min(at + 1 + _TITLE_REACH, len(found))), *following):
            if found[near].sentence == found[at].sentence:
                places.add(near)
    return places


def _spans(found: tuple[Word, ...], lexicon: Lexicon) -> Iterator[tuple[Concept, int, int]]:
    fits: list[frozenset[str]] = []
    known: dict[str, frozenset[str]] = {}
    starting: dict[str, tuple[Pattern, ...]] = {}
    for word in found:
        if word.folded not in known:
            steps = known[word.folded] = lexicon.shapes.fitting(word.folded)
            starting[word.folded] = tuple(
                pattern for step in sorted(steps) for pattern in lexicon.starting.get(step, ())
            )
        fits.append(known[word.folded])
    for at, word in enumerate(found):
        for pattern in starting[word.folded]:
            last = at if len(pattern.steps) == 1 else _follow(pattern, at, found, fits)
            if last >= 0:
                yield pattern.concept, at, last


def _follow(pattern: Pattern, at: int, found: tuple[Word, ...], fits: list[frozenset[str]]) -> int:
    """The place of the pattern's last word when it begins at this one, or -1."""
    here = at
    for step, gap in zip(pattern.steps[1:], pattern.gaps[1:], strict=True):
        reach = range(here + 1, min(here + 2 + (LONGEST_GAP if gap else 0), len(found)))
        here = next((to for to in reach if step in fits[to] and found[to].sentence == found[at].sentence), -1)
        if here < 0:
            return -1
    return here


def _denied(found: tuple[Word, ...], first: int, last: int) -> bool:
    """True for "geen crisis", "not a crisis" and "een crisis is het niet"; a denial inside the pattern is its own."""
    clause = found[first].clause
    before = [word.folded for word in found[max(0, first - _REACH) : first] if word.clause == clause]
    for at, word in enumerate(before):
        if word in _DENIALS and not _SOFTENERS & set(before[at + 1 : at + 2]):
            return True
    after = [word.folded for word in found[last + 1 : last + 4] if word.clause == found[last].clause]
    return bool(after) and after[0] in _COPULAS and bool({"niet", "geen", "not", "no"} & set(after[1:]))
