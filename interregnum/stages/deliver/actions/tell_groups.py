"""What others read of commitment, kept at the moment from which they may: it outlives the names behind it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.models import GroupTotal, Stakeholder, Stance
from interregnum.stages.deliver.rules.commitment import LEVELS, Circle, Commitment, StakeKind
from interregnum.stages.deliver.rules.groups import LEAST, bands_of, blocks_of, is_told_anew

FLOOR = "deliver.group_floor"


@dataclass(frozen=True)
class _Unit:
    """A person or group with the rows of its stance, in the order of their days."""

    circle: Circle
    people: int
    is_whole: bool
    stances: tuple[Stance, ...]

    def level(self, *, known_at: datetime | None = None) -> Commitment | None:
        """The level by what was known at a moment; all that is known without one."""
        known = [one.now for one in self.stances if known_at is None or one.noted_at <= known_at]
        return known[-1] if known else None


def tell_groups(assignment: int, *, at: datetime) -> None:
    """Keep anew what may be told of the groups of an assignment (by its key)."""
    floor = max(LEAST, value(FLOOR, on=local_day(at)))
    rows = Stakeholder.objects.filter(assignment=assignment, removed_at=None).prefetch_related("stances")
    units = [
        _Unit(row.circle, row.people, row.kind is StakeKind.GROUP and row.people >= floor, tuple(row.stances.all()))
        for row in rows
    ]
    told = list(GroupTotal.objects.filter(assignment=assignment))
    wholes, single = [unit for unit in units if unit.is_whole], [unit for unit in units if not unit.is_whole]
    # A circle whose last group was removed is told anew as well: with nobody.
    known = {Circle(one.circles[0]) for one in told if one.is_whole}
    for circle in known | {unit.circle for unit in wholes}:
        _tell_wholes(assignment, circle, (unit for unit in wholes if unit.circle is circle), told, at=at)
    _tell_blocks(assignment, single, [one for one in told if not one.is_whole], floor=floor, at=at)


def _counts(units: Iterable[_Unit]) -> list[int]:
    found = Counter[Commitment]()
    for unit in units:
        if (level := unit.level()) is not None:
            found[level] += unit.people
    return [found[level] for level in LEVELS]


def _tell_wholes(
    assignment: int, circle: Circle, units: Iterable[_Unit], told: Iterable[GroupTotal], *, at: datetime
) -> None:
    """Each cell is of a group that is large enough by itself."""
    bands = [[place, place, people] for place, people in enumerate(_counts(units)) if people]
    last = next((one for one in told if one.is_whole and one.circles == [circle]), None)
    if last is None or last.bands != bands:
        _keep(assignment, [circle], bands, is_whole=True, at=at)


def _tell_blocks(assignment: int, units: list[_Unit], told: list[GroupTotal], *, floor: int, at: datetime) -> None:
    people = Counter[Circle]()
    for unit in units:
        people[unit.circle] += unit.people
    merged = _standing(told)
    for block in blocks_of(people, floor=floor, merged=[frozenset(one.circles) for one in merged]):
        members = [unit for unit in units if unit.circle in block]
        since = {circle: one.told_at for one in merged for circle in one.circles}
        changed = sum(unit.people for unit in members if _has_changed(unit, since.get(str(unit.circle))))
        if is_told_anew(changed, known_before=any(str(circle) in since for circle in block), floor=floor):
            bands = [[band.first, band.last, band.people] for band in bands_of(_counts(members), floor=floor)]
            _keep(assignment, sorted(block, key=list(Circle).index), bands, is_whole=False, at=at)


def _standing(told: list[GroupTotal]) -> list[GroupTotal]:
    """The newest of each block; a block that went up in a larger one stands no more. `told` is newest first."""
    found: list[GroupTotal] = []
    for one in told:
        if not any(set(one.circles) & set(other.circles) for other in found):
            found.append(one)
    return found


def _has_changed(unit: _Unit, since: datetime | None) -> bool:
    return since is None or unit.level(known_at=since) != unit.level()


def _keep(assignment: int, circles: Iterable[Circle], bands: list[list[int]], *, is_whole: bool, at: datetime) -> None:
    GroupTotal.objects.create(
        assignment_id=assignment,
        circles=[str(circle) for circle in circles],
        bands=bands,
        is_whole=is_whole,
        told_at=at,
    )
