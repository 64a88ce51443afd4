"""When somebody calls, what the way to a start takes, and how the public form is guarded."""

from datetime import date

from django.db import migrations

OWN = "The firm's own choice"
VALUES = [
    ("ask.office_hours", {"opens": 9, "closes": 17}, OWN),
    ("ask.call_within_hours.high", 2, OWN),
    ("ask.call_within_hours.normal", 8, OWN),
    ("ask.link_days", 14, OWN),
    ("ask.path.proposal", 5, OWN),
    ("ask.path.choice", 5, OWN),
    ("ask.path.contract", 3, OWN),
    ("ask.path.screening", 28, "Certificate of conduct (VOG): decided within about four weeks (Justis)"),
    ("ask.path.works_council", 28, "Works Councils Act (WOR), article 30: in time to weigh; four weeks is usual"),
    ("ask.path.regulator", 42, "Suitability test by DNB or AFM: the firm's own estimate, to be checked for each case"),
    ("ask.path.long_assignment", 26, "Assessment of employment relations (DBA), enforced since 1 January 2025"),
    ("ask.spam", {"hold_at": 3, "quick_seconds": 4}, OWN),
    ("ask.most_requests", {"per_address": 20, "per_mail": 10}, OWN),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0002_first_values")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
