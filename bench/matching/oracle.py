"""The shortlist in SQL, written from docs/rules/scoring.md and from nothing else: a witness that shares no code with
the engine. A dialect says how a database divides, finds a mark and knows who worked where.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from interregnum.kernel.lists import Category, Context, Level
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.places import GRID, OTHER_NAMES
from interregnum.stages.choose.rules.values import Wanted, Weights

LEVELS = list(Level)
RANK = {"supervisory": 5, "executive": 4, "senior": 3, "programme": 3, "middle": 2, "team": 1, "specialist": 1}
STEPS = {-1: 400, 0: 850, 1: 1000, 2: 700, 3: 400, 4: 100}
BESIDE_SPECIALIST = {1: 700, 2: 700, 3: 700, 4: 500, 5: 300}
WORTH = {0: 0, 1: 400, 2: 600, 3: 750, 4: 850, 5: 925}
REASONS = ("restore_order", "organisation_design", "performance", "keep_running", "run_project")
CATEGORIES = ("change", "bridging", "crisis", "expertise", "project")


@dataclass(frozen=True)
class Dialect:
    """`divide` is the sign of whole division. `has` and `any_of` are conditions about marks, `linked` one about the
    organisations of a field, `times` how many of some organisations a manager worked for."""

    table: str
    divide: str
    has: Callable[[int], str]
    any_of: Callable[[Sequence[int]], str]
    linked: Callable[[str, Sequence[int]], str]
    times: Callable[[Sequence[int]], str]
    order: str = "code"
    key: str = "manager"


@dataclass(frozen=True)
class Asked:
    """A brief with the numbers of its names: `marks` by code, the organisations that are the client, and its market."""

    wanted: Wanted
    weights: Weights
    marks: Mapping[tuple[str, str], int]
    client: Sequence[int]
    market: Sequence[int] = ()


def text_lists(table: str, divide: str) -> Dialect:
    """For the narrow table as it is kept, with its lists as text."""

    def holds(field: str, number: int) -> str:
        return f"{field} LIKE '% {number} %'"

    def any_of(field: str, numbers: Sequence[int]) -> str:
        return f"({' OR '.join(holds(field, number) for number in numbers)})" if numbers else "1=0"

    return Dialect(
        table,
        divide,
        has=lambda number: holds("marks", number),
        any_of=lambda numbers: any_of("marks", numbers),
        linked=any_of,
        times=lambda numbers: " + ".join(
            f"((length(employers) - length(replace(employers, ' {number} ', ''))) {divide} {len(str(number)) + 2})"
            for number in numbers
        ),
    )


def shortlist_sql(asked: Asked, dialect: Dialect, limit: int) -> str:
    """Key, total and the points of each criterion, best first."""
    points = [f"{expression} AS p{place}" for place, expression in enumerate(_points(asked, dialect))]
    total = " + ".join(f"{asked.weights[code]}*p{place}" for place, code in enumerate(CRITERIA))
    names = ", ".join(f"p{place}" for place in range(len(CRITERIA)))
    return (
        f"SELECT {dialect.key}, {total} AS total, {names} FROM (SELECT {dialect.key}, {dialect.order} AS tie, "
        f"{', '.join(points)} FROM {dialect.table} WHERE {' AND '.join(_constraints(asked, dialect))}) AS judged "
        f"ORDER BY total DESC, tie LIMIT {limit}"
    )


def _constraints(asked: Asked, dialect: Dialect) -> list[str]:
    wanted = asked.wanted
    latest = (wanted.starts_on + timedelta(days=wanted.slack_days)).toordinal()
    conditions = [
        "active = 1",
        "consents = 1",
        "permanent = 0",
        f"available <= {latest}",
        f"days >= {wanted.days_a_week}",
    ]
    if wanted.rate_ceiling is not None:
        # Highest own rate of which the client's, rounded half up, is within the ceiling.
        own = (100 * wanted.rate_ceiling.cents + 49) // (100 + wanted.margin_percent)
        conditions.append(f"rate <= {own}")
    for kind, (ready_on, since) in wanted.screenings.items():
        # Whoever was never screened has nought, and whoever cannot be has less.
        last = wanted.starts_on + timedelta(days=wanted.slack_days)
        conditions.append(f"{kind} >= {0 if ready_on <= last else since.toordinal()}")
    for code in wanted.languages:
        number = asked.marks.get(("language", code))
        conditions.append(dialect.has(number) if number else "1=0")
    if wanted.disciplines:
        conditions.append(dialect.any_of(_disciplines(asked)))
    if wanted.level is not Level.SPECIALIST:
        enough = [str(LEVELS.index(each)) for each in LEVELS if RANK[each] >= RANK[wanted.level] - 1]
        conditions.append(f"level IN ({', '.join(enough)})")
    if asked.client:
        conditions += [f"NOT {dialect.linked(field, asked.client)}" for field in ("employers", "conflicts")]
    return conditions + _near(wanted)


def _disciplines(asked: Asked) -> list[int]:
    known = (asked.marks.get(("discipline", code)) for code in asked.wanted.disciplines)
    return [number for number in known if number]


def _near(wanted: Wanted) -> list[str]:
    place = wanted.place.lower()
    here = GRID.get(OTHER_NAMES.get(place, place))
    if not here:
        return []
    limit = (
        "travel"
        if wanted.max_km is None
        else f"CASE WHEN travel < {wanted.max_km} THEN travel ELSE {wanted.max_km} END"
    )
    square = f"((x - {here[0]}) * (x - {here[0]}) + (y - {here[1]}) * (y - {here[1]}))"
    return [f"(x = -1 OR {square} < (({limit}) + 1) * (({limit}) + 1))"]


def _points(asked: Asked, dialect: Dialect) -> list[str]:
    """In the order of docs/rules/scoring.md."""
    wanted, divide = asked.wanted, dialect.divide
    start = wanted.starts_on.toordinal()
    late = f"CASE WHEN available > {start} THEN available - {start} ELSE 0 END"
    roles = zip(("operational", "adviser", "coach", "change"), wanted.role_mix, strict=True)
    best_days = min(5, wanted.days_a_week + 2)
    return [
        f"1000 - (1000 * ({late})) {divide} {wanted.slack_days + 1}",
        _issue(wanted, divide),
        _worth(_cases(wanted, divide)),
        _level(wanted.level),
        _shared("discipline", wanted.disciplines, asked, dialect),
        _sector(asked, dialect),
        f"1000 - 5 * ({' + '.join(f'abs({role} - {share})' for role, share in roles)})",
        "speed",
        _outsider(asked, dialect),
        "breakthrough",
        f"1000 - 200 * CASE WHEN days < {best_days} THEN {best_days} - days ELSE 0 END",
        _shared("concept", wanted.concepts, asked, dialect),
        "steadiness",
        "vouched",
    ]


def _worth(cases: str) -> str:
    known = " ".join(f"WHEN {number} THEN {points}" for number, points in WORTH.items())
    return f"CASE {cases} {known} ELSE 1000 END"


def _issue(wanted: Wanted, divide: str) -> str:
    if not wanted.reasons:
        return "1000"
    cases = [f"((reasons >> {3 * REASONS.index(reason)}) & 7)" for reason in wanted.reasons]
    worths, together = " + ".join(map(_worth, cases)), " + ".join(cases)
    confirmed = f"CASE WHEN referees < {together} THEN referees ELSE {together} END"
    return f"(({worths}) {divide} {len(cases)}) * 70 {divide} 100 + 100 * ({confirmed})"


def _cases(wanted: Wanted, divide: str) -> str:
    projects = "(categories >> 12)"
    if wanted.category is Category.PROJECT:
        return projects
    own = f"((categories >> {3 * CATEGORIES.index(wanted.category)}) & 7)"
    return f"({own} + {projects} {divide} 2)" if wanted.context is Context.PROJECT else own


def _level(asked: Level) -> str:
    points = {}
    for number, offered in enumerate(LEVELS):
        if offered is asked and asked in (Level.SPECIALIST, Level.PROGRAMME):
            points[number] = 1000
        elif asked is Level.SPECIALIST:
            points[number] = BESIDE_SPECIALIST[RANK[offered]]
        else:
            points[number] = STEPS.get(RANK[offered] - RANK[asked], 0)
    return f"CASE level {' '.join(f'WHEN {level} THEN {worth}' for level, worth in points.items())} END"


def _shared(kind: str, codes: Sequence[str], asked: Asked, dialect: Dialect) -> str:
    if not codes:
        return "1000"
    known = [number for code in codes if (number := asked.marks.get((kind, code)))]
    shared = [f"CASE WHEN {dialect.has(number)} THEN 1 ELSE 0 END" for number in known]
    return f"(1000 * ({' + '.join(shared) or '0'})) {dialect.divide} {len(codes)}"


def _sector(asked: Asked, dialect: Dialect) -> str:
    if not asked.wanted.sector:
        return "1000"
    number = asked.marks.get(("sector", asked.wanted.sector))
    sectors = [each for (kind, _code), each in asked.marks.items() if kind == "sector"]
    at_home = dialect.has(number) if number else "1=0"
    return f"CASE WHEN {at_home} THEN 1000 WHEN {dialect.any_of(sectors)} THEN 400 ELSE 0 END"


def _outsider(asked: Asked, dialect: Dialect) -> str:
    if not asked.market:
        return "1000"
    times = dialect.times(asked.market)
    return f"CASE WHEN {times} > 4 THEN 0 ELSE 1000 - 250 * ({times}) END"
