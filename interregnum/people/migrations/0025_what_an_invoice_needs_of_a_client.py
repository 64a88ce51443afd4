"""Where a client is established, why no VAT is charged to it, and whether it is large by law."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0024_what_assignments_proved")]
    operations = [
        migrations.AddField("organisation", "country", models.CharField(default="NL", max_length=2)),
        migrations.AddField("organisation", "vat_exemption", models.CharField(blank=True, max_length=120)),
        migrations.AddField("organisation", "is_large", models.BooleanField(default=False)),
    ]
