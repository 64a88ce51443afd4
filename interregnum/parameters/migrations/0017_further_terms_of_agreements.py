"""The terms that the other clauses of an agreement bind to."""

from datetime import date

from django.db import migrations

VALUES = [
    (
        "contract.terms",
        {
            "indexation_months": 12,
            "solicitation_months": 12,
            "takeover_days": 20,
            "absence_working_days": 10,
            "breach_hours": 24,
            "liability_months": 6,
            "insured_amount": 1000000,
        },
        "Usual in the Dutch practice; the firm decides",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0016_order_and_terms_of_signing")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
