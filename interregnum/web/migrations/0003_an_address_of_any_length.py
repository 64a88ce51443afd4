from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0002_tries_counted_for_all_processes'),
    ]

    operations = [
        migrations.AlterField(
            model_name='submission',
            name='location',
            field=models.TextField(blank=True),
        ),
    ]
