"""A proposal that is stopped before a choice says why."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('choose', '0011_choices_end_and_make_room'),
    ]

    operations = [
        migrations.AddField(
            model_name='proposal',
            name='stop_reason',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
    ]
