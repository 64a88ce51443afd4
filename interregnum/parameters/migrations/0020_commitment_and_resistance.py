"""What counts for commitment and resistance, and how long it is kept who stood where."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "deliver.group_floor",
        5,
        "House rule: others than the manager and the shadow manager read of five people together or more",
    ),
    ("deliver.effect_days", 14, "House rule: what an approach to resistance did is asked after two weeks"),
    ("deliver.readiness_low", 3, "House rule: a step that scores three of five or less holds a group up"),
    (
        "deliver.odds_above",
        {"doubt_above": 14, "against_above": 17},
        "Sirkin, Keenan and Jackson, The Hard Side of Change Management (2005): up to 14 wins, above 17 fails",
    ),
    (
        "records.stances_months",
        3,
        "House rule: who stood where on an assignment is forgotten three months after its last day",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0019_ask_before_a_contract_ends")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
