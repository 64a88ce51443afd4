"""A wrong count, and a wrong word about who leaves, can be taken away and noted anew; what was taken away stays kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliver", "0017_count_the_saves_of_a_plan")]
    operations = [
        migrations.AddField("uptake", "removed_at", models.DateTimeField(null=True)),
        migrations.AddField("leaving", "removed_at", models.DateTimeField(null=True)),
        migrations.RemoveConstraint("uptake", "one_count_a_day"),
        migrations.AddConstraint(
            "uptake",
            models.UniqueConstraint(
                fields=["assignment", "kind", "counted_on"],
                condition=models.Q(removed_at=None),
                name="one_count_a_day",
            ),
        ),
        migrations.RemoveConstraint("leaving", "one_leaving_a_position"),
        migrations.AddConstraint(
            "leaving",
            models.UniqueConstraint(
                fields=["assignment", "position", "leaves_on"],
                condition=models.Q(removed_at=None),
                name="one_leaving_a_position",
            ),
        ),
    ]
