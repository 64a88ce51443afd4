"""A discount in percent keeps its percentage: each draft reckons it on the days as they stand."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("invoice", "0011_when_a_dispute_ended")]

    operations = [
        migrations.AddField(
            model_name="extra",
            name="percent",
            field=models.DecimalField(decimal_places=2, max_digits=5, null=True),
        ),
    ]
