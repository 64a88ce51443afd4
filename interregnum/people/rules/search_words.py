"""How a text is cut into the words by which it is found, and how a slip of the pen is forgiven."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_WORD = 40
MOST_WORDS = 8
# Shorter words are found as they stand; a longer one may miss, double or swap a letter.
SHORTEST_FORGIVEN = 4
# Fewer letters stand in the middle of nearly every word.
SHORTEST_INSIDE = 3
_WORD = re.compile(r"[^\W_]+")
# Letters that are no plain letter with a sign above or below it, as most people type them.
_TYPED_AS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
# A prefix of a name as people write it short; each part is found by its beginning.
_SHORT = re.compile(r"\bvd\b")
# What stands before a surname; whoever hears the name on the telephone writes both in one.
BEFORE_A_NAME = frozenset({"van", "von", "de", "den", "der", "het", "t", "ter", "ten", "te", "la", "le", "el", "al"})
_PHONE = re.compile(r"^\s*(?:\+|00)?[\d\s().\-/]{6,20}$")


def plain(text: str) -> str:
    """Lower case without accents: "Coöperatie Ĳssel" is "cooperatie ijssel", "Kjær" is "kjaer"."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_TYPED_AS)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(*texts: str) -> frozenset[str]:
    """The words of texts, as they are kept and looked for.

    >>> sorted(words_of("Van der Berg", "Bank De Proef"))
    ['bank', 'berg', 'de', 'der', 'proef', 'van']
    """
    return frozenset(word[:LONGEST_WORD] for text in texts for word in _WORD.findall(plain(text)))


def in_one(*texts: str) -> frozenset[str]:
    """Names as they are written in one, whole and shortened.

    >>> sorted(in_one("Piet van der Berg"))
    ['derberg', 'vanderberg', 'vdberg']
    """
    return frozenset(each[:LONGEST_WORD] for text in texts for each in _in_one(_WORD.findall(plain(text))))


def _in_one(words: list[str]) -> Iterator[str]:
    before: list[str] = []
    for word in words:
        if word in BEFORE_A_NAME:
            before.append(word)
            continue
        yield from ("".join(before[at:]) + word for at in range(len(before)))
        if len(before) > 1:
            yield "".join(part[0] for part in before) + word
        before = []


def number_of(text: str) -> str:
    """A telephone number as it is kept: the national number without its zero, whatever stands around it.

    >>> number_of("+31 6 1234 5678") == number_of("06-12345678") == "612345678"
    True
    """
    digits = re.sub(r"\D", "", text)
    for start in ("0031", "31", "0"):
        # A Dutch number has nine digits after its zero.
        if digits.startswith(start) and (start != "31" or text.strip().startswith("+") or len(digits) == 11):
            return digits.removeprefix(start).removeprefix("0")
    return digits


def wanted(query: str) -> tuple[str, ...]:
    """The words of what somebody types into the search box; a telephone number is one word."""
    if _PHONE.match(query) and sum(letter.isdigit() for letter in query) >= 6:
        number = number_of(query)
        return (number, *(word for word in (re.sub(r"\D", "", query),) if word != number))[:1]
    return tuple(dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(_SHORT.sub("v d", plain(query)))))[
        :MOST_WORDS
    ]


def slips_of(word: str) -> frozenset[str]:
    """The word with each letter left out in turn.

    "jansen" and "janssen", "hendirks" and "hendriks" have one in common; so a slip of one letter is found by equality.
    """
    if len(word) < SHORTEST_FORGIVEN or word.isdigit():
        return frozenset()
    return frozenset(word[:at] + word[at + 1 :] for at in range(len(word)))
