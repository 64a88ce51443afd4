"""What is watched of how people choose from lists: whether they still decide, and whether all are treated alike."""

from datetime import date

from django.db import migrations

VALUES = [
    ("choose.bias_decisions", 50, "House rule: fewer choices show no habit"),
    ("choose.bias_percent", 95, "House rule: who nearly always follows the list is no longer deciding"),
    ("choose.contest_days", 14, "House rule: so long after the choice a manager may contest it"),
    ("choose.contest_answer_days", 14, "House rule: so soon another person answers; GDPR, article 22(3)"),
    ("choose.contest_remind_days", 4, "House rule: so long before that day who must answer is reminded"),
    ("choose.warn_candidates", 3, "House rule: two or three are chosen from sooner and better"),
    ("choose.warn_rounds", 2, "House rule: a third round says that the question is not clear"),
    ("choose.decision_days", 5, "House rule: a week for one talk each, and two working days to decide"),
    ("choose.least_in_group", 30, "House rule: of fewer people no share says anything"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0009_applications_are_kept_a_while")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
