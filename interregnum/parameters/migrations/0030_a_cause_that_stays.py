"""From how many days on it is amber, and red, that what lay under a replacement is not mended for the successor."""

from importlib import import_module

from django.db import migrations

_BEFORE = import_module("interregnum.parameters.migrations.0026_bounds_of_all_signals")
FRESH = {"cause_stays_amber": 1, "cause_stays_red": 15}
VALUES = [("deliver.signal_bounds", _BEFORE.BOUNDS | FRESH, _BEFORE.MODEL)]


def fill(apps, schema_editor):
    for row in apps.get_model("parameters", "Parameter").objects.filter(name="deliver.signal_bounds"):
        row.value = FRESH | row.value
        row.save()


class Migration(migrations.Migration):
    dependencies = [("parameters", "0029_terms_of_records")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
