"""Above which amount a manager says why an expense is so much."""

from datetime import date

from django.db import migrations

NEW = [("invoice.expense_reason_above", 250, "House rule: whoever spends more than € 250 at once says why")]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0042_how_rates_are_indexed")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
