"""Until now one manager wrote the hours of an assignment."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    rows = apps.get_model("deliver", "Assignment").objects.filter(pk=OuterRef("assignment"))
    apps.get_model("deliver", "HoursWeek").objects.update(manager=Subquery(rows.values("manager")[:1]))


class Migration(migrations.Migration):
    dependencies = [("deliver", "0014_managers_who_were_replaced")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
