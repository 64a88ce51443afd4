"""Terms that the firm sets itself around the guarantee; those of the clause stand in each contract as signed."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "guarantee.clock",
        {"acknowledge_seconds": 60, "list_seconds": 2, "hearing_working_days": 5, "cause_working_days": 10},
        "House rule: receipt within the minute, profiles within two seconds, the manager heard within a week",
    ),
    ("guarantee.standby_weeks", 26, "House rule: whoever stands by for a client is asked anew after half a year"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0026_bounds_of_all_signals")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
