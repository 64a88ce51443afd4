"""A framework agreement that waits from before it had a last day to be signed gets one: as many days after it was drawn
up as any other, and nobody is surprised by it within two weeks of the upgrade."""

from datetime import timedelta

from django.db import migrations
from django.utils import timezone

DAYS_AFTER_UPGRADE = 14
# Where the firm has no value: what it would have begun with.
USUAL_DAYS = 21


def give_a_last_day(apps, _editor):
    today = timezone.localdate()
    values = apps.get_model("parameters", "Parameter").objects.filter(name="contract.lapse_days", valid_from__lte=today)
    days = values.order_by("-valid_from").values_list("value", flat=True).first() or USUAL_DAYS
    rows = apps.get_model("contract", "Framework").objects
    for row in rows.filter(signed_at=None, withdrawn_at=None, lapses_on=None).iterator():
        usual = timezone.localdate(row.drawn_at) + timedelta(days=days)
        row.lapses_on = max(usual, today + timedelta(days=DAYS_AFTER_UPGRADE))
        row.save(update_fields=["lapses_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0023_guard_framework_agreements"),
        ("parameters", "0016_order_and_terms_of_signing"),
    ]
    operations = [migrations.RunPython(give_a_last_day, migrations.RunPython.noop)]
