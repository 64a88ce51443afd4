"""The days of screenings stand in the narrow rows, and in those that were; of whoever was screened they are made again."""

from django.db import migrations, models

KINDS = ("conduct", "employment", "suitability")


class Migration(migrations.Migration):
    dependencies = [("choose", "0007_date_the_check_of_conflicts"), ("people", "0010_screenings_and_their_readings")]
    operations = [
        *(
            migrations.AddField(row, kind, models.IntegerField(default=0), preserve_default=False)
            for row in ("managerrow", "pastrow")
            for kind in KINDS
        ),
        migrations.RunSQL(
            "INSERT INTO choose_profilechange (manager) SELECT DISTINCT manager_id FROM people_screening",
            migrations.RunSQL.noop,
        ),
    ]
