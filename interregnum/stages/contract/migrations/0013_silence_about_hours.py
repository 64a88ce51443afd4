"""The clause on hours that nobody answers; it stands in an agreement only where the firm wants it so."""

from datetime import date

from django.db import migrations

# Agreement, title in Dutch and in English, words in Dutch and in English.
CLAUSES = [
    (
        "client", "Goedkeuren van uren", "Approving hours",
        """De manager stuurt u de uren van elke week. U keurt ze goed, of stuurt ze met een reden terug. Doet u binnen {silence} geen van beide, dan gelden de uren als goedgekeurd; wij melden u dat. U kunt een fout daarna nog aan ons doorgeven.""",
        """The manager sends you the hours of each week. You approve them, or send them back with a reason. If you do neither within {silence}, the hours count as approved; we tell you so. You may still report a mistake to us after that.""",
    ),
    (
        "manager", "Goedkeuren van uren", "Approving hours",
        """U stuurt de opdrachtgever elke week uw uren. De opdrachtgever keurt ze goed, of stuurt ze met een reden terug. Doet de opdrachtgever binnen {silence} geen van beide, dan gelden de uren als goedgekeurd; wij melden u dat.""",
        """You send the client your hours each week. The client approves them, or sends them back with a reason. If the client does neither within {silence}, the hours count as approved; we tell you so.""",
    ),
]  # fmt: skip


def fill(apps, schema_editor):
    apps.get_model("contract", "ClauseVersion").objects.bulk_create(
        apps.get_model("contract", "ClauseVersion")(
            clause="hours", deed=deed, version=1, valid_from=date(2020, 1, 1),
            title_nl=title_nl, title_en=title_en, text_nl=text_nl, text_en=text_en,
        )
        for deed, title_nl, title_en, text_nl, text_en in CLAUSES
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contract", "0012_seal_framework_agreements")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
