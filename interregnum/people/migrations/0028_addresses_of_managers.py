"""A manager's business has an address, as the firm and a client do: it stands in the agreement with the manager."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0027_a_manager_died"),
    ]

    operations = [
        migrations.AddField(
            model_name="business",
            name="street",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="business",
            name="postal_code",
            field=models.CharField(blank=True, max_length=12),
        ),
    ]
