"""A proposal of one manager says why there is no second."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('choose', '0012_stop_a_proposal'),
    ]

    operations = [
        migrations.AddField(
            model_name='proposal',
            name='alone_why',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
    ]
