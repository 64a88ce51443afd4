"""From which value on an assignment is watched more closely than is usual for its category."""

from datetime import date

from django.db import migrations

VALUES = [("brief.high_value", 250_000, "The firm's own choice")]


def fill(apps, schema_editor):
    Parameter = apps.get_model("parameters", "Parameter")
    Parameter.objects.bulk_create(
        Parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0013_signing_with_a_code")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
