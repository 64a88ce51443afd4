"""A signed contract is amended by another one; as its last day comes near each side says what it wants."""

import django.db.models.deletion
import interregnum.columns.fields
from django.conf import settings
from django.db import migrations, models


def run_until_the_end(apps, schema_editor):
    apps.get_model("contract", "Contract").objects.update(runs_until=models.F("ends_on"))
    # PostgreSQL makes no index on a table of which rows still wait to be checked.
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):

    dependencies = [
        ('brief', '0003_write_the_brief_with_the_client'),
        ('choose', '0011_choices_end_and_make_room'),
        ('contract', '0009_keep_scans_of_papers'),
        ('people', '0023_note_consent_to_stay'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EndWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('runs_until', models.DateField()),
                ('asked', interregnum.columns.fields.EnumField(max_length=20)),
                ('wish', interregnum.columns.fields.EnumField(max_length=20)),
                ('words', models.TextField(blank=True)),
                ('said_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='contract',
            name='one_live_contract_a_choice',
        ),
        migrations.AddField(
            model_name='contract',
            name='amend_reason',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='contract',
            name='amends',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='amendments', to='contract.contract'),
        ),
        migrations.AddField(
            model_name='contract',
            name='decided_by',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='contract',
            name='runs_until',
            field=models.DateField(db_index=True, null=True),
        ),
        migrations.RunPython(run_until_the_end, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.UniqueConstraint(condition=models.Q(('amends', None), models.Q(('state__in', ('lapsed', 'withdrawn')), _negated=True)), fields=('candidacy',), name='one_live_contract_a_choice'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'drawn')), fields=('amends',), name='one_open_amendment'),
        ),
        migrations.AddField(
            model_name='endwish',
            name='contract',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='contract.contract'),
        ),
        migrations.AddField(
            model_name='endwish',
            name='said_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='endwish',
            constraint=models.UniqueConstraint(fields=('contract', 'runs_until', 'asked'), name='one_wish_a_side'),
        ),
    ]
