"""What managers chose to say of themselves, kept apart, so that the firm can see whether it treats all alike."""

from django.db import migrations, models

import interregnum.columns.fields


class Migration(migrations.Migration):
    dependencies = [("records", "0002_keep_stays_on_the_roster")]
    operations = [
        migrations.CreateModel(
            name="GroupAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("manager", models.CharField(max_length=26, unique=True)),
                ("age", interregnum.columns.fields.EnumField(blank=True, max_length=20)),
                ("gender", interregnum.columns.fields.EnumField(blank=True, max_length=20)),
                ("said_at", models.DateTimeField()),
            ],
        ),
    ]
