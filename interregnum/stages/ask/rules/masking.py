"""Takes names out of a request before anybody outside the firm may see it: only what is known to be a word stays."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from interregnum.people.rules.search_words import BEFORE_A_NAME
from interregnum.stages.ask.rules.letter import Kind, parts
from interregnum.stages.ask.rules.words import fold

NAME = "[name]"
CONTACT = "[contact]"
_CONTACT = re.compile(
    r"[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)\S{1,300}|\b[\w-]{1,63}\.(?:nl|com|org|net|eu|be|io)\b|"
    r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){10}|\b\d{4}\s?[A-Z]{2}\b|\(?\+?\d[\d\s().-]{5,20}\d"
)
# Who is addressed, or says who it is: the words after it are a name, whatever else they mean.
_WHO = (
    r"\b(?:dhr|mevr|mw|de heer|heer|mevrouw|meneer|mr|mrs|ms|drs|ir|ing|dr|prof|beste|geachte|dear|hi|hallo|dag|"
    r"ik heet|mijn naam is|my name is|genaamd)\b\.?"
)
_ADDRESSED = re.compile(
    rf"{_WHO}(?:\s+(?:de heer|mevrouw))?(?:[ ]+(?!{_WHO})[^\W\d_][\w'’.-]{{0,30}}){{1,3}}", re.IGNORECASE
)
# Somebody's name as well as a word that a request can do without.
_NAMES_TOO = frozenset({
    "anderson", "brouwer", "caterina", "dean", "emir", "erin", "frank", "grant", "hart", "jan", "koning", "mark",
    "max", "rose", "ton",
})  # fmt: skip
# Everyday words that are a surname as well: behind a word that nobody knows they are one.
_SURNAMES_TOO = frozenset({
    "baas", "banks", "beter", "black", "bond", "bridge", "brink", "cash", "chase", "cook", "cross", "day", "drukker",
    "field", "french", "goede", "green", "groot", "hall", "house", "huis", "jonge", "klein", "kok", "koper", "kort",
    "lang", "lange", "law", "leraar", "little", "long", "meer", "mooi", "north", "oude", "page", "park", "place",
    "ploeg", "pool", "poort", "post", "powers", "price", "rush", "schip", "schrijver", "short", "slag", "small",
    "snel", "stad", "stap", "still", "storm", "timmerman", "tafel", "vader", "vrij", "vroeg", "ward", "west", "white",
    "winkel", "winter", "young", "zomer",
})  # fmt: skip
_WORD = re.compile(r"[\w\u0300-\u036f\u00ad]+")
_BETWEEN = re.compile(r"[ '’.-]{1,3}")
_BEGUN = re.compile(r"(?:\A|(?<!\b\w)[.!?:;]|\n)[^\w.!?:;]*\Z")
_SHORTEST, _FEWEST_LETTERS, _SHORTENING, _LONGEST_NAME = 3, 2, 4, 8
# So many signs around a word tell whether a sentence begins, or all is in capitals.
_AROUND = 30


@dataclass(frozen=True)
class Familiar:
    """What tells of a folded word that it is nobody's name.

    `known`: one of the language or of the profession. `capital`: one that has a capital within a sentence too, such as
    the name of a seat or a department.
    """

    known: Callable[[str], bool]
    capital: Callable[[str], bool]


def masked(text: str, *, names: Iterable[str], familiar: Familiar) -> str:
    """The request without mail headers and signatures, orders to a machine, contact data and names.

    `names` are those filled in beside the text. Of the rest only what is familiar goes along, in small letters too:
    rather a word too many than a name. A name made of everyday words in small letters is not seen as one.
    """
    unsaid = (Kind.FRAME, Kind.TO_A_MACHINE)
    body = "".join(text[part.start : part.end] for part in parts(text) if part.kind not in unsaid)
    body = _CONTACT.sub(CONTACT, body)
    for name in sorted(set(_names(names, familiar)), key=len, reverse=True):
        body = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, body, flags=re.IGNORECASE)
    body = _Body(_ADDRESSED.sub(NAME, body), familiar).without_names()
    return re.sub(r"(?:\[name\][ ,.&-]*){2,}", f"{NAME} ", body).strip()


def _names(names: Iterable[str], familiar: Familiar) -> Iterator[str]:
    for name in names:
        whole = " ".join(name.split())
        if len(whole) >= _SHORTEST:
            yield whole
        yield from (word for word in _WORD.findall(name) if len(word) >= _SHORTEST and not familiar.known(fold(word)))


class _Body:
    """A text as words, of which those that may be a name are told by their place."""

    def __init__(self, text: str, familiar: Familiar) -> None:
        self.text, self.familiar = text, familiar
        self.words = [(word.start(), word.end()) for word in _WORD.finditer(text)]
        self.folded = [fold(text[start:end]) for start, end in self.words]

    def without_names(self) -> str:
        places = range(len(self.words))
        found = {place for place in places if self._may_be_a_name(place)}
        # Who was recognised within a sentence is known by that name where one begins.
        said = {self.folded[place] for place in found if self._has_capital(place)}
        found |= {place for place in places if self.folded[place] in said and self._has_capital(place)}
        for place in sorted(found):
            found |= {other for step in (-1, 1) if place + step not in found for other in self._beside(place, step)}
        pieces, end = [], 0
        for place in sorted(found):
            start = self.words[place][0]
            is_next = place - 1 in found and _BETWEEN.fullmatch(self.text[end:start])
            pieces += [] if is_next else [self.text[end:start], NAME]
            end = self.words[place][1]
        return "".join([*pieces, self.text[end:]])

    def _may_be_a_name(self, place: int) -> bool:
        (start, end), word = self.words[place], self.folded[place]
        if self.text[max(start - 1, 0) : end + 1] in (NAME, CONTACT) or sum(map(str.isalpha, word)) < _FEWEST_LETTERS:
            return False
        if word in _NAMES_TOO or not self.familiar.known(word):
            return True
        return self._has_capital(place) and not self._begins(place) and not self.familiar.capital(word)

    def _beside(self, place: int, step: int) -> Iterator[int]:
        """The words of the same name: capitals beside it, with "van der" between. A seat before it is none."""
        passed = []
        for other in range(place + step, place + step * _LONGEST_NAME, step):
            if not 0 <= other < len(self.words) or not self._touches(other - step, other):
                return
            passed.append(other)
            if self._has_capital(other) and (step > 0 or not self.familiar.capital(self.folded[other])):
                yield from passed
                passed = []
            elif step > 0 and self.folded[other] in _SURNAMES_TOO:
                yield from passed
                return
            elif self.folded[other] not in BEFORE_A_NAME:
                return

    def _touches(self, place: int, other: int) -> bool:
        first, last = sorted((place, other))
        between = self.text[self.words[first][1] : self.words[last][0]]
        return bool(_BETWEEN.fullmatch(between)) and not self._begins(last)

    def _has_capital(self, place: int) -> bool:
        """Whether a word stands out by its capital: not a shortening, nor where all is in capitals."""
        start, end = self.words[place]
        if not self.text[start].isupper():
            return False
        word = self.text[start:end]
        return not (word.isupper() and (len(word) <= _SHORTENING or self._around(start, end).isupper()))

    def _begins(self, place: int) -> bool:
        start, _ = self.words[place]
        return start == 0 or bool(_BEGUN.search(self.text[max(start - _AROUND, 0) : start]))

    def _around(self, start: int, end: int) -> str:
        return self.text[max(start - _AROUND, 0) : end + _AROUND]
