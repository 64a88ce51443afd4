"""Within how long an introduced person is declared, and for how long it is remembered that one was declared late."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "ensure.introduced",
        {"within_days": 7, "remember_days": 60},
        "House rule: what is declared within a week is in time",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0027_terms_of_the_guarantee")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
