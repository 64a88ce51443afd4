"""The clause by which a manager is paid when the client pays; it stands in an agreement only where the firm wants it."""

from datetime import date

from django.db import migrations

TITLES = {"nl": "Betaald na de opdrachtgever", "en": "Paid after the client"}
WORDS = {
    "nl": """Wij betalen u zodra de opdrachtgever onze factuur met uw dagen heeft betaald. Betaalt de opdrachtgever later of niet, dan betalen wij u toch, uiterlijk {wait} na de dag waarop wij uw factuur hebben ontvangen. Dit gaat voor de termijn van betaling hierboven.

U ziet bij elke factuur op welke facturen aan de opdrachtgever uw dagen staan, en op welke dag wij u uiterlijk betalen. Waar de wet u een kortere termijn geeft, geldt die.""",
    "en": """We pay you as soon as the client has paid our invoice with your days. If the client pays later or not at all, we pay you all the same, at the latest {wait} after the day on which we received your invoice. This goes before the term of payment above.

With each invoice you see on which invoices to the client your days stand, and the last day on which we pay you. Where the law gives you a shorter term, that one holds.""",
}


def fill(apps, schema_editor):
    apps.get_model("contract", "ClauseVersion").objects.create(
        clause="paid_when_paid", deed="manager", version=1, valid_from=date(2020, 1, 1),
        title_nl=TITLES["nl"], title_en=TITLES["en"], text_nl=WORDS["nl"], text_en=WORDS["en"],
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contract", "0014_replace_under_the_guarantee")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
