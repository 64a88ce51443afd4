"""When managers are asked for a new declaration, and reminded of an insurance."""

from datetime import date

from django.db import migrations

VALUES = [
    ("people.declaration_months", 12, "House rule: interests and plans are declared anew each year"),
    ("people.insurance_remind_days", 30, "House rule: a month is enough to renew a policy"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0007_ask_when_managers_are_free")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
