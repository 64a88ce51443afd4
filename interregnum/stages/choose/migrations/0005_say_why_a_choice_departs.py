"""Where a person's choice departs from a list the reason is kept; a proposal knows its list and who asked."""

import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields

ACCOUNT = models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.account")
LIST = models.ForeignKey(
    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="proposals", to="choose.shortlist"
)


class Migration(migrations.Migration):
    dependencies = [
        ("choose", "0004_keep_what_lists_were_drawn_from"),
        ("people", "0013_keep_what_stands_behind_a_profile"),
    ]
    operations = [
        migrations.AddField("proposal", "departs", models.BooleanField(null=True)),
        migrations.AddField("proposal", "invited_by", ACCOUNT),
        migrations.AddField("proposal", "shortlist", LIST),
        migrations.CreateModel(
            name="Departure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deed", interregnum.columns.fields.EnumField(max_length=20)),
                ("why", interregnum.columns.fields.EnumField(max_length=20)),
                ("words", models.TextField(blank=True)),
                ("by", models.CharField(max_length=26)),
                ("at", models.DateTimeField()),
                (
                    "manager",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.manager"
                    ),
                ),
                (
                    "shortlist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="departures", to="choose.shortlist"
                    ),
                ),
            ],
            options={"ordering": ["pk"]},
        ),
    ]
