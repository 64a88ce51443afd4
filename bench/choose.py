"""Matching against what is promised, beside the engines that could have been taken, in one run.

    python bench/choose.py [--managers 1000000] [--rounds 2] [--without-postgres] [--keep]

All engines answer each brief in turn, so that whatever else the machine does falls on all of them alike: ratios count
more than figures. Every list is compared with the others, and a checksum of all of them with the one kept in
bench/matching/kept. `--keep` writes that checksum, the SQL and the plans of the databases there anew.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import numpy as np  # noqa: E402 - the program is found from here
from matching.briefs import briefs  # noqa: E402
from matching.contenders import Duck, Frames, Lite, Postgres  # noqa: E402
from matching.oracle import Asked  # noqa: E402
from matching.pool import invented  # noqa: E402
from matching.portfolio import portfolio  # noqa: E402
from matching.table import say  # noqa: E402

from interregnum.stages.choose.engine import kernel, twin  # noqa: E402
from interregnum.stages.choose.engine.plan import plan_of  # noqa: E402
from interregnum.stages.choose.engine.snapshot import Snapshot  # noqa: E402
from interregnum.stages.choose.rules.values import Wanted, Weights  # noqa: E402

KEPT = HERE / "matching" / "kept"
FULL_SIZE, PAGE_SIZE, TOP = 1_000_000, 100_000, 10
AT_LEAST = {Duck: 15, Frames: 6, Lite: 40, Postgres: 40}
type Line = tuple[int, ...]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--managers", type=int, default=FULL_SIZE)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--without-postgres", action="store_true")
    options.add_argument("--keep", action="store_true")
    asked = options.parse_args()
    # The server's own database: the one of the tests is made when tests begin.
    address = re.sub(r"/[^/?]*\?host=", "/postgres?host=", os.environ.pop("DATABASE_URL", ""))
    if not (asked.without_postgres or address):
        # Once more, beside the PostgreSQL that the tests use.
        script = HERE.parent / "scripts" / "with_postgres.py"
        again = [sys.executable, script, sys.executable, __file__, *sys.argv[1:]]
        raise SystemExit(subprocess.run(again, check=False).returncode)
    print(f"{asked.managers:,} invented managers, 60 briefs, the best {TOP} with every sub-score\n")
    say("figure", "measured", "promised")
    with tempfile.TemporaryDirectory(prefix="interregnum-bench-") as folder:
        compare(asked.managers, asked.rounds, Path(folder), address, keep=asked.keep)
    subprocess.run([sys.executable, HERE / "matching" / "rebuild.py", str(asked.managers)], check=True)
    subprocess.run([sys.executable, HERE / "matching" / "page.py", str(min(asked.managers, PAGE_SIZE))], check=True)
    # The list of managers, their import, and CVs that are read: each says for itself what it measures.
    for name in ("roster.py", "imports.py", "read_cv.py"):
        subprocess.run([sys.executable, HERE / name], check=False)


def compare(managers: int, rounds: int, folder: Path, address: str, *, keep: bool) -> None:
    made = invented(managers)
    started = time.perf_counter()
    snapshot = Snapshot(made.columns, made.names)
    say("snapshot made of columns in memory", f"{time.perf_counter() - started:.1f} s", "")
    say("snapshot arrays", f"{snapshot.nbytes / 1e6:.0f} MB", "<= 250 MB", kept=snapshot.nbytes <= 250e6)
    started = time.perf_counter()
    kernel.try_out()
    say("compiled loop loaded from its cache", f"{time.perf_counter() - started:.1f} s", "")
    asked = [question(snapshot, wanted, weights) for wanted, weights in briefs()]
    left = [kernel.best(snapshot, plan_of(snapshot, one.wanted, one.weights), 0).seen for one in asked]
    say("managers whom no constraint stops, p50 / p95", "{:,.0f} / {:,.0f}".format(*np.percentile(left, [50, 95])), "")
    others: list[Any] = [Duck(made, folder), Frames(made, folder), Lite(made, folder)]
    others += [Postgres(made, folder, address)] if address else []
    ours: dict[str, Callable[[Asked], list[Line]]] = {
        "compiled loop": lambda one: answer(kernel.best, snapshot, one),
        "NumPy twin": lambda one: answer(twin.best, snapshot, one),
    }
    times, lists = interleaved(asked, rounds, ours, others)
    report(times, others)
    check(lists, asked, others, managers, keep=keep)
    one_change(snapshot, made)
    portfolio(snapshot)


def question(snapshot: Snapshot, wanted: Wanted, weights: Weights) -> Asked:
    marks = {
        (str(kind), text): number for (kind, text), number in snapshot.names.numbers.items() if kind != "organisation"
    }
    return Asked(wanted, weights, marks, snapshot.names.same_as(wanted.client_name))


def answer(best: Callable[..., twin.Best], snapshot: Snapshot, one: Asked) -> list[Line]:
    found = best(snapshot, plan_of(snapshot, one.wanted, one.weights), TOP)
    keys = snapshot.managers[found.rows].tolist()
    return [(*row, *points) for *row, points in zip(keys, found.totals.tolist(), found.points.tolist(), strict=True)]


def interleaved(
    asked: list[Asked], rounds: int, ours: dict[str, Callable[[Asked], list[Line]]], others: list[Any]
) -> tuple[dict[str, list[float]], dict[str, list[list[Line]]]]:
    engines = ours | {other.name: lambda one, other=other: other.best(one, TOP) for other in others}
    times: dict[str, list[float]] = {name: [] for name in engines}
    lists: dict[str, list[list[Line]]] = {name: [] for name in engines}
    for turn in range(rounds + 1):
        for one in asked:
            for name, ask in engines.items():
                started = time.perf_counter()
                found = ask(one)
                took = (time.perf_counter() - started) * 1000
                # The first turn warms everybody up, and its lists are compared.
                if turn:
                    times[name].append(took)
                else:
                    lists[name].append([tuple(map(int, line)) for line in found])
    return times, lists


def report(times: dict[str, list[float]], others: list[Any]) -> None:
    first = np.percentile(times["compiled loop"], [50, 95])
    say("compiled loop, p50", f"{first[0]:.2f} ms", "<= 2 ms", kept=first[0] <= 2)
    say("compiled loop, p95", f"{first[1]:.2f} ms", "<= 5 ms", kept=first[1] <= 5)
    twin_p50, twin_p95 = np.percentile(times["NumPy twin"], [50, 95])
    say("NumPy twin, p50 / p95", f"{twin_p50:.2f} / {twin_p95:.2f} ms", "")
    for other in others:
        p50, p95 = np.percentile(times[other.name], [50, 95])
        ratio, least = p50 / first[0], AT_LEAST[type(other)]
        say(f"{other.name}, p50 / p95", f"{p50:.1f} / {p95:.1f} ms", "")
        say("    times slower (p50)", f"{ratio:.1f} x", f">= {least} x", kept=ratio >= least)


def check(
    lists: dict[str, list[list[Line]]], asked: list[Asked], others: list[Any], managers: int, *, keep: bool
) -> None:
    mine = lists["compiled loop"]
    for name, found in lists.items():
        same = sum(one == other for one, other in zip(mine, found, strict=True))
        say(f"lists of {name} the same", f"{same} of {len(mine)}", "all", kept=same == len(mine))
    checksum = hashlib.sha256(json.dumps(mine).encode()).hexdigest()
    path = KEPT / "checksum"
    if keep and managers == FULL_SIZE:
        keep_all(checksum, asked, others)
    if managers == FULL_SIZE and path.exists():
        say("checksum of all lists", checksum[:12], path.read_text()[:12], kept=checksum == path.read_text().strip())


def keep_all(checksum: str, asked: list[Asked], others: list[Any]) -> None:
    """Checksum, SQL and plans, for the brief that is most ordinary in how many are left: the first."""
    KEPT.mkdir(exist_ok=True)
    (KEPT / "checksum").write_text(checksum + "\n")
    for other in others:
        name = type(other).__name__.lower()
        (KEPT / f"{name}.plan").write_text(other.plan(asked[0], TOP).rstrip() + "\n")
        if hasattr(other, "sql"):
            queries = [other.sql(one, TOP) + ";" for one in asked]
            (KEPT / f"{name}.sql").write_text("\n".join(queries) + "\n")


def one_change(snapshot: Snapshot, made: Any) -> None:
    """A profile that is changed, with its bitmaps and employers, in place."""
    from matching.changes import one_row

    chance, times = np.random.default_rng(3), []
    for row in chance.integers(0, snapshot.count, 500):
        columns = one_row(made.columns, int(row), available=int(chance.integers(739_600, 739_800)))
        started = time.perf_counter()
        snapshot.put(columns)
        times.append((time.perf_counter() - started) * 1000)
    p50, p95 = np.percentile(times, [50, 95])
    say("one profile changed in the snapshot, p50 / p95", f"{p50:.3f} / {p95:.3f} ms", "<= 1 ms", kept=p95 <= 1)


if __name__ == "__main__":
    main()
