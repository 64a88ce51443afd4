"""The engines that are compared: DuckDB, Polars, SQLite and PostgreSQL, each with the indexes that served it best.

All but Polars are asked the SQL of oracle.py. Each holds the same narrow integers, with the marks of a manager as the
bits of one number, and who worked where in a table beside it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import batched
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import psycopg

from interregnum.stages.choose.engine.columns import NUMBERS
from matching.oracle import Asked, Dialect, shortlist_sql
from matching.polars_way import best_of_polars
from matching.pool import Invented

COLUMNS = ("manager", "tie_order", "active", *NUMBERS, "flags")
WIDE = ("manager", "tie_order", "flags")
LINKS = {"employers": "worked", "conflicts": "conflicted"}
CHUNK = 20_000
type Line = tuple[int, ...]


def bits_of(numbers: Sequence[int]) -> int:
    return sum(1 << number - 1 for number in numbers)


def dialect(divide: str) -> Dialect:
    return Dialect(
        "pool",
        divide,
        has=lambda number: f"(flags & {bits_of([number])}) <> 0",
        any_of=lambda numbers: f"(flags & {bits_of(numbers)}) <> 0",
        linked=lambda field, numbers: (
            f"manager IN (SELECT manager FROM {LINKS[field]} WHERE organisation IN ({', '.join(map(str, numbers))}))"
        ),
        times=lambda _numbers: "0",
        order="tie_order",
    )


def table_of(invented: Invented) -> dict[str, np.ndarray]:
    """The narrow table, column by column."""
    columns, marks = invented.columns, invented.columns.lists["marks"]
    bits = np.left_shift(np.int64(1), marks.flat.astype(np.int64) - 1)
    # Each mark of a manager is another bit: to add them is to join them.
    sums = np.concatenate([[0], np.cumsum(bits)])
    flags = sums[marks.ends[1:]] - sums[marks.ends[:-1]]
    fixed = {"manager": columns.managers, "tie_order": columns.order, "active": columns.active}
    return {**fixed, **{name: columns.numbers[name] for name in NUMBERS}, "flags": flags}


def links_of(invented: Invented, field: str) -> dict[str, np.ndarray]:
    lists = invented.columns.lists[field]
    return {"manager": np.repeat(invented.columns.managers, np.diff(lists.ends)), "organisation": lists.flat}


def rows(table: dict[str, np.ndarray]) -> Iterator[tuple[int, ...]]:
    for some in batched(range(len(next(iter(table.values())))), CHUNK):
        yield from zip(*(column[some[0] : some[-1] + 1].tolist() for column in table.values()), strict=True)


class Duck:
    name = "DuckDB, 2 threads"

    def __init__(self, invented: Invented, _folder: Path) -> None:
        self.base = duckdb.connect(config={"threads": 2})
        for name, table in _tables(invented):
            given = {column: _small(column, values) for column, values in table.items()}  # noqa: F841 - read by name
            self.base.execute(f"CREATE TABLE {name} AS SELECT * FROM given")

    def sql(self, asked: Asked, limit: int) -> str:
        return shortlist_sql(asked, dialect("//"), limit)

    def best(self, asked: Asked, limit: int) -> list[Line]:
        return self.base.execute(self.sql(asked, limit)).fetchall()

    def plan(self, asked: Asked, limit: int) -> str:
        return str(self.base.execute("EXPLAIN " + self.sql(asked, limit)).fetchall()[0][1])


class Frames:
    name = "Polars, 2 threads"

    def __init__(self, invented: Invented, _folder: Path) -> None:
        made = {
            name: pl.DataFrame({column: _small(column, values) for column, values in table.items()})
            for name, table in _tables(invented)
        }
        self.pool = made["pool"]
        self.links = {field: made[table].sort("organisation") for field, table in LINKS.items()}

    def best(self, asked: Asked, limit: int) -> list[Line]:
        return best_of_polars(self.pool, self.links, asked, limit).collect().rows()

    def plan(self, asked: Asked, limit: int) -> str:
        return str(best_of_polars(self.pool, self.links, asked, limit).explain())


class Lite:
    name = "SQLite, best index"

    def __init__(self, invented: Invented, folder: Path) -> None:
        self.base = sqlite3.connect(folder / "narrow.sqlite3")
        self.base.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;")
        for name, table in _tables(invented):
            first, *others = table
            self.base.execute(
                f"CREATE TABLE {name} ({first} INTEGER, {', '.join(f'{each} INTEGER' for each in others)})"
            )
            self.base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(table))})", rows(table))
        for table in LINKS.values():
            self.base.execute(f"CREATE INDEX {table}_by ON {table} (organisation, manager)")
        self.base.execute("CREATE INDEX pool_by ON pool (days, available, rate, level, flags)")
        self.base.executescript("ANALYZE")

    def sql(self, asked: Asked, limit: int) -> str:
        return shortlist_sql(asked, dialect("/"), limit)

    def best(self, asked: Asked, limit: int) -> list[Line]:
        return self.base.execute(self.sql(asked, limit)).fetchall()

    def plan(self, asked: Asked, limit: int) -> str:
        lines = self.base.execute("EXPLAIN QUERY PLAN " + self.sql(asked, limit)).fetchall()
        return "\n".join(str(line[-1]) for line in lines)


class Postgres:
    name = "PostgreSQL, best index"

    def __init__(self, invented: Invented, _folder: Path, address: str) -> None:
        self.base = psycopg.connect(address, autocommit=True)
        self.base.execute("DROP SCHEMA IF EXISTS bench_choose CASCADE")
        self.base.execute("CREATE SCHEMA bench_choose")
        self.base.execute("SET search_path TO bench_choose")
        for name, table in _tables(invented):
            kinds = ", ".join(f"{each} {'bigint' if each in WIDE else 'integer'}" for each in table)
            self.base.execute(f"CREATE UNLOGGED TABLE {name} ({kinds})")
            with self.base.cursor().copy(f"COPY {name} FROM STDIN") as copy:
                for row in rows(table):
                    copy.write_row(row)
        for table in LINKS.values():
            self.base.execute(f"CREATE INDEX ON {table} (organisation) INCLUDE (manager)")
        self.base.execute("CREATE INDEX ON pool (available, rate)")
        self.base.execute("CREATE INDEX ON pool (rate)")
        self.base.execute("VACUUM ANALYZE")
        self.base.execute("SET max_parallel_workers_per_gather = 2")
        self.base.execute("SET work_mem = '256MB'")

    def sql(self, asked: Asked, limit: int) -> str:
        return shortlist_sql(asked, dialect("/"), limit)

    def best(self, asked: Asked, limit: int) -> list[Line]:
        return self.base.execute(self.sql(asked, limit).encode()).fetchall()

    def plan(self, asked: Asked, limit: int) -> str:
        return "\n".join(
            line for (line,) in self.base.execute(("EXPLAIN " + self.sql(asked, limit)).encode()).fetchall()
        )


def _tables(invented: Invented) -> Iterator[tuple[str, dict[str, np.ndarray]]]:
    yield "pool", table_of(invented)
    for field, table in LINKS.items():
        yield table, links_of(invented, field)


def _small(name: str, values: np.ndarray) -> np.ndarray:
    """As few bytes as the numbers need, except where a product would not fit."""
    return values.astype(np.int64 if name in WIDE else np.int32)
