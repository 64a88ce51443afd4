"""How long after the end the three are still asked how an assignment went."""

from datetime import date

from django.db import migrations

SOURCE = "House rule: asked for six weeks after the end"
VALUES = [("handover.evaluation_days", 42, SOURCE)]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0043_expenses_that_need_a_reason")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
