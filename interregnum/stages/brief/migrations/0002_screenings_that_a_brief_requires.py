"""A brief says which screenings nobody may start without."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("brief", "0001_briefs")]
    operations = [migrations.AddField("brief", "screenings", models.JSONField(default=list))]
