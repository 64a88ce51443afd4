"""By how much the index rose, and what the clause on indexation says of how often and how long before."""

from datetime import date

from django.db import migrations

NEW = [
    (
        "contract.services_index_tenths",
        0,
        "Nothing until a partner fills in by how much the services price index of Statistics Netherlands (CBS) rose",
    ),
    (
        "contract.indexation",
        {"ahead_months": 1, "apart_months": 12},
        "The clause on indexation as it came: once a year, told a month beforehand",
    ),
]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0041_readings_and_silent_documents")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
