"""A draft of a plan of approach that was changed in another window is not wiped by the next save."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliver", "0016_one_week_a_manager")]
    operations = [
        migrations.AddField("assignment", "plan_saves", models.PositiveIntegerField(default=0)),
    ]
