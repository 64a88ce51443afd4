"""Terms of three-party reviews: how often, how far ahead, and when what they tell asks attention."""

from datetime import date

from django.db import migrations

RHYTHM = "House rule after Beteor and VBIM: a talk each month and after each phase, in a crisis each week"
SIGNALS = "House rule after Schaveling: a gap of two points between client and manager is worth a word"
VALUES = [
    ("ensure.review_weeks.assurance", {"none": 0, "light": 8, "standard": 4, "intensive": 2}, RHYTHM),
    (
        "ensure.review_weeks.category",
        {"change": 4, "bridging": 8, "project": 4, "crisis": 1, "expertise": 8},
        RHYTHM,
    ),
    ("ensure.review_landing_days", 10, RHYTHM),
    ("ensure.review_ahead_days", 28, "House rule: invited four weeks ahead"),
    ("ensure.review_notice_days", 3, "House rule: nobody is invited for tomorrow"),
    ("ensure.review_prepare_days", 3, "House rule: who has not prepared is asked three days before"),
    ("ensure.review_grace_days", 2, "House rule: what nobody began within two days was skipped"),
    (
        "ensure.review_signals",
        {"moves": 2, "gap_amber": 2, "gap_red": 3, "score_amber": 6.5, "score_red": 5.5, "drop_red": 2},
        SIGNALS,
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0022_terms_of_notebooks")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
