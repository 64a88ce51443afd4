"""How long before it is due a new assessment of a working relation is asked."""

from datetime import date

from django.db import migrations

VALUES = [
    ("deliver.relation_remind_days", 14, "House rule: two weeks leave time for a talk on the floor"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0046_expenses_in_new_contracts")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
