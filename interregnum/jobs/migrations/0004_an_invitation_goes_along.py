"""A mail may carry an invitation for a calendar."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0003_state_and_objects_of_mails")]
    operations = [
        migrations.AddField("mail", "calendar", models.TextField(blank=True, default=""), preserve_default=False)
    ]
