"""A brief as a snapshot understands it: which bitmaps, which limits, and what everything is worth as small tables."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from interregnum.stages.choose.engine import tables
from interregnum.stages.choose.engine.bits import packed_bits
from interregnum.stages.choose.engine.names import Kind
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.criteria.category import projects_count
from interregnum.stages.choose.rules.eligibility import latest_start, most_own_cents, screened_since
from interregnum.stages.choose.rules.numbers import BITS, CATEGORIES, MOST_CENTS, MOST_KM, NOT_SCREENED, REASONS
from interregnum.stages.choose.rules.places import grid_of
from interregnum.stages.choose.rules.values import Wanted, Weights

CODES = tuple(CRITERIA)
NO_ROWS = np.zeros(0, np.int64)
NO_TIES = np.zeros(0, np.int8)
NO_WORDS = np.zeros(0, np.uint64)


@dataclass(frozen=True)
class Plan:
    """Rows of bits: all of `must`, and one of each group of `groups`, cut at `ends`. Rows of managers: `past` with the
    client and `conflict` with it. `unscreened` is a bitmap of who cannot have a required screening, empty when none is
    required. `limits`: first day, last day, own cents a day, kilometres. `near`: to each town.

    The rest is for points, in the order of CODES: `tables` say what is worth what, nothing where the points stand in
    the record itself; `book` is the same times the weights, end to end, and `starts` where each begins. `reasons` are
    the places of the reasons asked in a record, `category` that of the category with whether projects count beside it.
    `ties` counts, for each manager, former employers in the client's market; it is empty when no market is known.
    """

    must: np.ndarray
    groups: np.ndarray
    ends: np.ndarray
    past: np.ndarray
    conflict: np.ndarray
    unscreened: np.ndarray
    limits: np.ndarray
    near: np.ndarray
    languages: np.ndarray
    disciplines: np.ndarray
    concepts: np.ndarray
    asks_disciplines: bool
    sector: np.ndarray
    ties: np.ndarray
    weights: np.ndarray
    roles: np.ndarray
    reasons: np.ndarray
    category: np.ndarray
    tables: tuple[np.ndarray, ...]
    book: np.ndarray
    starts: np.ndarray


def plan_of(snapshot: Snapshot, wanted: Wanted, weights: Weights) -> Plan:
    """What has to be looked up for this brief. It holds until the snapshot is changed."""
    limits, near = _limits(wanted), tables.distances(wanted.place, tuple(snapshot.towns))
    languages = _marks(snapshot, Kind.LANGUAGE, wanted.languages)
    disciplines = _marks(snapshot, Kind.DISCIPLINE, wanted.disciplines)
    groups = [disciplines] if wanted.disciplines else []
    weighs, points = np.array([weights[code] for code in CODES], np.int64), _tables(wanted)
    same = snapshot.names.same_as(wanted.client_name)
    return Plan(
        must=np.concatenate([_must(snapshot, wanted, limits), languages]),
        groups=np.concatenate([NO_ROWS, *groups]),
        ends=np.cumsum([0, *map(len, groups)]),
        past=snapshot.employers.of_all(same),
        conflict=snapshot.conflicts.of_all(same),
        unscreened=_unscreened(snapshot, wanted),
        limits=limits,
        near=near,
        languages=languages,
        disciplines=disciplines,
        concepts=_marks(snapshot, Kind.CONCEPT, wanted.concepts),
        asks_disciplines=bool(wanted.disciplines),
        sector=_sector(snapshot, wanted),
        ties=_ties(snapshot, wanted),
        weights=weighs,
        roles=np.array([*wanted.role_mix], np.int64),
        reasons=np.array([BITS * REASONS.index(reason) for reason in wanted.reasons], np.int64),
        category=_category(wanted),
        tables=points,
        book=np.concatenate([weight * table for weight, table in zip(weighs, points, strict=True)]),
        starts=np.cumsum([0, *map(len, points)])[:-1],
    )


def _limits(wanted: Wanted) -> np.ndarray:
    latest = latest_start(wanted)
    cents = min(most_own_cents(wanted), MOST_CENTS)
    widest = MOST_KM if wanted.max_km is None else wanted.max_km
    return np.array([wanted.starts_on.toordinal(), latest.toordinal(), cents, widest], np.int64)


def _must(snapshot: Snapshot, wanted: Wanted, limits: np.ndarray) -> np.ndarray:
    """A limit that falls between two edges takes the wider one, and for some towns it is known who travels that far;
    whoever is left is looked at one by one."""
    edges = snapshot.edges
    keys: list[Hashable] = [
        "active", "consents", "free", ("days", wanted.days_a_week), ("level", wanted.level),
        ("available", int(np.searchsorted(edges["available"], limits[1]))),
        ("rate", int(np.searchsorted(edges["rate"], limits[2]))),
    ]  # fmt: skip
    reach = ("reach", snapshot.town_of.get(grid_of(wanted.place)))
    if wanted.place and reach in snapshot.bits.row_of:
        keys.append(reach)
    return np.array([snapshot.bits.row(key) for key in keys], np.int64)


def _rows(snapshot: Snapshot, kind: str, numbers: Sequence[int]) -> np.ndarray:
    return np.array([snapshot.bits.row((kind, number)) for number in numbers], np.int64)


def _marks(snapshot: Snapshot, kind: Kind, codes: Sequence[str]) -> np.ndarray:
    return _rows(snapshot, "mark", [snapshot.names.number(kind, code) for code in codes])


def _sector(snapshot: Snapshot, wanted: Wanted) -> np.ndarray:
    asked = _marks(snapshot, Kind.SECTOR, [wanted.sector])
    return np.array([*asked, snapshot.bits.row("sectored")], np.int64)


def _ties(snapshot: Snapshot, wanted: Wanted) -> np.ndarray:
    rows = snapshot.employers.of_all(snapshot.names.of_market(wanted.market)) if wanted.market else NO_TIES
    if not len(rows):
        return NO_TIES
    counts = np.zeros(len(snapshot.rows), np.int8)
    np.add.at(counts, rows, 1)
    return np.minimum(counts, tables.MOST_TIES, out=counts)


def _unscreened(snapshot: Snapshot, wanted: Wanted) -> np.ndarray:
    if not wanted.screenings:
        return NO_WORDS
    stopped = np.zeros(len(snapshot.rows), bool)
    for kind in wanted.screenings:
        since = screened_since(wanted, kind)
        stopped |= snapshot.screened[kind] < (since.toordinal() if since else NOT_SCREENED)
    return packed_bits(stopped, snapshot.bits.table.shape[1])


def _category(wanted: Wanted) -> np.ndarray:
    """Where the category stands in a record, and one or nought for projects beside it."""
    return np.array([BITS * CATEGORIES.index(wanted.category), int(projects_count(wanted))], np.int64)


def _tables(wanted: Wanted) -> tuple[np.ndarray, ...]:
    """In the order of CODES."""
    return (
        tables.for_delay(wanted.slack_days),
        tables.for_issue(len(wanted.reasons)),
        tables.FOR_CASES,
        tables.for_level(wanted.level),
        tables.for_shared(len(wanted.disciplines)),
        tables.for_sector(asked=bool(wanted.sector)),
        tables.FOR_DISTANCE,
        tables.NONE,
        tables.FOR_TIES,
        tables.NONE,
        tables.for_days(wanted.days_a_week),
        tables.for_subjects(len(wanted.concepts)),
        tables.NONE,
        tables.NONE,
    )
