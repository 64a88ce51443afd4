"""D5, D6: is this the same organisation? Names are compared by their words, without legal forms and accents."""

import re
import unicodedata
from functools import lru_cache

LEGAL = frozenset(
    {"nv", "bv", "ua", "holding", "groep", "group", "cooperatie", "stichting", "de", "het", "the", "van", "en"}
)
# Words that many names share: alone they prove nothing.
COMMON = frozenset(
    {"bank", "banken", "verzekeringen", "verzekeraar", "pensioenfonds", "pensioen", "leasing", "lease", "hypotheken"}
    | {"financial", "services", "finance", "nederland", "insurance", "vermogensbeheer", "advies", "betalingen"}
)


@lru_cache(maxsize=50_000)
def words_of(name: str) -> frozenset[str]:
    """The telling words of a name: lower case, no accents, no legal form.

    >>> sorted(words_of("De Voorbeeldbank N.V."))
    ['voorbeeldbank']
    """
    letters = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    return frozenset(word for word in words if word not in LEGAL) or frozenset(words)


@lru_cache(maxsize=50_000)
def same_organisation(one: str, other: str) -> bool:
    """Whether two names mean the same organisation, or one a part of the other.

    It errs on the side of care: a person can set aside a conflict that is none, not one that nobody saw.

    >>> same_organisation("Voorbeeldbank N.V.", "Voorbeeldbank Hypotheken B.V.")
    True
    >>> same_organisation("Bank", "Voorbeeld Bank")
    False
    """
    left, right = words_of(one), words_of(other)
    if left == right:
        return bool(left)
    shorter, longer = sorted((left, right), key=len)
    return shorter <= longer and bool(telling(shorter))


def telling(words: frozenset[str]) -> frozenset[str]:
    """The words that few names share: two different names for one organisation have at least one of them in common."""
    return words - COMMON
