"""The shortlist as expressions of Polars, from docs/rules/scoring.md like its brother in SQL."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import polars as pl

from interregnum.kernel.lists import Category, Context, Level
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.places import GRID, OTHER_NAMES
from interregnum.stages.choose.rules.values import Wanted
from matching import oracle
from matching.oracle import Asked

WORTHS = [*oracle.WORTH.values(), 1000]


def best_of_polars(pool: pl.DataFrame, links: Mapping[str, pl.DataFrame], asked: Asked, limit: int) -> pl.LazyFrame:
    points = _points(asked)
    names = [f"p{place}" for place in range(len(CRITERIA))]
    barred = [_linked(links[field], asked.client) for field in ("employers", "conflicts")]
    total = sum((pl.col(name) * asked.weights[code] for name, code in zip(names, CRITERIA, strict=True)), pl.lit(0))
    return (
        pool.lazy()
        .filter(*_constraints(asked), *(~pl.col("manager").is_in(managers.implode()) for managers in barred))
        .select(
            "manager", "tie_order", *(one.cast(pl.Int32).alias(name) for one, name in zip(points, names, strict=True))
        )
        .with_columns(total.alias("total"))
        .sort("total", "tie_order", descending=[True, False])
        .head(limit)
        .select("manager", "total", *names)
    )


def _linked(links: pl.DataFrame, organisations: Sequence[int]) -> pl.Series:
    """The table is sorted by organisation: each is a slice of it."""
    column = links["organisation"]
    parts = []
    for organisation in organisations:
        start, end = (column.search_sorted(organisation, side) for side in ("left", "right"))
        parts.append(links["manager"].slice(start, end - start))
    return pl.concat(parts) if parts else links["manager"].head(0)


def _any(numbers: Sequence[int]) -> pl.Expr:
    return (pl.col("flags") & sum(1 << number - 1 for number in numbers)) != 0


def _constraints(asked: Asked) -> list[pl.Expr]:
    wanted = asked.wanted
    latest = (wanted.starts_on + timedelta(days=wanted.slack_days)).toordinal()
    conditions = [
        pl.col("active") == 1, pl.col("consents") == 1, pl.col("permanent") == 0, pl.col("available") <= latest,
        pl.col("days") >= wanted.days_a_week,
    ]  # fmt: skip
    if wanted.rate_ceiling is not None:
        own = (100 * wanted.rate_ceiling.cents + 49) // (100 + wanted.margin_percent)
        conditions.append(pl.col("rate") <= own)
    conditions += [_any([asked.marks["language", code]]) for code in wanted.languages]
    if wanted.disciplines:
        conditions.append(_any([asked.marks["discipline", code] for code in wanted.disciplines]))
    if wanted.level is not Level.SPECIALIST:
        least = oracle.RANK[wanted.level] - 1
        enough = [place for place, each in enumerate(oracle.LEVELS) if oracle.RANK[each] >= least]
        conditions.append(pl.col("level").is_in(enough))
    return conditions + _near(wanted)


def _near(wanted: Wanted) -> list[pl.Expr]:
    here = GRID.get(OTHER_NAMES.get(wanted.place, wanted.place))
    if not here:
        return []
    travel = pl.col("travel") if wanted.max_km is None else pl.min_horizontal("travel", wanted.max_km)
    x, y = pl.col("x") - here[0], pl.col("y") - here[1]
    return [(pl.col("x") == -1) | (x * x + y * y < (travel + 1) * (travel + 1))]


def _worth(cases: pl.Expr) -> pl.Expr:
    return cases.clip(0, 6).replace_strict(range(7), WORTHS, return_dtype=pl.Int32)


def _count(field: str, place: int, signs: int = 8) -> pl.Expr:
    return pl.col(field) // 8**place % signs


def _points(asked: Asked) -> list[pl.Expr]:
    wanted = asked.wanted
    late = (pl.col("available") - wanted.starts_on.toordinal()).clip(0)
    roles = zip(("operational", "adviser", "coach", "change"), wanted.role_mix, strict=True)
    apart = sum(((pl.col(role) - share).abs() for role, share in roles), pl.lit(0))
    best_days = min(5, wanted.days_a_week + 2)
    return [
        1000 - late * 1000 // (wanted.slack_days + 1),
        _issue(wanted),
        _worth(_cases(wanted)),
        _level(wanted.level),
        _shared("discipline", wanted.disciplines, asked),
        _sector(asked),
        1000 - 5 * apart,
        pl.col("speed"),
        pl.lit(1000),
        pl.col("breakthrough"),
        1000 - 200 * (best_days - pl.col("days")).clip(0),
        _shared("concept", wanted.concepts, asked),
        pl.col("steadiness"),
        pl.col("vouched"),
    ]


def _issue(wanted: Wanted) -> pl.Expr:
    if not wanted.reasons:
        return pl.lit(1000)
    cases = [_count("reasons", oracle.REASONS.index(reason)) for reason in wanted.reasons]
    worths, together = sum(map(_worth, cases), pl.lit(0)), sum(cases, pl.lit(0))
    return worths // len(cases) * 70 // 100 + 100 * pl.min_horizontal("referees", together)


def _cases(wanted: Wanted) -> pl.Expr:
    projects = _count("categories", 4, 16)
    if wanted.category is Category.PROJECT:
        return projects
    own = _count("categories", oracle.CATEGORIES.index(wanted.category))
    return own + projects // 2 if wanted.context is Context.PROJECT else own


def _level(asked: Level) -> pl.Expr:
    points = []
    for offered in oracle.LEVELS:
        if offered is asked and asked in (Level.SPECIALIST, Level.PROGRAMME):
            points.append(1000)
        elif asked is Level.SPECIALIST:
            points.append(oracle.BESIDE_SPECIALIST[oracle.RANK[offered]])
        else:
            points.append(oracle.STEPS.get(oracle.RANK[offered] - oracle.RANK[asked], 0))
    return pl.col("level").replace_strict(range(7), points, return_dtype=pl.Int32)


def _shared(kind: str, codes: Sequence[str], asked: Asked) -> pl.Expr:
    if not codes:
        return pl.lit(1000)
    shared = sum((_any([asked.marks[kind, code]]).cast(pl.Int32) for code in codes), pl.lit(0))
    return shared * 1000 // len(codes)


def _sector(asked: Asked) -> pl.Expr:
    if not asked.wanted.sector:
        return pl.lit(1000)
    every = [number for (kind, _code), number in asked.marks.items() if kind == "sector"]
    elsewhere = pl.when(_any(every)).then(400).otherwise(0)
    return pl.when(_any([asked.marks["sector", asked.wanted.sector]])).then(1000).otherwise(elsewhere)
