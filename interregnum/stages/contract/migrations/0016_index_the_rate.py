"""Raises of the rates by the index, as they were told: each with its day and percents, for good."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contract', '0015_paid_when_the_client_pays'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Indexation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holds_from', models.DateField()),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('manager_percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('index_percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('told_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indexations', to='contract.contract')),
                ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['holds_from', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('contract', 'holds_from'), name='one_raise_a_day')],
            },
        ),
    ]
