"""Measures how long a file of the bank takes, from the upload to the last line booked, on a database of its own.

    python bench/bank.py [--lines 10000]

The real upload and the real work of the worker: every line names an open invoice, so that each of them is booked, with
its payment and its fact in the journal. Printed: the seconds next to the mark of thirty, and what stands afterwards;
the same file is then uploaded under another name and must add nothing.
"""

import argparse
import os
import sys
import tempfile
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Seconds for ten thousand lines.
MARK = 30.0


def invoices(number: int) -> Any:
    """So many invoices of one assignment, each of another amount, sent and not paid."""
    world, bills = import_module("tests.world"), import_module("interregnum.stages.invoice.tests.invoice_world")
    models, money = import_module("interregnum.stages.invoice.models"), import_module("interregnum.kernel.money")
    cast = world.make_cast()
    bills.let_bill()
    assignment, day = bills.make_assignment(cast), world.TODAY

    def one(place: int) -> Any:
        gross = money.Money.from_cents(100_000 + place)
        return models.Invoice(
            assignment=assignment,
            state="sent",
            month=day.replace(day=1),
            drafted_at=world.NOW,
            drafted_by=cast.bea,
            number=f"F-2026-{place:05d}",
            issued_at=world.NOW,
            issued_on=day,
            due_on=day + timedelta(days=30),
            sent_at=world.NOW,
            net=gross,
            vat_total=money.Money(0),
            gross=gross,
        )

    models.Invoice.objects.bulk_create((one(place) for place in range(number)), batch_size=500)
    return cast


def measure(number: int) -> bool:
    files = import_module("interregnum.stages.invoice.tests.statements")
    upload = import_module("interregnum.stages.invoice.actions.bank_upload")
    models = import_module("interregnum.stages.invoice.models")
    timezone = import_module("django.utils.timezone")
    cast = invoices(number)
    lines = [
        files.entry(
            f"{1000 + place / 100:.2f}", text=f"factuur F-2026-{place:05d}", name="Bank De Proef", service=f"S{place}"
        )
        for place in range(number)
    ]
    by, took = cast.actor(cast.bea), []
    for name, content in (("eerste", files.statement(*lines)), ("nog eens", files.statement(*reversed(lines)))):
        begun = perf_counter()
        made = upload.upload_bank_file(name=name, content=content, by=by, at=timezone.now())
        assert isinstance(made, str), made
        upload.read_bank_file.func(models.BankFile.objects.first().code)
        took.append(perf_counter() - begun)
    paid, booked = models.Invoice.objects.filter(state="paid").count(), models.Payment.objects.count()
    mark = MARK * max(1, number / 10_000)
    print(f"{number:,} lines read, matched and booked in {took[0]:.1f} s; mark {mark:.0f} s")
    print(f"{booked:,} payments, {paid:,} invoices paid; the same lines once more: {took[1]:.1f} s, nothing added")
    return took[0] <= mark and booked == paid == number


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=10_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERREGNUM_DATA"] = folder
        os.environ.setdefault("INTERREGNUM_SITE", "http://testserver")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
        import_module("pytest")
        django.setup()
        import_module("django.core.management").call_command("migrate", verbosity=0)
        return 0 if measure(chosen.lines) else 1


if __name__ == "__main__":
    raise SystemExit(main())
