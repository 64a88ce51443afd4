"""What already runs has passed its gates, before they were kept here: nothing that runs stops."""

from django.db import migrations
from django.utils import timezone

GATES = (
    "signatures", "conflicts", "declaration", "conduct", "employment", "regulator", "works_council", "relation",
    "insurance", "feasibility", "mandate", "successor",
)  # fmt: skip


def mark(apps, schema_editor):
    now = timezone.now()  # noqa: TID251 - the moment of the upgrade itself
    made = apps.get_model("deliver", "GateMark")
    begun = apps.get_model("deliver", "Assignment").objects.exclude(state="landing")
    made.objects.bulk_create(
        (
            made(contract_id=contract, gate=gate, kind="before", made_at=now)
            for contract in begun.values_list("contract_id", flat=True)
            for gate in GATES
        ),
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [("deliver", "0003_gates")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
