"""How long a manager waits at the longest, where the agreement says that payment follows the client's."""

from datetime import date

from django.db import migrations

LAW = "Civil Code (BW), article 6:119a, fifth paragraph: at most sixty days between companies"
VALUES = [("invoice.client_wait_days", 60, LAW)]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0035_when_is_given_back")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
