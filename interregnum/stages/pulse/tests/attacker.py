"""Somebody who reads every published view of a pulse and tries to learn one answer: by subtracting, and by bounds.

The attacker knows more than anybody can: who is in which group, and who answered in which round. Of a mean that was
rounded it is known between which sums it must lie. Views are totals, groups, groups taken together, and all rounds
beside each other; for people who are thought to answer alike in each round, overlaps too.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil

from interregnum.stages.deliver.rules.groups import LEAST
from interregnum.stages.pulse.rules.figures import ENDS, FINE_FROM, HALF, TENTH, Bound, Figure
from interregnum.stages.pulse.rules.publishing import Published, publish

type Person = tuple[str, int]


@dataclass(frozen=True)
class Round:
    """Who answered what, one answer a question: the truth, that nobody may learn."""

    answers: Mapping[Person, tuple[int, ...]]

    def answered(self, groups: Iterable[str]) -> dict[str, int]:
        found = dict.fromkeys(groups, 0)
        for group, _number in self.answers:
            found[group] += 1
        return found

    def counts(self, groups: Iterable[str], questions: int) -> dict[str, list[list[int]]]:
        found = {group: [[0] * 5 for _question in range(questions)] for group in groups}
        for (group, _number), scores in self.answers.items():
            for question, score in enumerate(scores):
                found[group][question][score - 1] += 1
        return found


@dataclass(frozen=True)
class Design:
    """A survey: how many are asked in each group, how many questions, and its rounds."""

    groups: Mapping[str, int]
    questions: int
    rounds: tuple[Round, ...]


@dataclass(frozen=True)
class View:
    """What was published of a set of people on one question of one round: their answers add up to `low`..`high`."""

    people: frozenset[tuple[int, Person]]
    low: int
    high: int


def random_design(chance: random.Random, *, steady: bool) -> Design:
    """`steady`: the same people answer the same in each round, and the attacker counts on that."""
    groups = {f"g{place}": chance.choice((1, 2, 3, 4, 5, 6, 7, 9, 10, 14, 25)) for place in range(chance.randint(1, 6))}
    questions, share = chance.randint(1, 3), chance.choice((0.3, 0.6, 0.9, 1.0))
    lean = chance.choice((None, None, 1, 5))
    rounds: list[Round] = []
    for _number in range(chance.randint(1, 3)):
        if steady and rounds:
            rounds.append(rounds[0])
            continue
        who = [(group, one) for group, size in groups.items() for one in range(size) if chance.random() < share]
        rounds.append(Round({person: _scores(chance, questions, lean) for person in who}))
    return Design(groups, questions, tuple(rounds))


def _scores(chance: random.Random, questions: int, lean: int | None) -> tuple[int, ...]:
    return tuple(lean if lean and chance.random() < 0.9 else chance.randint(1, 5) for _question in range(questions))


def published(design: Design) -> list[Published]:
    """What the house shows of each round. Groups in which too few are asked have no count of their own."""
    found: list[Published] = []
    merged: tuple[frozenset[str], ...] = ()
    for one in design.rounds:
        keys = {group: group if size >= LEAST else "" for group, size in design.groups.items()}
        answered: dict[str, int] = defaultdict(int)
        counts: dict[str, list[list[int]]] = {}
        own = one.counts(design.groups, design.questions)
        for group, number in one.answered(design.groups).items():
            answered[keys[group]] += number
            before = counts.get(keys[group]) or [[0] * 5 for _question in range(design.questions)]
            counts[keys[group]] = [
                [a + b for a, b in zip(x, y, strict=True)] for x, y in zip(before, own[group], strict=True)
            ]
        shown = publish(dict(answered), counts, floor=LEAST, merged=merged)
        merged = tuple(frozenset(block.groups) for block in shown.blocks if len(block.groups) > 1) or merged
        found.append(shown)
    return found


def views_of(design: Design, question: int) -> list[View]:
    """All that is published on a question. The figure of all is reckoned from the blocks: its own rounding tells
    nothing of people, so its bounds are those that its blocks leave."""
    found: list[View] = []
    small = {group for group, size in design.groups.items() if size < LEAST}
    for number, (one, shown) in enumerate(zip(design.rounds, published(design), strict=True)):
        low = high = 0
        everybody: set[tuple[int, Person]] = set()
        for block in shown.blocks:
            groups = {group for key in block.groups for group in (small if key == "" else {key})}
            people = frozenset((number, person) for person in one.answers if person[0] in groups)
            view = View(people, *sums_of(block.figures[question], len(people)))
            found.append(view)
            everybody |= people
            low, high = low + view.low, high + view.high
        if shown.blocks:
            found.append(View(frozenset(everybody), low, high))
    return found


def unguarded_views(design: Design, question: int, *, least: int) -> list[View]:
    """The same without the rules: each group of `least` people or more and all of them, by the exact mean."""
    found = []
    for number, one in enumerate(design.rounds):
        sets = [frozenset((number, person) for person in one.answers if person[0] == group) for group in design.groups]
        sets = [people for people in sets if len(people) >= least]
        sets.append(frozenset((number, person) for person in one.answers))
        for people in sets:
            whole = sum(one.answers[person][question] for _round, person in people)
            found += [View(people, whole, whole)] if people else []
    return found


def sums_of(figure: Figure, people: int) -> tuple[int, int]:
    """The lowest and highest sum of answers that shows this figure."""
    step = TENTH if people >= FINE_FROM else HALF
    low, high = Fraction(figure.value) - step / 2, Fraction(figure.value) + step / 2
    if figure.bound is Bound.AT_MOST:
        low = Fraction(1)
    if figure.bound is Bound.AT_LEAST:
        high = Fraction(5) + step
    assert figure.bound or ENDS[step][0] < Fraction(figure.value) < ENDS[step][1]
    return max(people, ceil(low * people)), min(5 * people, ceil(high * people) - 1)


def same_in_each_round(views: Sequence[View]) -> list[View]:
    """For an attacker who takes it that people answer alike each time: a person is one unknown in all rounds."""
    return [View(frozenset((0, person) for _round, person in view.people), view.low, view.high) for view in views]


def atoms_of(views: Sequence[View]) -> list[frozenset[tuple[int, Person]]]:
    """People whom no view tells apart."""
    found: dict[tuple[bool, ...], set[tuple[int, Person]]] = defaultdict(set)
    for person in frozenset[tuple[int, Person]]().union(*(view.people for view in views)):
        found[tuple(person in view.people for view in views)].add(person)
    return [frozenset(people) for people in found.values()]


def subtracts(views: Sequence[View], *, floor: int = LEAST) -> bool:
    """Whether views can be added and subtracted so that fewer than `floor` people are left: the row space of them."""
    atoms = atoms_of(views)
    rows = [[int(atom <= view.people) for atom in atoms] for view in views]
    whole = _rank(rows)
    small = [place for place, atom in enumerate(atoms) if len(atom) < floor]
    for size in range(1, min(len(small), floor - 1) + 1):
        for chosen in combinations(small, size):
            if sum(len(atoms[place]) for place in chosen) >= floor:
                continue
            if _rank([[cell for place, cell in enumerate(row) if place not in chosen] for row in rows]) < whole:
                return True
    return False


def _rank(rows: Sequence[Sequence[int]]) -> int:
    """Of a matrix, exactly."""
    left, rank = [[Fraction(cell) for cell in row] for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((place for place in range(rank, len(left)) if left[place][column]), None)
        if pivot is None:
            continue
        left[rank], left[pivot] = left[pivot], left[rank]
        for place in range(rank + 1, len(left)):
            if times := left[place][column] / left[rank][column]:
                left[place] = [a - times * b for a, b in zip(left[place], left[rank], strict=True)]
        rank += 1
    return rank


def learns(views: Sequence[View], *, own: tuple[tuple[int, Person], int] | None = None) -> bool:
    """Whether somebody's answer is certain from what each view's sum can be; `own` is an answer that is known already.

    Bounds are pushed from view to view until nothing moves: of sets that lie in each other or apart, that finds all.
    """
    atoms = atoms_of(views)
    known = {place: int(bool(own and own[0] in atom)) for place, atom in enumerate(atoms)}
    free = [len(atom) - known[place] for place, atom in enumerate(atoms)]
    told = own[1] if own else 0
    low, high = list(free), [5 * people for people in free]
    moved = True
    while moved:
        moved = False
        for view in views:
            inside = [place for place, atom in enumerate(atoms) if atom <= view.people]
            less = told * sum(known[place] for place in inside)
            for place in inside:
                others = [other for other in inside if other != place]
                most = view.high - less - sum(low[other] for other in others)
                least = view.low - less - sum(high[other] for other in others)
                if most < high[place] or least > low[place]:
                    high[place], low[place], moved = min(high[place], most), max(low[place], least), True
    return any(
        people and (low[place] >= 5 * people or high[place] <= people or (people == 1 and low[place] == high[place]))
        for place, people in enumerate(free)
    )
