"""A stay on the roster knows whether consent to it was given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0003_answers_about_groups")]
    operations = [migrations.AddField("poolstay", "is_given", models.BooleanField(default=True))]
