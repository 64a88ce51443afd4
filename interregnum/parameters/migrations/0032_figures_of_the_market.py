"""What the market says of itself, beside what the firm proves."""

from datetime import date

from django.db import migrations

VALUES = [
    ("learn.review_days", 7, "House rule: a review that is held within a week of its day is on time"),
    ("learn.market.shortlist_hours", 48, "Advertised by a Danish and a Dutch bureau: two or three profiles in 48 hours"),
    ("learn.market.start_days", 14, "A Danish provider: five to ten working days after the first talk"),
    ("learn.market.first_result_days", 30, "A Swiss practitioner: thirty days to show evidence"),
    ("learn.market.client_tenths", 78, "One Dutch bureau: 7.8 over 279 forms in six years"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0031_terms_of_the_hand_over")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
