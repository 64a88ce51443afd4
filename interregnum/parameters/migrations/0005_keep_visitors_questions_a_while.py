"""How long the questions of visitors are kept, with who asked them."""

from datetime import date

from django.db import migrations

VALUES = [("ask.questions_kept_days", 180, "GDPR, article 5(1)(e): no longer than the answer needs")]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0004_terms_of_keeping")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
