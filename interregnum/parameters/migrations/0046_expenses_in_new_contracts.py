"""What a new contract says of expenses: passed on at cost without a limit, unless the firm wants it otherwise."""

from datetime import date

from django.db import migrations

HOUSE = "House rule: travel is in the rate, other expenses are passed on at cost when the client agreed beforehand"
NEW = [("contract.expenses_included", False, HOUSE), ("contract.expenses_month_cap", 0, HOUSE)]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0045_terms_of_uploads_and_failed_mail")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
