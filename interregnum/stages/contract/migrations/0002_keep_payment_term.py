"""The term of payment is kept with the contract, as it was signed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contract", "0001_contracts")]
    operations = [
        migrations.AddField("contract", "payment_days", models.PositiveSmallIntegerField(default=30), preserve_default=False)
    ]
