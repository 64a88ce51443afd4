"""A snapshot made again from the narrow table of the program itself, on SQLite. A process of bench/choose.py."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]


def main(managers: int, part: str = "") -> None:
    if part:
        awake()
        return fill(managers) if part == "fill" else measure()
    with tempfile.TemporaryDirectory(prefix="interregnum-bench-") as folder:
        # Filled by a process of its own: what it takes to make the pool is no part of what is measured.
        for each in ("fill", "measure"):
            environment = os.environ | {"INTERREGNUM_DATA": folder}
            subprocess.run([sys.executable, __file__, str(managers), each], env=environment, check=True)
    return None


def awake() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "interregnum.config.settings"
    import django

    django.setup()


def fill(managers: int) -> None:
    from itertools import batched

    from django.core.management import call_command
    from django.db import connection, transaction

    from interregnum.stages.choose.engine.columns import LISTS, NUMBERS, written
    from interregnum.stages.choose.models import MatchName, MatchStep
    from matching.pool import invented

    call_command("migrate", verbosity=0)
    made = invented(managers)
    columns = made.columns
    names = ("manager", "code", "changed", "active", *NUMBERS, *LISTS)
    sql = f"INSERT INTO choose_managerrow ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"
    with transaction.atomic():
        MatchName.objects.bulk_create(
            [MatchName(pk=number, kind=str(kind), text=text) for (kind, text), number in made.names.numbers.items()]
        )
        MatchStep.objects.create(number=1, token="eerste")
        for some in batched(range(managers), 20_000):
            part = slice(some[0], some[-1] + 1)
            numbers = [columns.numbers[name][part].tolist() for name in NUMBERS]
            lists = [[written(columns.lists[name].row(row).tolist()) for row in some] for name in LISTS]
            codes = [f"{order:016d}" for order in columns.order[part].tolist()]
            fixed = (columns.managers[part].tolist(), codes, [1] * len(some), columns.active[part].tolist())
            with connection.cursor() as cursor:
                cursor.executemany(sql, list(zip(*fixed, *numbers, *lists, strict=True)))


def measure() -> None:
    import psutil

    from interregnum.stages.choose.engine.live import Live
    from matching.table import say

    live = Live()
    started = time.perf_counter()
    with live.now() as snapshot:
        took, arrays = time.perf_counter() - started, snapshot.nbytes
    say("snapshot made again from the narrow table (SQLite)", f"{took:.1f} s", "<= 15 s", kept=took <= 15)
    memory = psutil.Process().memory_info().rss / 1e6
    say("    the whole process then, arrays", f"{memory:.0f} MB, {arrays / 1e6:.0f} MB", "")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
