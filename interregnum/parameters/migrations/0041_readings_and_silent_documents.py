"""How long readings of signals stay, and when an unanswered hand-over document is asked again."""

from datetime import date

from django.db import migrations

NEW = [
    ("records.readings_months", 36, "House rule: three years after the end what signals were worth is known"),
    (
        "handover.silent_days",
        {"remind": 5, "call": 10},
        "House rule: asked again after five days, the firm calls after ten",
    ),
]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0040_terms_of_cases")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
