"""How long the calendar of a hand-over document is, and when a week without the interim manager is planned."""

from datetime import date

from django.db import migrations

FIRST = date(2020, 1, 1)
VALUES = [
    (
        "handover.first_days",
        {"days": 100, "every": 30},
        "House rule: the first hundred days are planned, and each result is measured every thirty days",
    ),
    (
        "handover.free_week",
        {"last_percent": 20},
        "House rule: in the last fifth of the term the manager is away for one week",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=FIRST) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0033_terms_of_invoices")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
