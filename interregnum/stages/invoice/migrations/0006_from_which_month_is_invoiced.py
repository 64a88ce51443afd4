"""Whoever worked here before there were invoices has invoiced those days elsewhere: the books begin this month."""

from django.db import migrations, models
from django.utils import timezone


def begin_now(apps, schema_editor):
    """Where hours stand approved and no invoice was made yet."""
    hours, invoices = apps.get_model("deliver", "HoursDay"), apps.get_model("invoice", "Invoice")
    if hours.objects.filter(approved__gt=0).exists() and not invoices.objects.exists():
        month = timezone.localdate().replace(day=1)
        apps.get_model("invoice", "Books").objects.update_or_create(pk=1, defaults={"begins_on": month})


class Migration(migrations.Migration):
    dependencies = [
        ("deliver", "0016_one_week_a_manager"),
        ("invoice", "0005_payments_of_the_bank"),
    ]

    operations = [
        migrations.AddField(model_name="books", name="begins_on", field=models.DateField(null=True)),
        migrations.RunPython(begin_now, migrations.RunPython.noop),
    ]
