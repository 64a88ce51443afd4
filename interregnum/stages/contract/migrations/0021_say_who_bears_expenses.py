"""Two more clauses on expenses: up to an amount a month, and all in the rate. A contract has one of the three."""

from datetime import date

from django.db import migrations

TITLES = ("Onkosten", "Expenses")
# Clause, agreement: words in Dutch and in English.
CLAUSES = [
    (
        "expenses_capped", "client",
        "Reizen van en naar uw kantoren is inbegrepen. Andere kosten worden tegen kostprijs gefactureerd, tot ten "
        "hoogste {cap} per kalendermaand, exclusief btw, en alleen als u daar vooraf mee instemde.",
        "Travel to and from your offices is included. Other expenses are invoiced at cost, up to {cap} a calendar "
        "month, excluding VAT, and only when you agreed to them beforehand.",
    ),
    (
        "expenses_capped", "manager",
        "Reizen van en naar de kantoren van de opdrachtgever is inbegrepen. Andere kosten worden tegen kostprijs "
        "vergoed, tot ten hoogste {cap} per kalendermaand, exclusief btw, en alleen als wij daar vooraf mee instemden.",
        "Travel to and from the client's offices is included. Other expenses are paid at cost, up to {cap} a calendar "
        "month, excluding VAT, and only when we agreed to them beforehand.",
    ),
    (
        "expenses_included", "client",
        "Alle onkosten zijn in het dagtarief begrepen. Wij brengen u er geen in rekening.",
        "All expenses are included in the day rate. We charge you none.",
    ),
    (
        "expenses_included", "manager",
        "Alle onkosten zijn in uw dagtarief begrepen. Zij worden niet apart vergoed.",
        "All expenses are included in your day rate. They are not paid separately.",
    ),
]  # fmt: skip


def fill(apps, schema_editor):
    table = apps.get_model("contract", "ClauseVersion")
    table.objects.bulk_create(
        table(
            clause=clause, deed=deed, version=1, valid_from=date(2020, 1, 1),
            title_nl=TITLES[0], title_en=TITLES[1], text_nl=text_nl, text_en=text_en,
        )
        for clause, deed, text_nl, text_en in CLAUSES
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contract", "0020_say_how_often_and_how_long")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
