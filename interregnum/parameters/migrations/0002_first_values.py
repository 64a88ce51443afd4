"""The values that the practice starts with, each with its source."""

from datetime import date

from django.db import migrations

PRACTICE = "Usual in the Dutch practice; the firm decides"
SCORING = "docs/rules/scoring.md"
VALUES = [
    ("invitation.valid_days", 14, "The firm's own choice"),
    ("brief.role_mix.change", [20, 15, 25, 40], PRACTICE),
    ("brief.role_mix.bridging", [65, 10, 15, 10], PRACTICE),
    ("brief.role_mix.project", [40, 20, 10, 30], PRACTICE),
    ("brief.role_mix.crisis", [55, 10, 10, 25], PRACTICE),
    ("brief.role_mix.expertise", [20, 50, 25, 5], PRACTICE),
    ("brief.weeks.change", 52, PRACTICE),
    ("brief.weeks.bridging", 26, PRACTICE),
    ("brief.weeks.project", 39, PRACTICE),
    ("brief.weeks.crisis", 17, PRACTICE),
    ("brief.weeks.expertise", 22, PRACTICE),
    ("brief.assurance.change", "standard", PRACTICE),
    ("brief.assurance.bridging", "light", PRACTICE),
    ("brief.assurance.project", "standard", PRACTICE),
    ("brief.assurance.crisis", "intensive", PRACTICE),
    ("brief.assurance.expertise", "light", PRACTICE),
    ("brief.days_a_week", 4, "The Dutch usual week of an interim manager"),
    ("brief.start_after_days.high", 7, PRACTICE),
    ("brief.start_after_days.normal", 28, PRACTICE),
    (
        "choose.weights.change",
        {
            "choose.start": 5,
            "choose.issue": 24,
            "choose.category": 14,
            "choose.level": 9,
            "choose.discipline": 8,
            "choose.sector": 7,
            "choose.role_mix": 12,
            "choose.speed": 4,
            "choose.outsider": 6,
            "choose.breakthrough": 9,
            "choose.capacity": 2,
        },
        SCORING,
    ),
    (
        "choose.weights.bridging",
        {
            "choose.start": 16,
            "choose.issue": 18,
            "choose.category": 12,
            "choose.level": 10,
            "choose.discipline": 14,
            "choose.sector": 12,
            "choose.role_mix": 6,
            "choose.speed": 2,
            "choose.outsider": 2,
            "choose.breakthrough": 2,
            "choose.capacity": 6,
        },
        SCORING,
    ),
    (
        "choose.weights.project",
        {
            "choose.start": 7,
            "choose.issue": 20,
            "choose.category": 22,
            "choose.level": 8,
            "choose.discipline": 12,
            "choose.sector": 8,
            "choose.role_mix": 8,
            "choose.speed": 6,
            "choose.outsider": 2,
            "choose.breakthrough": 4,
            "choose.capacity": 3,
        },
        SCORING,
    ),
    (
        "choose.weights.crisis",
        {
            "choose.start": 18,
            "choose.issue": 20,
            "choose.category": 18,
            "choose.level": 8,
            "choose.discipline": 4,
            "choose.sector": 6,
            "choose.role_mix": 4,
            "choose.speed": 8,
            "choose.outsider": 3,
            "choose.breakthrough": 9,
            "choose.capacity": 2,
        },
        SCORING,
    ),
    (
        "choose.weights.expertise",
        {
            "choose.start": 8,
            "choose.issue": 18,
            "choose.category": 10,
            "choose.level": 4,
            "choose.discipline": 26,
            "choose.sector": 14,
            "choose.role_mix": 5,
            "choose.speed": 6,
            "choose.outsider": 3,
            "choose.breakthrough": 2,
            "choose.capacity": 4,
        },
        SCORING,
    ),
    ("choose.slack_days.high", 7, SCORING),
    ("choose.slack_days.normal", 28, SCORING),
    ("choose.margin_percent", 20, "The Dutch average is a little over 20 % of the client's rate"),
    ("choose.shortlist_size", 10, SCORING),
    ("choose.most_proposed", 3, "Short selection beats long: two or three candidates"),
    ("contract.notice_days", 30, "One calendar month is the convention"),
    ("contract.payment_days", 30, "Dutch Civil Code 6:119a: 30 days for a large client"),
    (
        "contract.guarantee",
        {
            "profile_hours": 48,
            "start_working_days": 5,
            "handover_days": 3,
            "improvement_weeks": 3,
            "decision_working_days": 2,
        },
        "The firm's promise: replaced at once and free of charge, or ended",
    ),
    ("deliver.plan_due_days", 28, "Agreed moment around week 4 to present the plan"),
    ("deliver.announce_within_days", 3, "The mandate is announced at the start"),
    (
        "deliver.signals",
        {"course_points": 15, "drift_notice": 30, "drift_large": 60},
        "The firm's own choice: points of progress behind time, points of role mix apart",
    ),
    ("invoice.vat_percent", 21, "Dutch VAT Act (Wet OB 1968), article 9, first paragraph: the general rate"),
    ("ensure.most_assignments", 8, "A shadow manager guards eight assignments at most"),
]


def fill(apps, schema_editor):
    parameter = apps.get_model("parameters", "Parameter")
    parameter.objects.bulk_create(
        parameter(name=name, value=value, source=source, valid_from=date(2020, 1, 1)) for name, value, source in VALUES
    )


class Migration(migrations.Migration):
    dependencies = [("parameters", "0001_dated_values")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
