"""Whoever asks for their own data without an account is answered in the language in which they asked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0004_stays_without_consent")]
    operations = [migrations.AddField("datarequest", "language", models.CharField(default="nl", max_length=5))]
