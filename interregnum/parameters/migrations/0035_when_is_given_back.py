"""When a manager who leaves and the client are asked for what is to be given back and ended."""

from datetime import date

from django.db import migrations

FIRST = date(2020, 1, 1)
VALUES = [
    (
        "handover.giving_back",
        {"before_days": 10, "remind_days": 3},
        "House rule: asked ten days before the last day, and once more three days after it",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=FIRST) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0034_terms_of_the_last_weeks")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
