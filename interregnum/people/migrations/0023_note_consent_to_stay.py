"""What is noted of the consent to stay of whoever the bureau brings in."""

from django.db import migrations, models
from django.db.models import deletion


class Migration(migrations.Migration):
    dependencies = [("people", "0022_who_may_sign_for_a_client")]
    operations = [
        migrations.CreateModel(
            "StayConsent",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_on", models.DateField(null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.CharField(max_length=26)),
                ("read_at", models.DateTimeField(db_index=True, null=True)),
                (
                    "manager",
                    models.OneToOneField(
                        on_delete=deletion.CASCADE, related_name="stay_consent", to="people.manager"
                    ),
                ),
            ],
        ),
        *(
            migrations.AddField(table, name, field)
            for table in ("import", "cvfile")
            for name, field in (
                ("consented_on", models.DateField(null=True)),
                ("consent_source", models.CharField(blank=True, max_length=200)),
            )
        ),
    ]
