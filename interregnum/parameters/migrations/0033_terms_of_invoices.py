"""Terms of invoices: the days that the law gives a large company, reminders, and statutory commercial interest."""

from datetime import date

from django.db import migrations

LAW = "Civil Code (BW), article 6:119a: at most thirty days from a large company to a smaller one"
HOUSE = "House rule: a week, three weeks and five weeks after the last day of payment"
INTEREST = "Civil Code (BW), article 6:120, second paragraph: statutory commercial interest, in percent a year"
NEW = [
    ("invoice.large_payment_days", 30, LAW),
    ("invoice.reminder_days", {"first": 7, "second": 21, "third": 35}, HOUSE),
    ("invoice.interest_percent", "8", INTEREST),
]
# What it became later, half-year by half-year, while it changed.
LATER = [
    (date(2023, 1, 1), "10.5"),
    (date(2023, 7, 1), "12"),
    (date(2024, 1, 1), "12.5"),
    (date(2024, 7, 1), "12.25"),
    (date(2025, 1, 1), "11.15"),
    (date(2025, 7, 1), "10.15"),
]
VALUES = [*NEW, ("invoice.interest_percent", LATER[-1][1], INTEREST)]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    rows = [(name, date(2020, 1, 1), value, source) for name, value, source in NEW]
    rows += [("invoice.interest_percent", since, percent, INTEREST) for since, percent in LATER]
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=since) for name, since, value, source in rows
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0032_figures_of_the_market")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
