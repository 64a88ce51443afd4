"""Since when a manager could not work, and from when the client waits."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contract', '0019_say_how_data_are_kept'),
    ]

    operations = [
        migrations.AddField(
            model_name='contract',
            name='absent_since',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='contract',
            name='awaited_since',
            field=models.DateField(null=True),
        ),
    ]
