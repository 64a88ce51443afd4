"""Hours of a week, its days, and what was changed after sending."""

import django.db.models.deletion
import interregnum.columns.fields
import interregnum.outside.chance
import interregnum.stages.deliver.rules.hours
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0006_commitment_and_resistance'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HoursWeek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('monday', models.DateField()),
                ('state', interregnum.columns.fields.EnumField(db_index=True, default=interregnum.stages.deliver.rules.hours.HoursState['DRAFT'], max_length=20)),
                ('version', models.PositiveIntegerField(default=0)),
                ('sent_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('is_silent', models.BooleanField(default=False)),
                ('returned_why', models.CharField(blank=True, max_length=500)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='deliver.assignment')),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-monday'],
            },
        ),
        migrations.CreateModel(
            name='HoursDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('state', interregnum.columns.fields.EnumField(default=interregnum.stages.deliver.rules.hours.HoursState['DRAFT'], max_length=20)),
                ('approved', models.PositiveSmallIntegerField(null=True)),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='deliver.hoursweek')),
            ],
            options={
                'ordering': ['day'],
            },
        ),
        migrations.CreateModel(
            name='HoursCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('before', models.PositiveSmallIntegerField()),
                ('after', models.PositiveSmallIntegerField()),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='deliver.hoursweek')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='hoursweek',
            constraint=models.UniqueConstraint(fields=('assignment', 'monday'), name='one_week_of_hours'),
        ),
        migrations.AddConstraint(
            model_name='hoursday',
            constraint=models.UniqueConstraint(fields=('week', 'day'), name='one_line_a_day'),
        ),
    ]
