"""Since when a manager could not work, and from when the client waits."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0024_let_framework_agreements_lapse"),
    ]

    operations = [
        migrations.AddField(
            model_name="contract",
            name="absent_since",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="contract",
            name="awaited_since",
            field=models.DateField(null=True),
        ),
    ]
