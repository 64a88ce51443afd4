"""What a line of a manager's record needs, and how small numbers are told."""

from datetime import date

from django.db import migrations

VALUES = [
    ("learn.deadlock_days", 20, "Early warnings of the practice: a decision that lies open for over 20 days is red"),
    ("learn.manager_first_days", 14, "House rule: a manager reads a new line two weeks before the bureau does"),
    ("learn.confirmed_tenths", 70, "House rule: a client who gives 7 or more confirms the case, in tenths"),
    ("learn.shrink_strength", 4, "House rule: as if four more cases of the firm's mean were known"),
    ("learn.least_lines", 5, "No figure of fewer than five cases is shown"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0028_terms_of_introduced_persons")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
