"""A proposal knows on which day its candidates were checked for conflicts with the client."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("choose", "0006_contest_a_choice")]
    operations = [migrations.AddField("proposal", "checked_on", models.DateField(null=True))]
