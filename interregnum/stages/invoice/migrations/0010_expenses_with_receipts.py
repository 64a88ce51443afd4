"""What a manager declares, with its receipt."""

import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields


class Migration(migrations.Migration):
    dependencies = [("files", "0001_keep_files"), ("invoice", "0009_invoices_of_managers_stay")]

    operations = [
        migrations.CreateModel(
            name="Expense",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", interregnum.columns.fields.EnumField(max_length=20)),
                ("gross", interregnum.columns.fields.MoneyField()),
                ("vat", interregnum.columns.fields.MoneyField()),
                ("agreed", models.CharField(blank=True, max_length=200)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "extra",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="expense", to="invoice.extra"
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(vat__gte=0, gross__gt=models.F("vat")), name="vat_is_in_it")
                ],
            },
        ),
    ]
