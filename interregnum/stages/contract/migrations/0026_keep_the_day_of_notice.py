"""The last day that ordinary notice gave a contract stays, whatever ends it before that day."""

from django.db import migrations, models


def keep_what_was_given(apps, _editor):
    given = apps.get_model("contract", "Contract").objects.filter(leaving__in=("by_client", "by_firm"))
    given.update(notice_until=models.F("runs_until"))


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0025_managers_who_are_away_long"),
    ]

    operations = [
        migrations.AddField(
            model_name="contract",
            name="notice_until",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(keep_what_was_given, migrations.RunPython.noop),
    ]
