"""A brief that came in agreed gets a version of what holds, so that no draft of the next one holds instead.

What was being rewritten already is kept as it stands now: that is what held until today.
"""

from django.db import migrations

KEPT = (
    "problem", "result_wanted", "disciplines", "sector", "weeks", "days_a_week", "place", "languages", "reasons",
    "grounds", "screenings", "problem_owner", "results", "scope", "limits", "mandate_wanted", "sponsor_hours", "risks",
    "successor", "assurance_reason",
)  # fmt: skip
CODES = ("category", "level", "context", "assurance", "stakes")


def keep_what_holds(apps, schema_editor):
    Brief, BriefVersion = apps.get_model("brief", "Brief"), apps.get_model("brief", "BriefVersion")
    for row in Brief.objects.filter(agreed_at__isnull=False, approved=None, versions=None).iterator():
        content = {name: getattr(row, name) for name in KEPT} | {
            **{name: str(getattr(row, name)) or None for name in CODES},
            "role_mix": [row.operational, row.adviser, row.coach, row.change],
            "starts_on": row.starts_on.isoformat() if row.starts_on else None,
            **{name: one.cents if (one := getattr(row, name)) else None for name in ("rate_ceiling", "budget")},
        }
        at = row.agreed_at
        BriefVersion.objects.create(
            brief=row, number=1, state="approved", content=content, offered_at=at, answered_at=at
        )
        Brief.objects.filter(pk=row.pk).update(approved=1)


class Migration(migrations.Migration):

    dependencies = [
        ('brief', '0003_write_the_brief_with_the_client'),
    ]

    operations = [
        migrations.RunPython(keep_what_holds, migrations.RunPython.noop),
    ]
