"""How long before its last day the desks ask how a contract goes on."""

from datetime import date

from django.db import migrations

VALUES = [("contract.end_weeks", 8, "House rule: eight weeks leave time for a decision, a successor and a hand-over")]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0018_gates_before_a_start")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
