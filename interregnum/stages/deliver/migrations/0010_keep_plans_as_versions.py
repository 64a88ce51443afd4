"""The two texts of a plan become parts of it, and what lay with a client becomes its first version."""

from django.db import migrations
from django.utils import timezone

STATES = {"proposed": "offered", "agreed": "approved", "sent_back": "sent_back"}


def keep(apps, schema_editor):
    texts, versions = apps.get_model("deliver", "PlanText"), apps.get_model("deliver", "PlanVersion")
    now = timezone.now()  # noqa: TID251 - the moment of the upgrade itself
    for row in apps.get_model("deliver", "Assignment").objects.order_by("pk").iterator(500):
        said = {part: text for part, text in (("facts", row.diagnosis), ("approach", row.approach)) if text}
        texts.objects.bulk_create(texts(assignment=row, part=part, text=text) for part, text in said.items())
        if row.plan_state in STATES:
            versions.objects.create(
                assignment=row,
                number=1,
                state=STATES[row.plan_state],
                content=_content(row, said),
                offered_at=row.plan_agreed_at or now,
                answered_at=row.plan_agreed_at,
                remark=row.plan_note,
            )


def _content(row, said):
    return {
        "texts": said,
        "results": [
            {
                "title": one.title,
                "unit": one.unit,
                "baseline": str(one.baseline),
                "target": str(one.target),
                "due_on": one.due_on.isoformat(),
                "code": one.code,
            }
            for one in row.results.order_by("position", "pk")
        ],
        "phases": [
            {"title": one.title, "ends_on": one.ends_on.isoformat(), "checkpoint": one.checkpoint}
            for one in row.phases.order_by("position", "pk")
        ],
        "first_result_on": None,
    }


class Migration(migrations.Migration):
    dependencies = [("deliver", "0009_plans_of_parts_and_versions")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
