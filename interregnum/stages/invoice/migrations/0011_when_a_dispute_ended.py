"""When a dispute ended: reminders are counted from there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("invoice", "0010_expenses_with_receipts")]

    operations = [
        migrations.AddField(
            model_name="invoice",
            name="dispute_ended_at",
            field=models.DateTimeField(null=True),
        ),
    ]
