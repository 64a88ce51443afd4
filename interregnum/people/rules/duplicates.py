"""Which two profiles may be one person, and the grounds for it: pure, and never a verdict. A person decides."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz.distance import OSA

from interregnum.people.rules.search_words import number_of, plain

# What stands in a name without telling two people apart.
PARTICLES = frozenset("van von de den der des het t te ter ten op in la le el al du da di".split())  # noqa: SIM905
TITLES = frozenset("mr mw mevr mevrouw dhr heer drs dr ir ing prof mba msc bsc ra rc".split())  # noqa: SIM905
# Boxes that many people share.
SHARED_BOXES = frozenset({"office", "contact", "interim", "management", "secretariaat"})
SHORTEST_BOX = 6
SHORTEST_PHONE = 8
MOST_JOBS = 3
# A slip of the pen is forgiven in a longer name alone: Jan and Jos are two people.
SHORTEST_FORGIVEN = 5


class Ground(StrEnum):
    MAIL = "mail"
    BOX = "box"
    PHONE = "phone"
    KVK = "kvk"
    NAME = "name"
    NAME_NEAR = "name_near"
    PLACE = "place"
    JOB = "job"


@dataclass(frozen=True)
class Known:
    """What of a profile is compared. `jobs` are employers with the month in which the work there began."""

    name: str
    email: str
    phone: str = ""
    place: str = ""
    kvk: str = ""
    jobs: frozenset[tuple[str, date | None]] = frozenset()


@dataclass(frozen=True)
class Name:
    """A name as it is compared: given names or initials, and the words of the surname without particles."""

    given: tuple[str, ...]
    surname: frozenset[str]

    @property
    def initial(self) -> str:
        return self.given[0][:1] if self.given else ""


def name_of(text: str) -> Name:
    """Takes titles and particles away, and turns "Berg, Jan van den" round.

    >>> name_of("drs. J.P. van den Berg-Müller") == Name(("j", "p"), frozenset({"berg", "muller"}))
    True
    >>> name_of("Berg, Jan van den") == name_of("Jan van den Berg")
    True
    """
    before, comma, after = plain(text).partition(",")
    spoken = f"{after} {before}" if comma else before
    words = [word for word in re.split(r"[^a-z0-9\-]+", spoken.replace("'", " ")) if word.strip("-")]
    words = [word for word in words if word not in TITLES]
    telling = [word for word in words if word not in PARTICLES]
    if not telling:
        return Name((), frozenset(words))
    return Name(tuple(telling[:-1]), frozenset(part for part in telling[-1].split("-") if part))


def is_same_name(one: Name, other: Name) -> bool:
    return bool(one.given) and one == other


def is_near_name(one: Name, other: Name) -> bool:
    """An initial for a name, a second surname, a name less, or one slip of the pen.

    >>> is_near_name(name_of("J. Bakker"), name_of("Jan Bakker-Smit"))
    True
    >>> is_near_name(name_of("Jan Bakker"), name_of("Joost Bakker"))
    False
    """
    if not (one.given and other.given and one.initial == other.initial):
        return False
    given = min(len(one.given[0]), len(other.given[0])) == 1 or _is_near(one.given[0], other.given[0])
    surname = bool(one.surname & other.surname) or any(_is_near(a, b) for a in one.surname for b in other.surname)
    return given and surname


def _is_near(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= SHORTEST_FORGIVEN and OSA.distance(one, other) == 1)


def keys_of(known: Known) -> frozenset[str]:
    """Words of which two profiles have one in common when they may be one person: only those are compared."""
    return frozenset(_keys(known))


def _keys(known: Known) -> Iterator[str]:
    mail, name = known.email.casefold().strip(), name_of(known.name)
    yield f"mail {mail}"
    if box := _box(mail):
        yield f"box {box}"
    if len(phone := number_of(known.phone)) >= SHORTEST_PHONE:
        yield f"phone {phone}"
    if known.kvk:
        yield f"kvk {known.kvk}"
    for part in name.surname:
        yield f"name {part} {name.initial} {plain(known.place.strip())}"
        yield from (f"job {part} {employer}" for employer in {_firm(employer) for employer, _month in known.jobs})


def _box(mail: str) -> str:
    """The part before the @, where it names one person."""
    box = mail.partition("@")[0].partition("+")[0]
    return box if len(box) >= SHORTEST_BOX and box not in SHARED_BOXES and not box.isdigit() else ""


def _firm(employer: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plain(employer)))


def grounds(one: Known, other: Known) -> dict[Ground, int]:
    """What two profiles have in common, each ground with how often: more than once for positions alone."""
    names, mails = (name_of(one.name), name_of(other.name)), (one.email.casefold(), other.email.casefold())
    numbers = number_of(one.phone), number_of(other.phone)
    jobs = {(_firm(employer), month) for employer, month in one.jobs if employer and month}
    same_jobs = jobs & {(_firm(employer), month) for employer, month in other.jobs if employer and month}
    found = {
        Ground.MAIL: mails[0] == mails[1],
        Ground.BOX: mails[0] != mails[1] and _box(mails[0]) == _box(mails[1]) != "",
        Ground.PHONE: numbers[0] == numbers[1] and len(numbers[0]) >= SHORTEST_PHONE,
        Ground.KVK: one.kvk == other.kvk != "",
        Ground.NAME: is_same_name(*names),
        Ground.NAME_NEAR: not is_same_name(*names) and is_near_name(*names),
        Ground.PLACE: plain(one.place.strip()) == plain(other.place.strip()) != "",
        Ground.JOB: min(len(same_jobs), MOST_JOBS),
    }
    return {ground: int(times) for ground, times in found.items() if times}


def points_of(found: Mapping[Ground, int], points: Mapping[str, int]) -> int:
    """How likely it is, in points: each ground counts as often as it is there."""
    return sum(points[ground] * times for ground, times in found.items())
