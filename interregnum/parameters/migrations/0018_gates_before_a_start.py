"""How long each gate before a start usually takes, and the assessment of the working relation."""

from datetime import date

from django.db import migrations

OWN = "The firm's own choice"
VALUES = [
    (
        "deliver.gate_days",
        {
            "conflicts": 2,
            "declaration": 3,
            "relation": 5,
            "insurance": 10,
            "feasibility": 5,
            "mandate": 5,
            "successor": 5,
        },
        OWN,
    ),
    ("deliver.relation_again_days", 90, "House rule: what happens on the floor changes within a quarter"),
    (
        "deliver.relation_points",
        {"attention": 4, "like_employment": 7},
        "Supreme Court 24 March 2023 (Deliveroo): all circumstances together; how many is the firm's own estimate",
    ),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0017_further_terms_of_agreements")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
