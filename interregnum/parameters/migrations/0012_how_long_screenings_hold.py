"""How old a screening may be on the first day."""

from datetime import date

from django.db import migrations

VALUES = [
    ("choose.screening_valid_days.conduct", 365, "House rule: a certificate of conduct tells of one day; after a year it is asked anew"),
    ("choose.screening_valid_days.employment", 365, "House rule: banks and insurers screen anew after a year"),
    ("choose.screening_valid_days.suitability", 365, "House rule: judged for each function; a recent decision makes the next one quick"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0011_points_of_duplicates")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
