"""How long what is known of people is kept, and how soon a question about it is answered."""

from datetime import date

from django.db import migrations

OWN = "The firm's own choice"
VALUES = [
    ("records.answer_months", 1, "GDPR (EU) 2016/679, article 12, third paragraph: within one month"),
    ("records.remind_days", 7, OWN),
    ("records.package_days", 7, OWN),
    ("records.rejected_days", 28, "Dutch data protection authority: four weeks after the procedure has ended"),
    ("records.pool_months", 12, "Dutch data protection authority: one year with consent, which can be given anew"),
    ("records.pool_remind_days", 30, OWN),
    ("records.mail_days", 30, OWN),
    ("records.idle_request_months", 12, OWN),
    ("records.invitation_days", 30, OWN),
    ("records.form_days", 7, OWN),
    ("records.data_request_months", 12, OWN),
    ("records.fiscal_years", 7, "General State Taxes Act (AWR), article 52, fourth paragraph: seven years"),
]


def fill(apps, schema_editor):
    Parameter = apps.get_model("parameters", "Parameter")
    Parameter.objects.bulk_create(
        Parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0003_terms_of_asking")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
