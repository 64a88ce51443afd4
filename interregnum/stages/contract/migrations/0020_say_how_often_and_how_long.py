"""The clauses on aftercare and on the shadow manager say the terms that the software keeps to, as merge fields."""

from datetime import date

from django.db import migrations

# Clause, agreement: words in Dutch and in English. Those of the shadow manager come behind the words that hold.
AFTERCARE = {
    "client": (
        "Wij vragen u {aftercare} na het einde wat is beklijfd en doen u daarvan verslag, zonder extra kosten.",
        "We ask you {aftercare} after the end what has stuck and report it to you, at no extra cost.",
    ),
    "manager": (
        "Wij vragen de opdrachtgever {aftercare} na het einde wat is beklijfd. U beantwoordt vragen daarover; de "
        "uitkomst telt mee in uw staat van dienst.",
        "We ask the client {aftercare} after the end what has stuck. You answer questions about it; the outcome counts "
        "in your track record.",
    ),
}
REVIEWS = (
    "Ten minste eens per {reviews} is er een driehoeksgesprek.",
    "There is a three-party review at least once in {reviews}.",
)


def fill(apps, schema_editor):
    """Not where a partner wrote words of the firm's own."""
    table = apps.get_model("contract", "ClauseVersion")
    for deed, texts in AFTERCARE.items():
        _add(table, "aftercare", deed, lambda _last, texts=texts: texts)
        _add(table, "shadow", deed, _with_reviews)


def _with_reviews(last):
    return f"{last.text_nl}\n\n{REVIEWS[0]}", f"{last.text_en}\n\n{REVIEWS[1]}"


def _add(table, clause, deed, words):
    last = table.objects.filter(clause=clause, deed=deed).order_by("version").last()
    if last is not None and last.changed_at is None:
        text_nl, text_en = words(last)
        table.objects.create(
            clause=clause, deed=deed, version=last.version + 1, valid_from=date(2020, 1, 1),
            title_nl=last.title_nl, title_en=last.title_en, text_nl=text_nl, text_en=text_en,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contract", "0019_say_how_data_are_kept")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
