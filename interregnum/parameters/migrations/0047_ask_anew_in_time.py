"""How long before it is due a new assessment of a working relation is asked; when an illness is a long one."""

from datetime import date

from django.db import migrations

VALUES = [
    ("deliver.relation_remind_days", 14, "House rule: two weeks leave time for a talk on the floor"),
    ("contract.long_illness_days", 10, "House rule: two working weeks; the client chooses to wait or to look"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0046_expenses_in_new_contracts")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
