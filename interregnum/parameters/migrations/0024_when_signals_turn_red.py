"""From when on a signal about an assignment is amber, and from when on red."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "deliver.signal_bounds",
        {
            "missed_amber": 1,
            "missed_red": 2,
            "behind_red": 30,
            "plan_red": 42,
            "announce_red": 11,
            "decision_amber": 11,
            "decision_red": 21,
            "sponsor_amber": 80,
            "sponsor_red": 50,
            "sponsor_weeks": 2,
            "hours_amber": 6,
            "hours_red": 11,
            "unmet_amber": 7,
            "unmet_red": 14,
            "unseen_amber": 0,
            "unseen_red": 14,
            "ready_amber": 3,
            "ready_red": 2,
            "fallen_amber": 1,
            "fallen_red": 2,
        },
        "Early warnings of the practice (reports, plan, mandate, decisions, stakeholders); else the firm's choice",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0023_rhythm_of_reviews")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
