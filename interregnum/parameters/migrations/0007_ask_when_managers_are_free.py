"""After how many weeks a manager is asked anew from when they are free."""

from datetime import date

from django.db import migrations

VALUES = [("people.availability_weeks", 6, "House rule: a date older than this is no date")]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0006_weights_of_fourteen_criteria")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
