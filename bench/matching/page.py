"""The pages of a shortlist in a firm with many managers, on SQLite: the server's own time. Begun by bench/choose.py."""

import os
import re
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]
BATCH, ROUNDS = 5_000, 40


def main(managers: int) -> None:
    with tempfile.TemporaryDirectory(prefix="interregnum-bench-") as folder:
        os.environ |= {"INTERREGNUM_DATA": folder, "DJANGO_SETTINGS_MODULE": "interregnum.config.settings"}
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        settings.ALLOWED_HOSTS = ["testserver"]
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        measure(managers)


def measure(managers: int) -> None:
    from interregnum.stages.choose.engine import live, loop
    from matching.table import say
    from tests import life, world

    lived = life.Life(world.make_cast(), until="agreed")
    fill(managers, life.TODAY)
    started = time.perf_counter()
    live.warm()
    say(f"{managers:,} new profiles made narrow, and loaded", f"{time.perf_counter() - started:.1f} s", "")
    loop.wake()
    window = world.browser(lived.cast.anton)
    drawn, shown = [], []
    for _ in range(ROUNDS):
        took, page = draw(window, lived.brief)
        drawn.append(took)
        shown.append(timed(window.get(page))[0])
    report("drawing a shortlist", drawn)
    report("shortlist page", shown)
    report("profile changed until it is in the next list", [change(world) for _ in range(ROUNDS)], most=None)


def fill(managers: int, today: date) -> None:
    from interregnum.flow.demo.invented_roster import manager
    from interregnum.people.roster import Outcome, _Merged, _write
    from interregnum.people.rules.evidence import Counts

    chance = Random(7)
    for first in range(0, managers, BATCH):
        rows = [manager(chance, first + number, today) for number in range(BATCH)]
        _write([_Merged(row, Counts.of(row), Outcome.ADDED) for row in rows])


def draw(window: Any, brief: str) -> tuple[float, str]:
    address = f"/bureau/briefs/{brief}/shortlist/"
    once = re.search(r'name="once" value="([^"]*)"', window.get(address).content.decode())
    took, answer = timed(window.post(address, {"once": once[1] if once else ""}))
    return took, str(answer.headers["Location"])


def timed(answer: Any) -> tuple[float, Any]:
    assert answer.status_code in (200, 302), answer.status_code
    return float(answer.headers["Server-Timing"].partition("dur=")[2]), answer


def change(world: Any) -> float:
    """From the moment at which a profile is stored to the moment at which this process has it in its snapshot."""
    from interregnum.people.models import Manager
    from interregnum.stages.choose.engine.live import HERE as LIVE

    one = Manager.objects.order_by("?").first()
    assert one is not None
    one.deadlocks_broken = (one.deadlocks_broken + 1) % 5
    one.save()
    started = time.perf_counter()
    with LIVE.now():
        return (time.perf_counter() - started) * 1000


def report(what: str, times: list[float], most: float | None = 150) -> None:
    import numpy as np

    from matching.table import say

    p50, p95 = np.percentile(times, [50, 95])
    promised = f"p95 <= {most:g} ms" if most else ""
    say(f"{what}, p50 / p95", f"{p50:.1f} / {p95:.1f} ms", promised, kept=p95 <= most if most else None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
