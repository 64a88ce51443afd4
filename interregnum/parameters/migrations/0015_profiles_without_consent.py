"""How long a profile stays of which nobody consented to that yet."""

from datetime import date

from django.db import migrations

AUTHORITY = "Dutch data protection authority: four weeks without consent to stay"
VALUES = [("records.unasked_days", 28, AUTHORITY)]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0014_value_that_asks_closer_watch")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
