"""In the week in which an assignment changes hands both managers write hours."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliver", "0015_hours_belong_to_who_wrote_them")]
    operations = [
        migrations.AlterField(
            "hoursweek",
            "manager",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.manager"),
        ),
        migrations.RemoveConstraint("hoursweek", "one_week_of_hours"),
        migrations.AddConstraint(
            "hoursweek",
            models.UniqueConstraint(fields=["assignment", "monday", "manager"], name="one_week_of_hours"),
        ),
    ]
