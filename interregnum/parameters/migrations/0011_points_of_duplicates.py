"""What counts for two profiles being one person, and from how many points on a person looks at them."""

from datetime import date

from django.db import migrations

OWN = "The firm's own choice"
POINTS = {
    "mail": 600, "kvk": 600, "phone": 400, "name": 300, "name_near": 200, "box": 200, "job": 150, "place": 100,
}
VALUES = [("people.duplicate_points", POINTS, OWN), ("people.duplicate_from", 500, OWN)]


def fill(apps, schema_editor):
    Parameter = apps.get_model("parameters", "Parameter")
    Parameter.objects.bulk_create(
        Parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0010_watch_how_we_choose")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
