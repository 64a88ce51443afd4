"""What the firm proved: one row for each brief that came to its end."""


import django.db.models.deletion
import interregnum.columns.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brief', '0003_write_the_brief_with_the_client'),
        ('deliver', '0016_one_week_a_manager'),
        ('learn', '0001_records_of_managers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', interregnum.columns.fields.EnumField(max_length=20)),
                ('discipline', models.CharField(blank=True, max_length=40)),
                ('level', models.CharField(blank=True, max_length=20)),
                ('year', models.PositiveSmallIntegerField(db_index=True)),
                ('closed_on', models.DateField()),
                ('cause', models.CharField(blank=True, max_length=20)),
                ('shortlist', models.PositiveIntegerField(null=True)),
                ('start', models.IntegerField(null=True)),
                ('first_result', models.PositiveIntegerField(null=True)),
                ('filled', models.PositiveSmallIntegerField()),
                ('filled_of', models.PositiveSmallIntegerField(default=1)),
                ('reached', models.PositiveIntegerField(null=True)),
                ('reached_of', models.PositiveIntegerField(default=0)),
                ('reviews', models.PositiveIntegerField(null=True)),
                ('reviews_of', models.PositiveIntegerField(default=0)),
                ('guarantee', models.PositiveSmallIntegerField(null=True)),
                ('guarantee_of', models.PositiveSmallIntegerField(default=1)),
                ('client', models.PositiveSmallIntegerField(null=True)),
                ('manager', models.PositiveSmallIntegerField(null=True)),
                ('employees', models.PositiveSmallIntegerField(null=True)),
                ('hits', models.PositiveSmallIntegerField(null=True)),
                ('hits_of', models.PositiveSmallIntegerField(default=0)),
                ('assignment', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='deliver.assignment')),
                ('brief', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='brief.brief')),
            ],
            options={
                'ordering': ['-closed_on', '-pk'],
            },
        ),
    ]
