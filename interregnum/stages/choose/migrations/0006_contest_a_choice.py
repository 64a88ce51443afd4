"""A manager may contest a choice, and somebody else than who made it answers."""

import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields


def to(model, on_delete, related_name="+", null=False):
    return models.ForeignKey(null=null, on_delete=on_delete, related_name=related_name, to=model)


class Migration(migrations.Migration):
    dependencies = [("choose", "0005_say_why_a_choice_departs")]
    operations = [
        migrations.CreateModel(
            name="Contest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", interregnum.columns.fields.CodeField()),
                ("state", interregnum.columns.fields.EnumField(default="open", max_length=20)),
                ("words", models.TextField()),
                ("contested_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", to("people.account", django.db.models.deletion.PROTECT, null=True)),
                ("manager", to("people.manager", django.db.models.deletion.PROTECT)),
                ("redrawn", to("choose.shortlist", django.db.models.deletion.SET_NULL, null=True)),
                ("shortlist", to("choose.shortlist", django.db.models.deletion.CASCADE, "contests")),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "constraints": [models.UniqueConstraint(fields=("shortlist", "manager"), name="contested_once")],
            },
        ),
    ]
