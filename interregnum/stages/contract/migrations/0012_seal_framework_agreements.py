"""The firm seals a framework agreement as it seals a contract."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contract', '0011_managers_who_leave'),
        ('files', '0001_keep_files'),
    ]

    operations = [
        migrations.AddField(
            model_name='framework',
            name='is_stamped',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='framework',
            name='sealed',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile'),
        ),
        migrations.AddField(
            model_name='framework',
            name='sealed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='framework',
            name='sealed_sha256',
            field=models.CharField(blank=True, db_index=True, max_length=64),
        ),
        migrations.AddField(
            model_name='framework',
            name='sealed_with',
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
