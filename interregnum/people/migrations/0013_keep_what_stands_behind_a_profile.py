import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields
import interregnum.outside.chance


def key():
    return ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID'))


def code():
    return (
        'code',
        interregnum.columns.fields.CodeField(
            default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True
        ),
    )


def manager(name, **options):
    return (
        'manager',
        models.ForeignKey(
            on_delete=django.db.models.deletion.CASCADE, related_name=name, to='people.manager', **options
        ),
    )


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_keep_files'),
        ('people', '0012_search_entries_know_what_is_kept'),
    ]

    operations = [
        migrations.CreateModel(
            name='Position',
            fields=[
                key(),
                ('employer', models.CharField(blank=True, max_length=120)),
                ('title', models.CharField(blank=True, max_length=120)),
                ('start_on', models.DateField(null=True)),
                ('end_on', models.DateField(null=True)),
                manager('positions'),
            ],
            options={'ordering': ['-start_on', 'pk']},
        ),
        migrations.CreateModel(
            name='Study',
            fields=[
                key(),
                ('title', models.CharField(blank=True, max_length=160)),
                ('institute', models.CharField(blank=True, max_length=120)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                manager('studies'),
            ],
            options={'ordering': ['-year', 'pk']},
        ),
        migrations.CreateModel(
            name='CvFile',
            fields=[
                key(),
                code(),
                ('uploaded_by', models.CharField(db_index=True, max_length=26)),
                ('uploaded_at', models.DateTimeField(db_index=True)),
                ('name', models.CharField(max_length=200)),
                ('read', models.JSONField(default=dict)),
                ('lines', models.JSONField(default=list)),
                ('remarks', models.JSONField(default=list)),
                ('settled_at', models.DateTimeField(null=True)),
                (
                    'file',
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='+',
                        to='files.storedfile',
                    ),
                ),
                manager('cvs', null=True),
            ],
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                key(),
                code(),
                ('client', models.CharField(max_length=120)),
                ('client_shown_as', models.CharField(blank=True, max_length=120)),
                ('problem', models.TextField()),
                ('category', interregnum.columns.fields.EnumField(max_length=20)),
                ('reasons', models.JSONField(default=list)),
                ('level', interregnum.columns.fields.EnumField(max_length=20)),
                ('discipline', models.CharField(max_length=40)),
                ('sector', models.CharField(blank=True, max_length=40)),
                ('operational', models.PositiveSmallIntegerField()),
                ('adviser', models.PositiveSmallIntegerField()),
                ('coach', models.PositiveSmallIntegerField()),
                ('change', models.PositiveSmallIntegerField()),
                ('mandate', models.CharField(blank=True, max_length=300)),
                ('result', models.TextField()),
                ('measure', models.CharField(blank=True, max_length=80)),
                ('baseline', models.CharField(blank=True, max_length=40)),
                ('figure', models.CharField(blank=True, max_length=40)),
                ('first_result_weeks', models.PositiveSmallIntegerField(null=True)),
                ('deadlock', models.TextField(blank=True)),
                ('lasted', models.TextField(blank=True)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('referee_name', models.CharField(blank=True, max_length=120)),
                ('referee_function', models.CharField(blank=True, max_length=120)),
                ('referee_email', models.EmailField(blank=True, max_length=254)),
                ('written_at', models.DateTimeField()),
                ('asked_at', models.DateTimeField(null=True)),
                ('token_hash', models.CharField(blank=True, db_index=True, max_length=64)),
                ('answered_at', models.DateTimeField(null=True)),
                ('is_confirmed', models.BooleanField(null=True)),
                ('referee_words', models.TextField(blank=True)),
                manager('cases'),
            ],
            options={'ordering': ['-started_on', '-pk']},
        ),
        migrations.CreateModel(
            name='Availability',
            fields=[
                key(),
                ('said_at', models.DateTimeField(db_index=True, null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('token_hash', models.CharField(blank=True, db_index=True, max_length=64)),
                (
                    'manager',
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='availability',
                        to='people.manager',
                    ),
                ),
            ],
        ),
    ]
