"""How long is kept who signed up as an interim manager."""

from datetime import date

from django.db import migrations

AUTHORITY = "Dutch data protection authority: four weeks after the end of the procedure, without consent to stay"
VALUES = [("records.application_days", 28, AUTHORITY)]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0008_papers_of_managers")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
