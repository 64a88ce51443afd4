"""The clause on interests points to what is kept of it: the register of introduced persons, and what is stated."""

from datetime import date

from django.db import migrations

# What comes behind the words that hold, by agreement, in Dutch and in English.
OF_CLIENT = (
    """Wie door de manager bij u komt werken, staat met wat hen bindt in ons register van geïntroduceerde personen. De manager verklaart van elke gewerkte maand dat er voor werk of mensen bij u niets is betaald of ontvangen buiten wat is afgesproken; u leest die verklaring bij de factuur.""",
    """Whoever comes to work for you through the manager stands in our register of introduced persons, with what ties the two. Of each month worked the manager states that nothing was paid or received for work or people at your organisation beside what was agreed; you read that statement with the invoice.""",
)
OF_MANAGER = (
    """Brengt u iemand bij de opdrachtgever binnen, dan schrijft u dat in Interregnum in het register van geïntroduceerde personen van de opdracht, met wat u beiden bindt. Van elke gewerkte maand verklaart u daar dat er voor werk of mensen bij de opdrachtgever niets is betaald of ontvangen buiten wat is afgesproken.""",
    """If you bring somebody in at the client, you note that in Interregnum in the assignment's register of introduced persons, with what ties the two of you. Of each month worked you state there that nothing was paid or received for work or people at the client beside what was agreed.""",
)
MORE = {"client": OF_CLIENT, "framework": OF_CLIENT, "manager": OF_MANAGER}


def fill(apps, schema_editor):
    """Not where a partner wrote words of the firm's own."""
    table = apps.get_model("contract", "ClauseVersion")
    for deed, (more_nl, more_en) in MORE.items():
        last = table.objects.filter(clause="interests", deed=deed).order_by("version").last()
        if last is not None and last.changed_at is None:
            table.objects.create(
                clause="interests", deed=deed, version=last.version + 1, valid_from=date(2020, 1, 1),
                title_nl=last.title_nl, title_en=last.title_en,
                text_nl=f"{last.text_nl}\n\n{more_nl}", text_en=f"{last.text_en}\n\n{more_en}",
            )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contract", "0021_say_who_bears_expenses")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
