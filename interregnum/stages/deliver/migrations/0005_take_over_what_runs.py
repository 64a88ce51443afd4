import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contract', '0006_sign_in_an_order_and_in_time'),
        ('deliver', '0004_what_runs_has_passed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TakenOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hours_billed', models.DecimalField(decimal_places=2, max_digits=8)),
                ('taken_over_at', models.DateTimeField()),
                ('contract', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='taken_over', to='contract.contract')),
                ('taken_over_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
    ]
