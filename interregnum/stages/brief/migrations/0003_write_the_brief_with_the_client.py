"""A brief says more, and goes to the client in versions; what was agreed before counts as approved then."""

import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields

KEPT = (
    "category", "reasons", "grounds", "problem", "result_wanted", "level", "context", "disciplines", "sector", "weeks",
    "days_a_week", "place", "languages", "screenings", "assurance",
)  # fmt: skip


def approve_what_was_agreed(apps, schema_editor):
    Brief, BriefVersion = apps.get_model("brief", "Brief"), apps.get_model("brief", "BriefVersion")
    for row in Brief.objects.filter(state="agreed").select_related("request").iterator():
        content = {name: getattr(row, name) or None for name in KEPT} | {
            **{name: getattr(row, name) for name in ("reasons", "grounds", "disciplines", "languages", "screenings")},
            **{name: getattr(row, name) for name in ("problem", "result_wanted", "sector", "place")},
            "role_mix": [row.operational, row.adviser, row.coach, row.change],
            "starts_on": row.starts_on.isoformat() if row.starts_on else None,
            "rate_ceiling": row.rate_ceiling.cents if row.rate_ceiling else None,
        }
        at = row.agreed_at or row.request.received_at
        BriefVersion.objects.create(
            brief=row, number=1, state="approved", content=content, offered_at=at, answered_at=at
        )
        Brief.objects.filter(pk=row.pk).update(approved=1)


def to_account():
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.account"
    )


def words(name):
    return migrations.AddField("brief", name, models.TextField(blank=True, default=""), preserve_default=False)


class Migration(migrations.Migration):
    dependencies = [("brief", "0002_screenings_that_a_brief_requires"), ("people", "0021_find_duplicates_of_managers")]
    operations = [
        migrations.AddField(
            "brief", "problem_owner", models.CharField(max_length=160, blank=True, default=""), preserve_default=False
        ),
        migrations.AddField("brief", "results", models.JSONField(default=list)),
        *map(words, ("scope", "limits", "mandate_wanted", "risks", "successor", "assurance_reason")),
        migrations.AddField("brief", "sponsor_hours", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField(
            "brief",
            "stakes",
            interregnum.columns.fields.EnumField(blank=True, max_length=20, default=""),
            preserve_default=False,
        ),
        migrations.AddField("brief", "budget", interregnum.columns.fields.MoneyField(null=True)),
        migrations.AddField("brief", "approved", models.PositiveSmallIntegerField(null=True)),
        migrations.CreateModel(
            name="BriefVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("state", interregnum.columns.fields.EnumField(default="offered", max_length=20)),
                ("content", models.JSONField()),
                ("offered_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("remark", models.TextField(blank=True)),
                ("answered_by", to_account()),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="brief.brief"
                    ),
                ),
                ("offered_by", to_account()),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("brief", "number"), name="brief_version_once")],
            },
        ),
        migrations.RunPython(approve_what_was_agreed, migrations.RunPython.noop),
    ]
