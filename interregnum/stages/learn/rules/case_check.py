"""What in a case may tell whose it is: each place in the text, with its kind. Nothing is put right here."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from interregnum.people.rules.cv.towns import TOWNS
from interregnum.stages.learn.rules.case_names import Keys, named, organisation_keys, person_keys
from interregnum.stages.learn.rules.case_signs import exact_figures, signs, years
from interregnum.stages.learn.rules.case_states import Sign
from interregnum.stages.learn.rules.case_words import Folded, folded, plain, words

# Towns that are a word as well: one of them counts with a capital within a sentence alone.
_WORDS = """
aalst asten beek bergen best borne dieren dongen doorn druten duiven echt elst gent goes goor grave haren heerde
hoorn houten huizen hulst kampen laren leek monster putten rijen son stein velp weert vianen vorden
"""
_ALSO_WORDS = frozenset(_WORDS.split())
_ENDS = ".!?:;\n•-"


@dataclass(frozen=True, order=True)
class Finding:
    """In the text of `name` from `start` to `end`; `said` are the words as compared, by which it is known again."""

    name: str
    start: int
    end: int
    sign: Sign
    said: str

    @property
    def key(self) -> str:
        return f"{self.sign}:{self.said}"


@dataclass(frozen=True, kw_only=True)
class Known:
    """Whose names, places and texts may not stand in a case. `foreign` may not in an English text alone."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """`hidden` are words that tell what too few others share; a year is told only when it is `year`."""

    figures: int
    begins: int
    year: int | None = None
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Looked:
    """All keys, made once for all texts of a case."""

    people: Keys
    organisations: Keys
    places: Keys
    towns: Keys
    known: Known
    bounds: Bounds
    rows: Mapping[Sign, Keys] = field(default_factory=dict)


def check(texts: Mapping[str, str], known: Known, bounds: Bounds) -> tuple[Finding, ...]:
    """By the names of the texts, in their order; of places that lie over each other the first and longest."""
    look = _looked(known, bounds)
    found: list[Finding] = []
    for name, text in texts.items():
        found += _apart(_empty(name, text) or _of_text(name, text, look))
    return tuple(found)


def _empty(name: str, text: str) -> list[Finding]:
    return [] if words(plain(text)) else [Finding(name, 0, 0, Sign.EMPTY, name)]


def _looked(known: Known, bounds: Bounds) -> Looked:
    return Looked(
        person_keys(known.people),
        organisation_keys(known.organisations),
        _place_keys(known.places),
        _place_keys(TOWNS.values()),
        known,
        bounds,
        {Sign.UNIQUE: _place_keys(bounds.hidden), Sign.ADDRESS: _place_keys(known.exact)},
    )


def _place_keys(names: Iterable[str]) -> Keys:
    every = [tuple(word.text for word in words(plain(name))) for name in names]
    alone = frozenset(row[0] for row in every if len(row) == 1)
    return Keys(whole=alone, rows=frozenset(row for row in every if len(row) > 1))


def _of_text(name: str, text: str, look: Looked) -> Iterator[Finding]:
    said = folded(text)
    shown = "".join(text[place] for place in said.places)
    for sign, start, end in (*_names(shown, said.text, look), *_rest(said, shown, name, look)):
        yield Finding(name, *said.span(start, end), sign, " ".join(said.text[start:end].split()))


def _names(shown: str, text: str, look: Looked) -> Iterator[tuple[Sign, int, int]]:
    kinds = ((Sign.PERSON, look.people), (Sign.ORGANISATION, look.organisations), (Sign.PLACE, look.places))
    for sign, keys in (*kinds, *look.rows.items()):
        for start, end in named(shown, text, keys):
            yield sign, start, end
    for start, end in named(shown, text, look.towns):
        if text[start:end] not in _ALSO_WORDS or _is_a_name(shown, start):
            yield Sign.PLACE, start, end


def _is_a_name(shown: str, start: int) -> bool:
    """A capital within a sentence."""
    before = shown[:start].rstrip(" \"'(")
    return shown[start].isupper() and bool(before) and before[-1] not in _ENDS


def _rest(said: Folded, shown: str, name: str, look: Looked) -> Iterator[tuple[Sign, int, int]]:
    yield from signs(said.text)
    for start, end in exact_figures(said.text, figures=look.bounds.figures, begins=look.bounds.begins):
        yield Sign.AMOUNT, start, end
    for year, start, end in years(said.text):
        if year != look.bounds.year:
            yield Sign.YEAR, start, end
    if name.endswith("_en"):
        for start, end in named(shown, said.text, _place_keys(look.known.foreign)):
            yield Sign.LANGUAGE, start, end


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """In the order of the text; what lies within or over another one is told by that one."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end, list(Sign).index(each.sign))):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def open_findings(found: Sequence[Finding], settled: Collection[str]) -> tuple[Finding, ...]:
    """Those that nobody has called false; what lacks cannot be."""
    return tuple(one for one in found if one.key not in settled or one.sign is Sign.EMPTY)


@dataclass(frozen=True)
class Piece:
    """A piece of a text, and what was found there."""

    text: str
    finding: Finding | None = None


def pieces(text: str, found: Iterable[Finding]) -> tuple[Piece, ...]:
    """A text cut where something was found, for a page that marks it."""
    cut: list[Piece] = []
    at = 0
    for one in found:
        cut += [Piece(text[at : one.start])] if one.start > at else []
        cut.append(Piece(text[one.start : one.end], one))
        at = one.end
    return (*cut, Piece(text[at:])) if text[at:] else tuple(cut)
