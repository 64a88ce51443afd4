"""Questions about a proposal, acquaintances, and how they went by both sides."""

import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("choose", "0009_say_which_brief_a_list_was_drawn_from")]
    operations = [
        migrations.CreateModel(
            name="Acquaintance",
            fields=[
                ("id", key()),
                ("state", interregnum.columns.fields.EnumField(default="proposed", max_length=20)),
                ("side", interregnum.columns.fields.EnumField(max_length=20)),
                ("slots", models.JSONField()),
                ("place", models.CharField(blank=True, max_length=160)),
                ("starts_at", models.DateTimeField(null=True)),
                ("turn", models.PositiveSmallIntegerField(default=0)),
                (
                    "candidacy",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="acquaintance", to="choose.candidacy"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProposalQuestion",
            fields=[
                ("id", key()),
                ("code", interregnum.columns.fields.CodeField()),
                ("text", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="choose.proposal"
                    ),
                ),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.CreateModel(
            name="Chemistry",
            fields=[
                ("id", key()),
                ("side", interregnum.columns.fields.EnumField(max_length=20)),
                ("answers", models.JSONField()),
                ("words", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "acquaintance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chemistry", to="choose.acquaintance"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("acquaintance", "side"), name="chemistry_once_a_side")
                ],
            },
        ),
    ]
