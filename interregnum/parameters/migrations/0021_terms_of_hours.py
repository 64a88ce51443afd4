"""Terms about hours: a contracted day, when who approves is asked again, and what silence does."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "contract.hours_silence_days",
        0,
        "House rule: silence approves nothing, unless the firm and its clients want it so",
    ),
    ("deliver.day_hours", 8, "Usual in the Dutch practice: a day is eight hours"),
    ("deliver.hours_remind_days", 3, "House rule: who approves is asked again after three days"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0020_commitment_and_resistance")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
