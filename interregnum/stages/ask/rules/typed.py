"""What somebody typed, without signs that cannot be seen: control characters and those that turn the direction."""

import unicodedata

_KEPT = frozenset("\n\t\u200d")
# Directions forced on the words after them: a text could read otherwise than it is written.
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def plain(text: str) -> str:
    r"""The same words with visible signs alone; lines end in "\n".

    >>> plain("een\x00 \u202eomgekeerd\u202c woord\r\n")
    'een omgekeerd woord\n'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in _KEPT or not _is_unseen(sign))


def _is_unseen(sign: str) -> bool:
    return sign in _DIRECTIONS or unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"}
