"""Chance comes from outside: rules and values know none."""

import secrets
from collections.abc import Iterable

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code() -> str:
    """A public code of 16 characters, about 79 bits: not guessable, and readable over the telephone."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def new_token() -> str:
    """A secret of 256 bits for a link in a mail."""
    return secrets.token_urlsafe(32)


def new_digits(count: int) -> str:
    """A code that a person copies from a mail: "048213"."""
    return f"{secrets.randbelow(10**count):0{count}d}"


def new_key() -> int:
    """A key of a row by chance: rows that lie in the order of their keys then tell not in which order they came."""
    return secrets.randbits(62) + 1


def shuffled[Item](items: Iterable[Item]) -> list[Item]:
    """The same in an order of which nobody can tell how it came about."""
    found = list(items)
    secrets.SystemRandom().shuffle(found)
    return found
