"""A framework agreement has a last day to be signed, and says why it was taken back; it is signed on paper as well."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("contract", "0017_carry_out_what_was_brought_in"),
        ("files", "0001_keep_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("framework", "lapses_on", models.DateField(null=True)),
        migrations.AddField("framework", "is_lapsed", models.BooleanField(default=False)),
        migrations.AddField("framework", "end_reason", models.TextField(blank=True)),
        migrations.AddField(
            "framework",
            "scan",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
            ),
        ),
        migrations.AddField("framework", "scan_sha256", models.CharField(blank=True, max_length=64)),
        migrations.AddField("framework", "paper_on", models.DateField(null=True)),
        migrations.AddField("framework", "entitled", models.CharField(blank=True, max_length=200)),
        migrations.AddField(
            "framework",
            "scanned_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
