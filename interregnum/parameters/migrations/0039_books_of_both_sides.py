"""Numbers of the accounts for managers and for what is not billed yet, and when VAT is paid."""

from datetime import date

from django.db import migrations

NEW = [
    (
        "invoice.ledger_accounts_beside",
        {"costs": 7000, "vat_back": 1520, "creditors": 1600, "to_bill": 1290, "to_receive": 1690},
        "Usual numbers of a Dutch chart of accounts; the firm fills in its own",
    ),
    (
        "invoice.vat_return",
        {"period_months": 3, "pay_months": 1},
        "Art. 19 AWR: within a month after the quarter",
    ),
]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0038_paid_when_the_client_pays")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
