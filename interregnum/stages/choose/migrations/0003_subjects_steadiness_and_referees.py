"""Two more columns of points, and the subjects of each profile: all narrow rows are made again by the next list."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("choose", "0002_narrow_rows_of_managers")]
    operations = [
        migrations.AddField("managerrow", "steadiness", models.SmallIntegerField(default=0), preserve_default=False),
        migrations.AddField("managerrow", "vouched", models.SmallIntegerField(default=0), preserve_default=False),
        migrations.RunSQL("INSERT INTO choose_profilechange (manager) SELECT id FROM people_manager", migrations.RunSQL.noop),
    ]
