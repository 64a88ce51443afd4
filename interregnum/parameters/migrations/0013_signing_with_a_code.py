"""Terms of signing: how long a code works, how often it may be tried, and how long the network address is kept."""

from datetime import date

from django.db import migrations

VALUES = [
    ("contract.code_minutes", 10, "House rule: NIST SP 800-63B, 5.1.3.2 sets ten minutes at most for a code by another way"),
    ("contract.code_tries", 5, "House rule: of a million codes five tries guess one in 200,000 times"),
    ("contract.codes_an_hour", 5, "House rule: who needs more than that has another trouble"),
    ("records.signing_address_months", 60, "Civil Code, book 3, article 307: a claim for what was agreed ends after five years"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0012_how_long_screenings_hold")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
