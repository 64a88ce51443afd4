
import django.db.models.deletion
import interregnum.columns.fields
import interregnum.outside.chance
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0011_drop_the_two_texts_of_a_plan'),
        ('files', '0001_keep_files'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SharedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('for_bureau', models.BooleanField(default=False)),
                ('for_client', models.BooleanField(default=False)),
                ('for_manager', models.BooleanField(default=False)),
                ('for_shadow', models.BooleanField(default=False)),
                ('party', interregnum.columns.fields.EnumField(max_length=20)),
                ('added_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('title', models.CharField(max_length=120)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='SharedFileVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('added_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='SharedNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('for_bureau', models.BooleanField(default=False)),
                ('for_client', models.BooleanField(default=False)),
                ('for_manager', models.BooleanField(default=False)),
                ('for_shadow', models.BooleanField(default=False)),
                ('party', interregnum.columns.fields.EnumField(max_length=20)),
                ('added_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='SharedTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('what', models.CharField(max_length=200)),
                ('whose', interregnum.columns.fields.EnumField(max_length=20)),
                ('due_on', models.DateField(db_index=True)),
                ('added_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='chosenapproach',
            name='one_open_approach',
        ),
        migrations.RemoveConstraint(
            model_name='stakeholder',
            name='one_stake_a_name',
        ),
        migrations.AddField(
            model_name='chosenapproach',
            name='word',
            field=interregnum.columns.fields.EnumField(blank=True, default='', max_length=20),
        ),
        migrations.AddField(
            model_name='chosenapproach',
            name='word_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='chosenapproach',
            name='word_why',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='stakeholder',
            name='removed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='stakeholder',
            name='version',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddConstraint(
            model_name='chosenapproach',
            constraint=models.UniqueConstraint(condition=models.Q(('effect', ''), ('word__in', ('', 'asked', 'agreed'))), fields=('resistance',), name='one_open_approach'),
        ),
        migrations.AddConstraint(
            model_name='stakeholder',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('assignment', 'name_key'), name='one_stake_a_name'),
        ),
        migrations.AddField(
            model_name='sharedfile',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sharedfile',
            name='assignment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_files', to='deliver.assignment'),
        ),
        migrations.AddField(
            model_name='sharedfileversion',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sharedfileversion',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='deliver.sharedfile'),
        ),
        migrations.AddField(
            model_name='sharedfileversion',
            name='stored',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile'),
        ),
        migrations.AddField(
            model_name='sharednote',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sharednote',
            name='assignment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_notes', to='deliver.assignment'),
        ),
        migrations.AddField(
            model_name='sharedtask',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sharedtask',
            name='assignment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_tasks', to='deliver.assignment'),
        ),
        migrations.AddField(
            model_name='sharedtask',
            name='done_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='sharedfileversion',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='file_version_once'),
        ),
    ]
