"""From when on each of the eighteen signals is amber or red, over how long is looked, and the ladder of escalation."""

from datetime import date

from django.db import migrations

MODEL = "Early warnings of the practice (eighteen signals); else the firm's choice"
BOUNDS = {
    # As they were.
    "missed_amber": 1,
    "missed_red": 2,
    "behind_red": 30,
    "plan_red": 42,
    "announce_red": 11,
    "decision_amber": 11,
    "decision_red": 21,
    "sponsor_amber": 80,
    "sponsor_red": 50,
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
    # New.
    "silent_amber": 10,
    "silent_red": 15,
    "cancels_amber": 1,
    "cancels_red": 2,
    "deviation_days_amber": 15,
    "deviation_days_red": 31,
    "deviation_count_red": 2,
    "result_overdue_red": 1,
    "decision_overdue_amber": 1,
    "against_change_amber": 1,
    "against_change_red": 2,
    "attendance_low_amber": 70,
    "attendance_low_red": 50,
    "old_way_amber": 14,
    "old_way_red": 42,
    "missed_reviews_amber": 1,
    "missed_reviews_red": 2,
    "heirless_amber": 50,
    "heirless_red": 75,
    "budget_unused_amber": 80,
    "budget_unused_red": 60,
    "load_long_amber": 5,
    "load_long_red": 8,
    "isolation_amber": 5,
    "isolation_red": 8,
    "undeclared_red": 1,
    "declared_late_amber": 1,
    "past_end_amber": 30,
    "past_end_red": 90,
    "long_running_amber": 30,
    "long_running_red": 90,
    "staff_leaving_amber": 1,
    "staff_leaving_red": 2,
}
NEW = [
    (
        "deliver.signal_windows",
        {
            "sponsor_weeks": 2,
            "drift_weeks": 4,
            "key_influence": 4,
            "fall_weeks": 4,
            "ready_days": 92,
            "attendance_weeks": 4,
            "leaving_days": 60,
            "long_months": 12,
        },
        MODEL,
    ),
    (
        "ensure.ladder",
        {
            "amber_days": 14,
            "first_hours": 48,
            "second_working_days": 5,
            "third_working_days": 10,
            "plan_weeks": 3,
            "guarantee_working_days": 2,
            "again_working_days": 10,
        },
        "Ladder of the practice: 48 hours, 5 and 10 working days, a plan of at most three weeks; else the firm's choice",
    ),
]
VALUES = [("deliver.signal_bounds", BOUNDS, MODEL), *NEW]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )
    # What a firm has chosen already stays, on whatever day it holds from.
    for row in parameter.objects.filter(name="deliver.signal_bounds"):
        row.value = {key: row.value.get(key, bound) for key, bound in BOUNDS.items()}
        row.save()


class Migration(migrations.Migration):
    dependencies = [("parameters", "0025_pulse_among_employees")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
