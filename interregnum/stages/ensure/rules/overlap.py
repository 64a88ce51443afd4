"""Integrity: the same bank account, KvK number or address with two who should have nothing to do with each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Shared(StrEnum):
    IBAN = "iban"
    KVK = "kvk"
    ADDRESS = "address"


class Whose(StrEnum):
    """With whom it is shared."""

    MANAGER = "manager"
    CLIENT = "client"
    OTHER_MANAGER = "other_manager"
    OTHER_PERSON = "other_person"


@dataclass(frozen=True)
class Marks:
    """What is compared of somebody; "" is not known and matches nothing."""

    iban: str = ""
    kvk: str = ""
    address: str = ""


@dataclass(frozen=True)
class Overlap:
    shared: Shared
    whose: Whose
    name: str


def plain(text: str) -> str:
    """Letters and digits alone, so that spaces, points and capitals make no other number.

    >>> plain("nl91 ABNA 0417.1643.00")
    'NL91ABNA0417164300'
    """
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def overlaps(own: Marks, others: Iterable[tuple[Whose, str, Marks]]) -> tuple[Overlap, ...]:
    """Each thing that is shared, with whom; the order is that of the others."""
    return tuple(
        Overlap(shared, whose, name)
        for whose, name, marks in others
        for shared in Shared
        if (mine := plain(getattr(own, shared))) and mine == plain(getattr(marks, shared))
    )


def is_late(introduced_on: date, declared_on: date, *, within_days: int) -> bool:
    """Declared later than so many days after."""
    return declared_on > introduced_on + timedelta(days=within_days)
