"""A contract may go on where another one ended under the guarantee."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contract", "0013_silence_about_hours")]
    operations = [
        migrations.AddField(
            "contract",
            "replaces",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successors",
                to="contract.contract",
            ),
        ),
    ]
