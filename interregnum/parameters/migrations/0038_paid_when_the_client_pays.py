"""How long a manager waits for the client's payment in a new contract: not at all, unless the firm wants it so."""

from datetime import date

from django.db import migrations

NEW = [("contract.paid_when_paid_days", 0, "House rule: whoever worked is paid, whether the client has paid or not")]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0037_terms_of_the_books")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
