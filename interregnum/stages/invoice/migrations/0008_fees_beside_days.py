"""Fees that were agreed beside days, in terms or for a result, with the client's answer."""

import django.db.models.deletion
import interregnum.columns.fields
import interregnum.outside.chance
import interregnum.stages.invoice.rules.fees
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0016_one_week_a_manager'),
        ('invoice', '0007_what_is_billed_beside_days'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Fee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField(default=interregnum.outside.chance.new_code, editable=False, max_length=26, unique=True)),
                ('kind', interregnum.columns.fields.EnumField(max_length=20)),
                ('text', models.CharField(max_length=160)),
                ('amount', interregnum.columns.fields.MoneyField()),
                ('result', models.CharField(blank=True, max_length=26)),
                ('norm', models.JSONField(default=dict)),
                ('state', interregnum.columns.fields.EnumField(db_index=True, default=interregnum.stages.invoice.rules.fees.FeeState['ASKED'], max_length=20)),
                ('written_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('earned_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fees', to='deliver.assignment')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='FeeTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('amount', interregnum.columns.fields.MoneyField()),
                ('extra', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='fee_term', to='invoice.extra')),
                ('fee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='invoice.fee')),
            ],
            options={
                'ordering': ['day', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='fee',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='a_fee_is_more_than_nothing'),
        ),
        migrations.AddConstraint(
            model_name='fee',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('result', ''), _negated=True), ('state__in', ['asked', 'agreed', 'earned'])), fields=('assignment', 'result'), name='one_fee_a_result'),
        ),
        migrations.AddConstraint(
            model_name='feeterm',
            constraint=models.UniqueConstraint(fields=('fee', 'day'), name='one_fee_term_a_day'),
        ),
    ]
