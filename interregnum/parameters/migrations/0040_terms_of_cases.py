"""What a case of the library may tell, and for how long its client agrees."""

from datetime import date

from django.db import migrations

NEW = [
    (
        "learn.case_bounds",
        {"organisations": 3, "figures": 2, "from": 100},
        "House rule: what fewer than three clients share is not told; figures from a hundred on are round",
    ),
    (
        "learn.case_days",
        {"remind": 14, "consent": 1095, "forget": 365},
        "House rule: one reminder after two weeks, consent for three years, what nobody agreed to a year",
    ),
    ("learn.cases_a_proposal", 3, "House rule: three cases are read, ten are not"),
]
VALUES = NEW


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in NEW
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0039_books_of_both_sides")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
