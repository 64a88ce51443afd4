"""Three more criteria weigh: subjects of the text, steadiness, references.

Only weights that are as the software came with them change; what a partner has set stays, and gives the new ones nothing.
"""

from datetime import date

from django.db import migrations

SCORING = "docs/rules/scoring.md"
VALUES = [
    (
        "choose.weights.change",
        {
            "choose.start": 4,
            "choose.issue": 22,
            "choose.category": 12,
            "choose.level": 8,
            "choose.discipline": 7,
            "choose.sector": 6,
            "choose.role_mix": 11,
            "choose.speed": 4,
            "choose.outsider": 5,
            "choose.breakthrough": 9,
            "choose.capacity": 2,
            "choose.text": 5,
            "choose.steadiness": 3,
            "choose.references": 2,
        },
        SCORING,
    ),
    (
        "choose.weights.bridging",
        {
            "choose.start": 15,
            "choose.issue": 15,
            "choose.category": 11,
            "choose.level": 9,
            "choose.discipline": 12,
            "choose.sector": 11,
            "choose.role_mix": 5,
            "choose.speed": 1,
            "choose.outsider": 1,
            "choose.breakthrough": 1,
            "choose.capacity": 5,
            "choose.text": 5,
            "choose.steadiness": 7,
            "choose.references": 2,
        },
        SCORING,
    ),
    (
        "choose.weights.project",
        {
            "choose.start": 6,
            "choose.issue": 18,
            "choose.category": 21,
            "choose.level": 7,
            "choose.discipline": 11,
            "choose.sector": 7,
            "choose.role_mix": 7,
            "choose.speed": 6,
            "choose.outsider": 2,
            "choose.breakthrough": 3,
            "choose.capacity": 2,
            "choose.text": 6,
            "choose.steadiness": 2,
            "choose.references": 2,
        },
        SCORING,
    ),
    (
        "choose.weights.crisis",
        {
            "choose.start": 17,
            "choose.issue": 18,
            "choose.category": 15,
            "choose.level": 7,
            "choose.discipline": 4,
            "choose.sector": 5,
            "choose.role_mix": 4,
            "choose.speed": 7,
            "choose.outsider": 2,
            "choose.breakthrough": 8,
            "choose.capacity": 1,
            "choose.text": 2,
            "choose.steadiness": 8,
            "choose.references": 2,
        },
        SCORING,
    ),
    (
        "choose.weights.expertise",
        {
            "choose.start": 7,
            "choose.issue": 15,
            "choose.category": 9,
            "choose.level": 3,
            "choose.discipline": 25,
            "choose.sector": 13,
            "choose.role_mix": 4,
            "choose.speed": 5,
            "choose.outsider": 3,
            "choose.breakthrough": 1,
            "choose.capacity": 3,
            "choose.text": 9,
            "choose.steadiness": 1,
            "choose.references": 2,
        },
        SCORING,
    ),
]
BEGIN = date(2020, 1, 1)


def weigh(apps, schema_editor):
    rows = apps.get_model("parameters", "Parameter").objects
    for name, value, source in VALUES:
        rows.filter(name=name, valid_from=BEGIN, changed_by="").update(value=value, source=source)


class Migration(migrations.Migration):
    dependencies = [("parameters", "0005_keep_visitors_questions_a_while")]
    operations = [migrations.RunPython(weigh, migrations.RunPython.noop)]
