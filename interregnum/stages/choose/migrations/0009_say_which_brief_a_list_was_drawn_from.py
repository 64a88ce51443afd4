"""A list says from which version of the brief it was drawn."""

from django.db import migrations, models


def name_the_first(apps, schema_editor):
    apps.get_model("choose", "Shortlist").objects.update(brief_version=1)


class Migration(migrations.Migration):
    dependencies = [
        ("choose", "0008_days_of_screenings"),
        ("brief", "0003_write_the_brief_with_the_client"),
    ]
    operations = [
        migrations.AddField("shortlist", "brief_version", models.PositiveSmallIntegerField(null=True)),
        migrations.RunPython(name_the_first, migrations.RunPython.noop),
    ]
