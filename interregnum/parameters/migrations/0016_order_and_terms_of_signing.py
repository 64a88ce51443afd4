"""Who signs a contract first, when that is asked again, and when an unsigned contract lapses."""

from datetime import date

from django.db import migrations

VALUES = [
    ("contract.manager_first", False, "House rule: the client confirms the assignment first, then the manager commits to it"),
    ("contract.remind_days", [3, 7], "House rule: asked again after three days and after a week"),
    ("contract.lapse_days", 21, "House rule: who has not signed after three weeks is asked what stands in the way"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0015_profiles_without_consent")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
