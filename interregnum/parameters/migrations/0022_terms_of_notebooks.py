"""How long what two people wrote in confidence is kept."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "records.notebook_months",
        12,
        "House rule: a confidential notebook is destroyed a year after the last day",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0021_terms_of_hours")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
