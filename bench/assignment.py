"""Measures the page of an assignment with two years of weekly data, on a database of its own.

    python bench/assignment.py [--times 60] [--weeks 104]

The page is asked through the whole server side (gate, view, template), as each of the four who may open it, signed in:
104 weekly reports with three measured results and a decision each fourth week, hours of every week, twelve stakeholders
with a stance each month, and resistance with approaches. Printed for each: how often the database is asked, the median
and the slowest of twenty (p95), next to the marks of 100 ms and 15 questions.
"""

import argparse
import gc
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Milliseconds.
MARK = 100
# Questions to the database.
ASKS = 15


def two_years(cast: Any, weeks: int) -> Any:
    """An assignment that runs since so many weeks, with everything that a week brings."""
    deliver = import_module("interregnum.stages.deliver.tests.deliver_world")
    models = import_module("interregnum.stages.deliver.models")
    monday = datetime.now(UTC).date()
    monday -= timedelta(days=monday.weekday(), weeks=weeks)
    row = deliver.make_assignment(cast, starts_on=monday, ends_on=monday + timedelta(weeks=weeks + 4))
    models.Assignment.objects.filter(pk=row.pk).update(
        state="running", plan_state="agreed", announced_on=monday, reports_to="Carla"
    )
    ensure = import_module("interregnum.stages.ensure.models")
    world = import_module("tests.world")
    ensure.ShadowAppointment.objects.create(
        assignment=row,
        shadow=cast.sara,
        reason="Kent het vak.",
        appointed_at=world.NOW,
        appointed_by=cast.bea,
    )
    results = [
        models.Result.objects.create(
            assignment=row,
            position=place,
            title=f"Resultaat {place + 1}",
            unit="dagen",
            baseline=Decimal(19),
            target=Decimal(5),
            due_on=row.ends_on,
        )
        for place in range(3)
    ]
    for place in range(5):
        ends_on = monday + timedelta(weeks=weeks * (place + 1) // 5)
        models.Phase.objects.create(
            assignment=row, position=place, title=f"Fase {place + 1}", ends_on=ends_on, checkpoint="Besproken"
        )
    for number in range(weeks):
        _week(cast, row, results, number, monday + timedelta(weeks=number))
    _people(cast, row, weeks, monday)
    return row


def _week(cast: Any, row: Any, results: list[Any], number: int, monday: Any) -> None:
    report_week = import_module("interregnum.stages.deliver.actions.report_week")
    decide = import_module("interregnum.stages.deliver.actions.decide")
    hours = import_module("interregnum.stages.deliver.actions.write_hours")
    deliver = import_module("interregnum.stages.deliver.tests.deliver_world")
    at, by = datetime.combine(monday + timedelta(days=4), datetime.min.time(), tzinfo=UTC), cast.actor(cast.max)
    needed = decide.Needed(what=f"Beslissing {number}", due_on=monday + timedelta(days=14), named="Directie")
    week = deliver.a_week(
        monday,
        progress="Team gesproken, twee overdrachten minder. " * 4,
        measured={one.code: Decimal(19) - Decimal(number) / 10 for one in results},
        sponsor_minutes=120,
        needed=(needed,) if number % 4 == 0 else (),
    )
    code = report_week.report_week(assignment=row.code, week=week, by=by, at=at)
    assert isinstance(code, str), code
    report_week.mark_read(report=code, by=cast.actor(cast.carla), at=at)
    rules = import_module("interregnum.stages.deliver.rules.hours")
    minutes = dict.fromkeys(rules.days_of(monday)[:4], 480)
    typed = hours.Hours(monday=monday, minutes=minutes)
    hours.write_hours(assignment=row.code, hours=typed, send=True, by=by, at=at)


def _people(cast: Any, row: Any, weeks: int, monday: Any) -> None:
    models, levels = import_module("interregnum.stages.deliver.models"), ("against", "lets", "helps", "makes")
    noted: dict[str, Any] = {"noted_by": cast.max, "noted_at": datetime.now(UTC)}
    for place in range(12):
        who = models.Stakeholder.objects.create(
            assignment=row, kind="person", name=f"Persoon {place}", name_key=f"persoon {place}", circle="middle",
            people=1, added_by=cast.max, added_at=datetime.now(UTC),
        )  # fmt: skip
        models.Stance.objects.bulk_create(
            models.Stance(
                stakeholder=who, noted_on=monday + timedelta(weeks=number), influence=3, interest=3,
                now=levels[(number + place) % 4], needed="helps", **noted,
            )
            for number in range(0, weeks, 4)
        )  # fmt: skip
        seen = models.Resistance.objects.create(
            assignment=row, stakeholder=who, seen_on=monday, behaviour="Komt niet.", cause="too_much", **noted
        )
        models.ChosenApproach.objects.create(
            resistance=seen, approach="support", why="Veel.", carried_out_by="Max", chosen_on=monday,
            due_on=monday + timedelta(weeks=weeks), chosen_by=cast.max,
        )  # fmt: skip


def measure(times: int, weeks: int) -> bool:
    world, p95 = import_module("tests.world"), import_module("bench.roster").p95
    cast, kept = world.make_cast(), True
    row = two_years(cast, weeks)
    # As the worker does each minute.
    import_module("interregnum.stages.deliver.actions.measure_quality").measure_quality(datetime.now(UTC))
    database = import_module("django.db").connection
    # As the server does before its processes part: what made these two years is not looked through again for each page.
    gc.collect()
    gc.freeze()
    for desk, person in (("manager", cast.max), ("client", cast.carla), ("bureau", cast.bea), ("shadow", cast.sara)):
        browser, address = world.browser(person), f"/{desk}/assignments/{row.code}/"
        assert browser.get(address).status_code == 200
        asked: list[str] = []

        def note(execute: Any, sql: str, *given: Any, asked: list[str] = asked) -> Any:
            asked.append(sql)
            return execute(sql, *given)

        with database.execute_wrapper(note):
            browser.get(address)
        median, slow = p95(lambda browser=browser, address=address: browser.get(address), times)
        is_kept = slow <= MARK and len(asked) <= ASKS
        kept, verdict = kept and is_kept, "kept" if is_kept else "MISSED"
        print(
            f"  {desk:<8} {len(asked):>2} queries (<= {ASKS}), median {median:6.1f} ms, "
            f"p95 {slow:6.1f} ms (<= {MARK} ms)  {verdict}"
        )
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--weeks", type=int, default=104)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        import_module("django.core.management").call_command("collectstatic", interactive=False, verbosity=0)
        import_module("django.conf").settings.ALLOWED_HOSTS.append("testserver")
        print(f"an assignment with {chosen.weeks} weeks:")
        return 0 if measure(chosen.times, chosen.weeks) else 1


if __name__ == "__main__":
    raise SystemExit(main())
