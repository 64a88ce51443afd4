"""Cases of the library: their texts, what clients said of them, what was called false, and where they stand."""

import django.db.models.deletion
import interregnum.columns.fields
import interregnum.outside.chance
import interregnum.stages.learn.rules.case_states
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('choose', '0011_choices_end_and_make_room'),
        ('deliver', '0016_one_week_a_manager'),
        ('learn', '0003_what_stayed_in_the_proof'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('state', interregnum.columns.fields.EnumField(db_index=True, default=interregnum.stages.learn.rules.case_states.CaseState['DRAFT'], max_length=20)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('made_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('objection', models.TextField(blank=True)),
                ('objected_at', models.DateTimeField(null=True)),
                ('on_site', models.BooleanField(default=False)),
                ('in_proposals', models.BooleanField(default=False)),
                ('live_until', models.DateField(db_index=True, null=True)),
                ('agreed_at', models.DateTimeField(null=True)),
                ('assignment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='deliver.assignment')),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CaseConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('assignment', models.CharField(db_index=True, max_length=26)),
                ('version', models.PositiveSmallIntegerField()),
                ('state', interregnum.columns.fields.EnumField(default=interregnum.stages.learn.rules.case_states.CaseState['ASKED'], max_length=20)),
                ('asked_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('on_site', models.BooleanField(default=False)),
                ('in_proposals', models.BooleanField(default=False)),
                ('words', models.TextField(blank=True)),
                ('until', models.DateField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='consents', to='learn.case')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('case', 'version'), name='asked_once_a_version')],
            },
        ),
        migrations.CreateModel(
            name='CaseOverride',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sign', models.CharField(max_length=20)),
                ('said', models.CharField(max_length=200)),
                ('reason', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='learn.case')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('case', 'sign', 'said'), name='called_false_once')],
            },
        ),
        migrations.CreateModel(
            name='CaseShown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('shares', models.JSONField(default=list)),
                ('added_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='learn.case')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='choose.proposal')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('proposal', 'case'), name='shown_once_a_proposal')],
            },
        ),
        migrations.CreateModel(
            name='CaseText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('category', interregnum.columns.fields.EnumField(blank=True, max_length=20)),
                ('sector', models.CharField(blank=True, max_length=40)),
                ('discipline', models.CharField(blank=True, max_length=40)),
                ('level', interregnum.columns.fields.EnumField(blank=True, max_length=20)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('reached', models.PositiveSmallIntegerField(default=0)),
                ('results', models.PositiveSmallIntegerField(default=0)),
                ('title_nl', models.CharField(blank=True, max_length=120)),
                ('problem_nl', models.TextField(blank=True)),
                ('approach_nl', models.TextField(blank=True)),
                ('result_nl', models.TextField(blank=True)),
                ('lasted_nl', models.TextField(blank=True)),
                ('title_en', models.CharField(blank=True, max_length=120)),
                ('problem_en', models.TextField(blank=True)),
                ('approach_en', models.TextField(blank=True)),
                ('result_en', models.TextField(blank=True)),
                ('lasted_en', models.TextField(blank=True)),
                ('written_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='learn.case')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('case', 'number'), name='one_text_a_version')],
            },
        ),
    ]
