"""What a list was drawn from is kept under a seal, and narrow rows as they were, so that a list can be drawn again."""

from django.db import migrations, models

SMALL = (
    "days level travel x y reasons referees operational adviser coach change speed breakthrough steadiness vouched "
    "permanent consents"
).split()
LARGE = ("available", "rate", "categories")
TEXTS = ("marks", "employers", "conflicts")


class Migration(migrations.Migration):
    dependencies = [("choose", "0003_subjects_steadiness_and_referees")]
    operations = [
        migrations.AddField("shortlist", "record", models.JSONField(default=dict)),
        migrations.AddField("listed", "read", models.JSONField(default=dict)),
        migrations.CreateModel(
            name="PastRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=26)),
                ("changed", models.BigIntegerField(db_index=True)),
                ("active", models.SmallIntegerField()),
                *((name, models.SmallIntegerField()) for name in SMALL),
                *((name, models.IntegerField()) for name in LARGE),
                *((name, models.TextField(blank=True)) for name in TEXTS),
                ("manager", models.BigIntegerField(db_index=True)),
                ("until", models.BigIntegerField(db_index=True)),
            ],
        ),
    ]
