"""A contract that came in carries out the version of the brief that came in with it, whatever is agreed later."""

from django.db import migrations


def say_which_version(apps, schema_editor):
    """Of a version that nobody offered: agreed before versions were kept, or brought in with its contract."""
    BriefVersion, Contract = apps.get_model("brief", "BriefVersion"), apps.get_model("contract", "Contract")
    came_in = BriefVersion.objects.filter(number=1, state="approved", offered_by=None)
    rows = Contract.objects.filter(brief_version=None, amends=None, brief__in=came_in.values("brief"))
    rows.update(brief_version=1)


class Migration(migrations.Migration):

    dependencies = [
        ('brief', '0004_keep_what_was_brought_in'),
        ('contract', '0016_index_the_rate'),
    ]

    operations = [
        migrations.RunPython(say_which_version, migrations.RunPython.noop),
    ]
