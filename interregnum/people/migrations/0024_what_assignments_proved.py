"""What assignments of the firm proved of a manager."""

import django.db.models.deletion
import interregnum.columns.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0023_note_consent_to_stay'),
    ]

    operations = [
        migrations.CreateModel(
            name='Proven',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=20)),
                ('on', models.DateField()),
                ('category', interregnum.columns.fields.EnumField(max_length=20)),
                ('reasons', models.JSONField(default=list)),
                ('first_result_weeks', models.PositiveSmallIntegerField(null=True)),
                ('has_deadlock', models.BooleanField(default=False)),
                ('is_confirmed', models.BooleanField(null=True)),
                ('failed', models.BooleanField(default=False)),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proven', to='people.manager')),
            ],
            options={
                'ordering': ['-on', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('manager', 'source'), name='proven_once_an_assignment')],
            },
        ),
    ]
