"""A manager who cannot go on: since when that is known, and why."""

import interregnum.columns.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contract', '0010_amend_and_end_in_the_ordinary_way'),
    ]

    operations = [
        migrations.AddField(
            model_name='contract',
            name='leaving',
            field=interregnum.columns.fields.EnumField(blank=True, default='', max_length=20),
        ),
        migrations.AddField(
            model_name='contract',
            name='left_at',
            field=models.DateTimeField(null=True),
        ),
    ]
