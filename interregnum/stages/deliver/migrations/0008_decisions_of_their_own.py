"""Decisions become rows of their own; a report says how much time the client had, and knows which version it is."""

import django.db.models.deletion
import interregnum.columns.fields
import interregnum.outside.chance
import interregnum.stages.deliver.rules.states
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0007_write_hours'),
        ('people', '0023_note_consent_to_stay'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='measurement',
            name='said',
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AddField(
            model_name='weeklyreport',
            name='sponsor_minutes',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='weeklyreport',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='measurement',
            name='value',
            field=models.DecimalField(decimal_places=2, max_digits=12, null=True),
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('what', models.CharField(max_length=300)),
                ('named', models.CharField(blank=True, max_length=120)),
                ('asked_on', models.DateField()),
                ('due_on', models.DateField()),
                ('state', interregnum.columns.fields.EnumField(db_index=True, default=interregnum.stages.deliver.rules.states.DecisionState['OPEN'], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='deliver.assignment')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.contact')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='deliver.weeklyreport')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
    ]
