"""What the books need: edges of the ages of what is open, weeks of the forecast, and numbers of accounts."""

from datetime import date

from django.db import migrations

NEW = [
    ("invoice.ageing_days", {"first": 30, "second": 60, "third": 90}, "Usual with accountants: 30, 60 and 90 days"),
    ("invoice.forecast_weeks", 12, "House rule: a quarter ahead"),
    (
        "invoice.ledger_accounts",
        {"debtors": 1300, "revenue": 8000, "vat": 1500, "bank": 1100},
        "Usual numbers of a Dutch chart of accounts; the firm fills in its own",
    ),
]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0036_longest_wait_of_a_manager")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
