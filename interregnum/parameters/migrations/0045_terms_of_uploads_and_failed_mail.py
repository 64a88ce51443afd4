"""How long stays what was uploaded and not taken over, and the text of a mail that could not be sent."""

from datetime import date

from django.db import migrations

AUTHORITY = "Dutch data protection authority (AP): data of applicants, four weeks"
VALUES = [
    ("records.failed_mail_days", 90, "House rule: long enough to send it again"),
    ("records.import_days", 30, "House rule: long enough to mend what was refused"),
    ("records.cv_days", 28, AUTHORITY),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0044_days_to_say_how_it_went")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
