from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def follow_the_request(apps, schema_editor):
    """Of requests that were given to a colleague before an assignment went along: who guards the request guards both."""
    contracts = apps.get_model("contract", "Contract").objects.filter(pk=OuterRef("contract"))
    owner = Subquery(contracts.values("brief__request__owner")[:1])
    apps.get_model("deliver", "Assignment").objects.exclude(owner=F("contract__brief__request__owner")).update(owner=owner)


class Migration(migrations.Migration):

    dependencies = [
        ("deliver", "0018_take_counts_away"),
    ]

    operations = [
        migrations.RunPython(follow_the_request, migrations.RunPython.noop),
    ]
