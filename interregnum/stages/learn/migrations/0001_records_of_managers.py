"""Lines of the record of a manager, and their sums."""

import django.db.models.deletion
import interregnum.columns.fields
import interregnum.outside.chance
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('deliver', '0016_one_week_a_manager'),
        ('people', '0024_what_assignments_proved'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Record',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sums', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('manager', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='record', to='people.manager')),
            ],
        ),
        migrations.CreateModel(
            name='RecordLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('kind', interregnum.columns.fields.EnumField(max_length=20)),
                ('number', models.IntegerField()),
                ('of', models.PositiveIntegerField(default=0)),
                ('cause', models.CharField(blank=True, max_length=20)),
                ('on', models.DateField()),
                ('noted_at', models.DateTimeField()),
                ('shown_on', models.DateField(db_index=True)),
                ('comment', models.TextField(blank=True)),
                ('commented_at', models.DateTimeField(null=True)),
                ('contest', models.TextField(blank=True)),
                ('contested_at', models.DateTimeField(null=True)),
                ('is_struck', models.BooleanField(null=True)),
                ('verdict', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='record_lines', to='deliver.assignment')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='record_lines', to='people.manager')),
            ],
            options={
                'ordering': ['-on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('manager', 'assignment', 'kind'), name='one_record_line_a_kind')],
            },
        ),
    ]
