"""A3 B1 C1 E1 E3: what a request is by its words and by the examples that it resembles, with a quote for each code."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from interregnum.kernel.lists import Category, Level, Need, Reason
from interregnum.stages.ask.rules.finding import Reading
from interregnum.stages.ask.rules.own_words import OWN
from interregnum.stages.ask.rules.resemblance import SEVERAL_OF, Resemblance
from interregnum.stages.ask.rules.values import Evidence, Triage
from interregnum.stages.ask.rules.votes import votes

# Fewer words are read by the lexicon alone; so is a short text that asks for a kind of help in so many words: what is
# asked goes before what a text resembles.
_FEW_WORDS, _SHORT, _PLAINLY = 7, 16, 4
# Chances of 100 from which a code counts, and from which the best one does when none reaches that. They are
# those with the best balance of what is missed and what is said too much.
_LIKELY = {"discipline": 38, "reason": 30}
_BEST_OF_ALL = 20
_MOST = 2
# A level that no word speaks of must be clear. Of two kinds of need that belong together the shares are added: whoever
# asks is turned away for a good reason only, and advice is told sooner than it is most likely, because it costs least.
_CLEARLY = 50
# A crisis that no word of the lexicon names must be about as likely as all else together.
_CRISIS = 45
_TOGETHER = (((Need.ADVISER, Need.ADVICE_FIRST), 30), ((Need.OUT_OF_SCOPE, Need.PERMANENT), 20))


@dataclass(frozen=True)
class Compared:
    """Shares and chances of 100 for the codes of each field; whether a discipline is named in the firm's own words."""

    of: Mapping[str, Mapping[str, int]]
    has_own_words: bool


def is_plain(reading: Reading) -> bool:
    """Whether the words alone tell what is asked."""
    asked = (hit.concept.weight for hit in reading.of("category") if hit.asked)
    number = len(reading.words)
    return number < _FEW_WORDS or (number < _SHORT and max(asked, default=0) >= _PLAINLY)


def compared(reading: Reading, by_words: Triage, resemblance: Resemblance) -> Compared:
    """All fields of a request beside the examples.

    Crisis needs positive evidence in the text: a word for it, or a sentence that resembles nothing so much as crises.
    A seat for good needs a word for it: nobody who asks for help is turned away for a likeness.
    """
    found = resemblance.shares(votes(reading, by_words))
    if not reading.of("need", Need.PERMANENT):
        found["need"].pop(Need.PERMANENT, None)
    if not reading.of("category", Category.CRISIS) and not _crisis_without_a_word(found, resemblance):
        found["category"].pop(Category.CRISIS, None)
    own = any(hit.concept.name.startswith(OWN) for hit in reading.of("discipline"))
    return Compared(found, has_own_words=own)


def _crisis_without_a_word(found: Mapping[str, Mapping[str, int]], resemblance: Resemblance) -> bool:
    return found["category"].get(Category.CRISIS, 0) >= _CRISIS and resemblance.spoken("category", Category.CRISIS)


def beside_examples(by_words: Triage, found: Compared, *, level: Level | None, disciplines: Container[str]) -> Triage:
    """The proposal by words and examples. `level` was filled in beside the text; `disciplines` are those in use.

    Of what the firm itself calls a discipline there are no examples: where the text has its words, the words decide.
    """
    category = sorted(found.of["category"].items(), key=lambda pair: -pair[1])
    in_use = {code: chance for code, chance in found.of["discipline"].items() if code in disciplines}
    return replace(
        by_words,
        category=Category(category[0][0]),
        confidence=category[0][1],
        second=Category(category[1][0]),
        second_confidence=category[1][1],
        need=_need(found.of["need"]),
        level=level or _level(by_words.level, found.of["level"]),
        disciplines=by_words.disciplines if found.has_own_words else tuple(_likely("discipline", in_use)),
        reasons=tuple(Reason(code) for code in _likely("reason", found.of["reason"])),
    )


def _need(shares: Mapping[str, int]) -> Need:
    ranked = sorted((Need(code) for code in shares), key=lambda code: -shares[code])
    away = _TOGETHER[-1][0]
    for kinds, enough in _TOGETHER:
        if sum(shares.get(code, 0) for code in kinds) >= enough:
            return next(code for code in ranked if code in kinds)
    return next(code for code in ranked if code not in away)


def _level(by_words: Level | None, shares: Mapping[str, int]) -> Level | None:
    best = max(shares, key=lambda code: shares[code])
    return Level(best) if by_words or shares[best] >= _CLEARLY else None


def _likely(field: str, chances: Mapping[str, int]) -> list[str]:
    ranked = sorted(chances, key=lambda code: -chances[code])
    likely = [code for code in ranked if chances[code] >= _LIKELY[field]]
    return likely[:_MOST] or [code for code in ranked[:1] if chances[code] >= _BEST_OF_ALL]


def quotes(found: Triage, resemblance: Resemblance, text: str) -> Iterator[Evidence]:
    """For each code that no word of the lexicon speaks for the sentence that made it likely."""
    spoken = {(row.field, row.code) for row in found.evidence}
    chosen: list[tuple[str, str | None]] = [("category", found.category), ("category", found.second)]
    chosen += [("need", found.need), ("level", found.level)]
    chosen += [(field, code) for field in SEVERAL_OF for code in _several(found, field)]
    for field, code in chosen:
        place = resemblance.quoted(field, str(code)) if code and (field, code) not in spoken else None
        if place:
            yield Evidence(field, str(code), text[place[0] : place[1]], *place, 1)


def _several(found: Triage, field: str) -> tuple[str, ...]:
    return found.disciplines if field == "discipline" else found.reasons
