"""The narrow rows that matching reads. Each profile that is there already gets a note; the first list works them off."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("choose", "0001_shortlists_and_proposals"), ("people", "0001_people_and_organisations")]
    operations = [
        migrations.CreateModel(
            name="ProfileChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("manager", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="MatchName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("text", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "text"), name="match_name_once")],
            },
        ),
        migrations.CreateModel(
            name="MatchStep",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("token", models.CharField(blank=True, max_length=26)),
            ],
        ),
        migrations.CreateModel(
            name="ManagerRow",
            fields=[
                ("manager", models.BigIntegerField(primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=26)),
                ("changed", models.BigIntegerField(db_index=True)),
                ("active", models.SmallIntegerField()),
                ("available", models.IntegerField()),
                ("rate", models.IntegerField()),
                ("days", models.SmallIntegerField()),
                ("level", models.SmallIntegerField()),
                ("travel", models.SmallIntegerField()),
                ("x", models.SmallIntegerField()),
                ("y", models.SmallIntegerField()),
                ("reasons", models.SmallIntegerField()),
                ("categories", models.IntegerField()),
                ("referees", models.SmallIntegerField()),
                ("operational", models.SmallIntegerField()),
                ("adviser", models.SmallIntegerField()),
                ("coach", models.SmallIntegerField()),
                ("change", models.SmallIntegerField()),
                ("speed", models.SmallIntegerField()),
                ("breakthrough", models.SmallIntegerField()),
                ("permanent", models.SmallIntegerField()),
                ("consents", models.SmallIntegerField()),
                ("marks", models.TextField(blank=True)),
                ("employers", models.TextField(blank=True)),
                ("conflicts", models.TextField(blank=True)),
            ],
        ),
        migrations.RunSQL("INSERT INTO choose_profilechange (manager) SELECT id FROM people_manager", migrations.RunSQL.noop),
    ]
