"""What the future-proof index weighs, when a manager may leave, and when is asked what stayed."""

from datetime import date
from importlib import import_module

from django.db import migrations

FIRST = date(2020, 1, 1)
NEW = [
    (
        "handover.index_weights",
        {
            "owner": 15,
            "measured": 15,
            "procedure": 10,
            "system": 15,
            "trained": 10,
            "successor": 10,
            "across": 10,
            "sponsor": 10,
            "attitude": 5,
        },
        "House rule after what makes changes last: owner, measure and system weigh most",
    ),
    (
        "handover.gate",
        {"least": 70, "trained_percent": 80},
        "House rule: 70 of 100 points at least, and four of five people trained",
    ),
    (
        "keep.months",
        {"first": 3, "second": 6, "third": 12},
        "House rule: a change is looked at again after three, six and twelve months",
    ),
    (
        "keep.days",
        {"remind": 10, "escalate": 21, "open": 35},
        "House rule: asked again after ten days, the firm calls after three weeks, five weeks are enough",
    ),
]
_BEFORE = import_module("interregnum.parameters.migrations.0030_a_cause_that_stays")
((_NAME, _BOUNDS, _MODEL),) = _BEFORE.VALUES
BOUNDS = {"ownerless_amber": 50, "ownerless_red": 75}
VALUES = [*NEW, (_NAME, _BOUNDS | BOUNDS, _MODEL)]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=FIRST) for name, value, source in NEW
    )
    for row in parameter.objects.filter(name="deliver.signal_bounds"):
        row.value = BOUNDS | row.value
        row.save(update_fields=["value"])


class Migration(migrations.Migration):
    dependencies = [("parameters", "0030_a_cause_that_stays")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
