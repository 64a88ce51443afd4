"""What a pulse may ask, and of whom: checked when it is set up and when it starts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason
from interregnum.stages.pulse.rules.states import Way

MOST_QUESTIONS = 5
MOST_GROUPS = 20
MOST_PEOPLE = 20_000
LONGEST_NAME = 60
ADDRESS = re.compile(r"[^\s@<>,;:()\"]{1,64}@[^\s@<>,;:()\"]+\.[^\s@<>,;:()\"]{2,}")


@dataclass(frozen=True)
class Question:
    """The same question in both languages."""

    nl: str
    en: str


@dataclass(frozen=True)
class GroupLine:
    """A group of employees; `people` is how many are asked, 0 while their addresses are still to come."""

    name: str
    people: int = 0


def read_groups(text: str) -> tuple[GroupLine, ...]:
    """One group a line, with the number of people behind the last comma or tab.

    >>> read_groups("Klantcontact, 34")
    (GroupLine(name='Klantcontact', people=34),)
    """
    found = []
    for line in text.splitlines():
        name, _sign, number = line.rpartition("\t") if "\t" in line else line.rpartition(",")
        is_counted = number.strip().isascii() and number.strip().isdigit()
        name, people = (name, int(number.strip()[:9])) if is_counted else (line, 0)
        if name := " ".join(name.split()):
            found.append(GroupLine(name, people))
    return tuple(found)


def check_groups(groups: Sequence[GroupLine], *, way: Way) -> tuple[Reason, ...]:
    found: list[Reason] = []
    keys = [group.name.casefold() for group in groups]
    if not groups:
        found.append(Reason("pulse.no_group", "groups"))
    if len(groups) > MOST_GROUPS:
        found.append(Reason("pulse.too_many_groups", "groups", {"most": MOST_GROUPS}))
    twice = next((group.name for group in groups if keys.count(group.name.casefold()) > 1), None)
    if twice:
        found.append(Reason("pulse.group_twice", "groups", {"name": twice}))
    if long := next((group.name for group in groups if len(group.name) > LONGEST_NAME), None):
        found.append(Reason("pulse.group_name_long", "groups", {"name": long[:40], "most": LONGEST_NAME}))
    uncounted = next((group.name for group in groups if not 0 < group.people <= MOST_PEOPLE), None)
    if way is Way.CODE and uncounted:
        found.append(Reason("pulse.group_uncounted", "groups", {"name": uncounted}))
    return tuple(found)


def check_questions(questions: Sequence[tuple[str, str]]) -> tuple[Reason, ...]:
    """Pairs of Dutch and English, empty where nothing is asked; which one lacks a language is said beside it."""
    found = [
        Reason("pulse.question_one_language", f"{'en' if nl else 'nl'}_{place}")
        for place, (nl, en) in enumerate(questions)
        if bool(nl) != bool(en)
    ]
    if not any(nl and en for nl, en in questions):
        found.append(Reason("pulse.no_question", "nl_0"))
    return tuple(found)


def check_start(*, people: int, floor: int, empty: Iterable[str], starts_on: date, term: Period) -> tuple[Reason, ...]:
    """Before employees are asked: enough of them, nobody forgotten, and within the assignment."""
    found = []
    if without := next(iter(empty), None):
        found.append(Reason("pulse.group_empty", "", {"name": without}))
    if people < floor:
        found.append(Reason("pulse.too_few", "", {"floor": floor}))
    if starts_on not in term:
        facts = {"first": f"{term.first:%d-%m-%Y}", "last": f"{term.last:%d-%m-%Y}"}
        found.append(Reason("pulse.outside_assignment", "starts_on", facts))
    return tuple(found)


def read_addresses(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The e-mail addresses in a pasted list or sheet, each once, and the lines that hold none.

    >>> read_addresses("Piet <Piet@Example.org>; jo@example.org\\nniemand")
    (('piet@example.org', 'jo@example.org'), ('niemand',))
    """
    found: dict[str, None] = {}
    without = []
    for line in text.splitlines():
        addresses = ADDRESS.findall(line)
        found.update(dict.fromkeys(address.casefold() for address in addresses))
        if line.strip(" \t,;\"'") and not addresses:
            without.append(line.strip()[:80])
    return tuple(found), tuple(without)


def round_days(starts_on: date, number: int, *, every: int, open_days: int) -> Period:
    """The first and the last day on which a round can be answered; the first is number 1."""
    first = starts_on + timedelta(days=every * (number - 1))
    return Period(first, first + timedelta(days=min(open_days, every) - 1))
