"""Measures how long the signals of running assignments take, on a database of its own.

    python bench/quality.py [--assignments 500] [--weeks 26] [--times 20]

Each assignment has a report, hours and readings of every week, a result, eight stakeholders with a stance a month, and
reviews with scores. Printed beside their marks: all signals of all assignments measured anew and kept (10 s), of one
assignment measured anew (100 ms, the slowest of twenty), and the bureau's list of all of them by standing.
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
MARK_ALL, MARK_ONE = 10.0, 100.0
LEVELS = ("against", "lets", "helps", "makes")


def make(cast: Any, count: int, weeks: int) -> None:
    """So many running assignments, written in bulk."""
    deliver = import_module("interregnum.stages.deliver.tests.deliver_world")
    models = import_module("interregnum.stages.deliver.models")
    ensure = import_module("interregnum.stages.ensure.models")
    monday = datetime.now(UTC).date()
    monday -= timedelta(days=monday.weekday(), weeks=weeks)
    rows = [
        deliver.make_assignment(
            cast, number=f"C-2026-{place:04}", starts_on=monday, ends_on=monday + timedelta(weeks=weeks + 20)
        )
        for place in range(1000, 1000 + count)
    ]
    models.Assignment.objects.update(state="running", plan_state="agreed", announced_on=monday)
    noted = {"noted_by": cast.max, "noted_at": datetime.now(UTC)}
    for row in rows:
        mix = {"operational": 40, "adviser": 20, "coach": 20, "change": 20}
        told = mix | {"progress": "Goed.", "mood": "good", "submitted_at": datetime.now(UTC), "sponsor_minutes": 60}
        reports = models.WeeklyReport.objects.bulk_create(
            models.WeeklyReport(assignment=row, monday=monday + timedelta(weeks=number), **told)
            for number in range(weeks - 1)
        )
        result = models.Result.objects.create(
            assignment=row, title="Dagen", unit="dagen", baseline=Decimal(19), target=Decimal(5), due_on=row.ends_on
        )
        models.Measurement.objects.bulk_create(
            models.Measurement(report=one, result=result, value=Decimal(19) - Decimal(place) / 4)
            for place, one in enumerate(reports)
        )
        hours = models.HoursWeek.objects.bulk_create(
            models.HoursWeek(
                assignment=row, monday=monday + timedelta(weeks=number), state="approved", manager_id=row.manager_id
            )
            for number in range(weeks - 1)
        )
        models.HoursDay.objects.bulk_create(
            models.HoursDay(week=one, day=one.monday + timedelta(days=day), minutes=480)
            for one in hours
            for day in range(4)
        )
        people = models.Stakeholder.objects.bulk_create(
            models.Stakeholder(
                assignment=row, kind="person", name=f"P{place}", name_key=f"p{place}", circle="middle", people=1,
                added_by=cast.max, added_at=datetime.now(UTC),
            )
            for place in range(8)
        )  # fmt: skip
        models.Stance.objects.bulk_create(
            models.Stance(
                stakeholder=one, noted_on=monday + timedelta(weeks=number), influence=4, interest=3,
                now=LEVELS[(place + number) % 4], needed="helps", **noted,
            )
            for place, one in enumerate(people)
            for number in range(0, weeks, 4)
        )  # fmt: skip
        review = ensure.Review.objects.create(
            assignment=row, kind="regular", state="signed", due_on=monday, starts_at=datetime.now(UTC)
        )
        ensure.Preparation.objects.bulk_create(
            ensure.Preparation(review=review, side=side, score=7, ready_at=datetime.now(UTC), written_by=cast.max)
            for side in ("client", "manager", "shadow")
        )


def measure(times: int) -> bool:
    models = import_module("interregnum.stages.deliver.models")
    action = import_module("interregnum.stages.deliver.actions.measure_quality")
    gather = import_module("interregnum.stages.deliver.queries.quality.gather").gather
    rules = import_module("interregnum.stages.deliver.rules.signals")
    bounds = import_module("interregnum.stages.deliver.queries.quality.bounds")
    now = datetime.now(UTC)
    began = perf_counter()
    count = action.measure_quality(now)
    took = perf_counter() - began
    kept = took <= MARK_ALL
    print(f"  {count} assignments anew   {took:8.2f} s     <= {MARK_ALL:.0f} s     {'kept' if kept else 'MISSED'}")
    row, on = models.Assignment.objects.select_related("contract__brief").order_by("-pk")[0], now.date()
    slowest = []
    for _time in range(times):
        began = perf_counter()
        known = import_module("interregnum.stages.deliver.queries.signals").known_on(on)
        seen = gather([row], windows=known[bounds.WINDOWS], on=on)
        rules.signals_of(rules.measures_of(seen[row.pk]), bounds.bounds_from(known))
        slowest.append(1000 * (perf_counter() - began))
    one = max(slowest)
    print(
        f"  one assignment anew    {one:8.1f} ms    <= {MARK_ONE:.0f} ms    {'kept' if one <= MARK_ONE else 'MISSED'}"
    )
    _list(now)
    return kept and one <= MARK_ONE


def _list(now: datetime) -> None:
    standing = import_module("interregnum.stages.ensure.queries.standing").standing_page
    bea = import_module("interregnum.people.models").Account.objects.get(name="Bea")
    by = import_module("interregnum.kernel.actor").Actor(role="partner", code=bea.code, name=bea.name)
    began = perf_counter()
    page = standing(shown=None, page=1, seen_by=by, at=now)
    took = 1000 * (perf_counter() - began)
    print(f"  the list by standing   {took:8.1f} ms    {sum(count for *_words, count in page.counts)} assignments")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assignments", type=int, default=500)
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--times", type=int, default=20)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        make(import_module("tests.world").make_cast(), chosen.assignments, chosen.weeks)
        print(f"{chosen.assignments} running assignments of {chosen.weeks} weeks:")
        return 0 if measure(chosen.times) else 1


if __name__ == "__main__":
    raise SystemExit(main())
