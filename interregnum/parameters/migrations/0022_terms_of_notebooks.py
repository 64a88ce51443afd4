"""How long what two people wrote in confidence is kept."""

from datetime import date

from django.db import migrations


def fill(apps, schema_editor):
    apps.get_model("parameters", "Parameter").objects.create(
        name="records.notebook_months",
        value=12,
        source="House rule: a confidential notebook is destroyed a year after the last day",
        valid_from=date(2020, 1, 1),
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0021_terms_of_hours")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
