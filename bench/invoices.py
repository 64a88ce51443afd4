"""Measures a month of invoices: drafted, numbered, made as documents and held to the rules by the worker's own jobs.

    python bench/invoices.py [--invoices 1000]

DATABASE_URL names the database; without it, a SQLite file. Everything goes through the queue, as in a house: two jobs
with a progress bar draft and issue, and one job for each invoice makes its documents. Printed beside the mark of 120 s:
the seconds, gaps and numbers given twice (0), and faults of the rule sets (0).
"""

import argparse
import os
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Seconds for a thousand.
MARK = 120


def prepare(count: int) -> Any:
    """So many assignments with two days and a half of approved hours each."""
    world, billing = import_module("tests.world"), import_module("interregnum.stages.invoice.tests.invoice_world")
    cast = world.make_cast()
    billing.let_bill()

    with import_module("django.db").transaction.atomic():
        for place in range(count):
            billing.worked(cast, number=f"C-2026-{10_000 + place}")
    return cast


def work(make: Any, job: Any, cast: Any) -> float:
    """Start a job as the page does and let a worker do all that waits; seconds."""
    begun = time.perf_counter()
    import_module("interregnum.jobs.progress").start(job, cast.bea.code, "2026-03-01", by=cast.bea.code)
    make().run()
    return time.perf_counter() - begun


def worker() -> Any:
    jobs = import_module("interregnum.jobs.worker")
    timezone = import_module("django.utils.timezone")
    pace = import_module("interregnum.jobs.alive").Pace()
    return jobs.Worker(clock=timezone.now, look_round=lambda _at: None, pace=pace, until_empty=True)


def measure(count: int) -> bool:
    models = import_module("interregnum.stages.invoice.models")
    drafting = import_module("interregnum.stages.invoice.actions.draft_all")
    month = import_module("interregnum.stages.invoice.actions.month")
    cast = prepare(count)
    import_module("django_tasks_db.models").DBTaskResult.objects.all().delete()
    drafted = work(worker, drafting.draft_all, cast)
    issued = work(worker, month.issue_month, cast)
    numbers = sorted(models.Invoice.objects.exclude(number="").values_list("number", flat=True))
    last = max((int(number.rpartition("-")[2]) for number in numbers), default=0)
    papers = models.InvoicePapers.objects
    ready = papers.filter(state="ready").count()
    gaps, twice = last - len(set(numbers)), len(numbers) - len(set(numbers))
    mark = MARK * count / 1000
    print(f"{len(numbers)} invoices drafted in {drafted:.1f} s; numbered, made and checked in {issued:.1f} s")
    print(f"  together {drafted + issued:.1f} s   <= {mark:.0f} s")
    print(f"  gaps {gaps}, numbers given twice {twice}, documents that keep to all rules {ready} of {count}")
    return drafted + issued <= mark and not gaps and not twice and ready == count == len(numbers)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--invoices", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        import_module("logging").disable(import_module("logging").WARNING)
        return 0 if measure(chosen.invoices) else 1


if __name__ == "__main__":
    raise SystemExit(main())
