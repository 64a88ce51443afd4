"""Measures the list of managers on a database of its own: 100,000 invented managers on the embedded database.

    python bench/roster.py [--managers 100000] [--times 30]

Each page is asked through the whole server side (gate, view, template), as a partner who is signed in. Printed: what it
takes to read the roster into memory once, and for each page the median and the slowest of twenty (p95), next to the
mark of 150 ms; then the same for the list as it would be asked of the database alone.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Milliseconds.
MARK = 150
PAGES = (
    ("list", ""),
    ("page 200", "page=200"),
    ("last page", "page=4000&sort=-name"),
    ("by rate", "sort=-rate"),
    ("one filter", "level=senior"),
    ("four filters", "level=senior&level=middle&discipline=finance&available=now&category=change"),
    ("screening and consent", "screening=passed&pool=four_weeks"),
    ("a place", "city=utrecht"),
    ("typed: j", "q=j"),
    ("typed: ja", "q=ja"),
    ("typed: jan", "q=jan"),
    ("typed: jan bakker utr", "q=jan+bakker+utr"),
    ("typed: nobody", "q=xyzzy"),
)


def fill(managers: int) -> None:
    models = import_module("interregnum.people.models")
    search = import_module("bench.search")
    money = import_module("interregnum.kernel.money").Money
    lists = import_module("interregnum.kernel.lists")
    chance = random.Random(7)
    disciplines = list(models.Discipline.objects.values_list("code", flat=True))
    sectors = list(models.Sector.objects.values_list("code", flat=True))
    levels, categories = list(lists.Level), [str(one) for one in lists.Category]
    today = date.today()  # noqa: DTZ011 - a bench
    made = (
        models.Manager(
            name=f"{chance.choice(search.FIRST)} {search.surname(chance)}",
            email=f"m{number}@example.org",
            phone=f"06{number:08}",
            place=chance.choice(search.PLACES),
            available_on=today + timedelta(days=chance.randrange(-60, 300)),
            days_a_week=chance.randint(2, 5),
            day_rate=money(chance.randrange(700, 1800, 25)),
            level=chance.choice(levels),
            disciplines=chance.sample(disciplines, chance.randint(1, 3)),
            sectors=chance.sample(sectors, chance.randint(1, 2)),
            languages=chance.choice((["nl"], ["nl", "en"], ["nl", "en", "de"], ["en"])),
            categories=dict.fromkeys(chance.sample(categories, chance.randint(0, 3)), 2),
            operational=40,
            adviser=20,
            coach=20,
            change=20,
            summary="Verzonnen. " * 40,
        )
        for number in range(managers)
    )
    models.Manager.objects.bulk_create(made, batch_size=1000)


def beside(account: Any) -> None:
    """A screening of every tenth, and a consent of nine in ten."""
    models = import_module("interregnum.people.models")
    stays = import_module("interregnum.records.models").PoolStay
    timezone = import_module("django.utils.timezone")
    chance, now = random.Random(8), timezone.now()
    known = list(models.Manager.objects.order_by("pk").values_list("pk", "code"))
    models.Screening.objects.bulk_create(
        [
            models.Screening(
                manager_id=key,
                kind="conduct",
                purpose="Proef",
                basis="interest",
                outcome="passed",
                entered_by=account,
                entered_at=now,
            )
            for key, _code in known[::10]
        ],
        batch_size=1000,
    )
    stays.objects.bulk_create(
        [
            stays(manager=code, since=now - timedelta(days=chance.randrange(365)))
            for number, (_key, code) in enumerate(known)
            if number % 10
        ],
        batch_size=1000,
    )


def p95(act: Callable[[], object], times: int) -> tuple[float, float]:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent), sorted(spent)[int(times * 0.95) - 1]


def measure(browser: Any, times: int) -> bool:
    kept = True
    for name, query in PAGES:
        address = f"/bureau/managers/?{query or 'q='}"
        live = {"HX-Request": "true"} if name.startswith("typed") else {}
        answer = browser.get(address, headers=live)
        assert answer.status_code == 200, answer.status_code
        median, slow = p95(lambda address=address, live=live: browser.get(address, headers=live), times)
        kept = kept and slow <= MARK
        verdict = "kept" if slow <= MARK else "MISSED"
        print(f"  {name:<24} median {median:6.1f} ms, p95 {slow:6.1f} ms   <= {MARK} ms  {verdict}")
    return kept


def find_twins(at: datetime) -> None:
    began = time.perf_counter()
    pairs = import_module("interregnum.people.duplicates").look_for_duplicates(at)
    spent = time.perf_counter() - began
    print(f"all looked through for duplicates, as each night: {spent:.0f} s, {pairs} pairs")


def of_the_database() -> None:
    """What the same costs without the roster in memory: one page, the whole count, and one filter's counts."""
    models = import_module("interregnum.people.models")
    count = import_module("django.db.models").Count
    rows = models.Manager.objects.filter(is_active=True)
    asked = {
        "count of all": rows.count,
        "page of a search": lambda: list(rows.filter(name__icontains="jan").order_by("name")[:25]),
        "count of a search": rows.filter(name__icontains="jan").count,
        "counts of one filter": lambda: list(rows.values("level").annotate(n=count("pk")).order_by()),
    }
    for name, act in asked.items():
        median, slow = p95(act, 5)
        print(f"  {name:<24} median {median:6.1f} ms, p95 {slow:6.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--managers", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=30)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        import_module("django.core.management").call_command("collectstatic", interactive=False, verbosity=0)
        world = import_module("tests.world")
        import_module("django.conf").settings.ALLOWED_HOSTS.append("testserver")
        cast = world.make_cast()
        fill(chosen.managers)
        beside(cast.bea)
        import_module("interregnum.stages.choose.engine.store").work_off()
        browser = world.browser(cast.bea)
        began = time.perf_counter()
        browser.get("/bureau/managers/?q=")
        print(f"{chosen.managers} managers; read into memory once: {time.perf_counter() - began:.1f} s")
        kept = measure(browser, chosen.times)
        find_twins(world.NOW)
        print("asked of the database alone:")
        of_the_database()
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
