"""The annex about personal data promises what every installation does, and says what comes after the end."""

from datetime import date

from django.db import migrations

TEXT_NL = """Wie waarvoor verantwoordelijk is. U en wij bepalen ieder zelf hoe wij de gegevens verwerken van elkaars medewerkers en van de manager, om deze overeenkomst uit te voeren. Voor gegevens van uw klanten, relaties en medewerkers werkt de manager onder uw gezag, in uw systemen en naar uw regels.

Welke gegevens. Namen, functies, zakelijke adressen en nummers van wie bij de opdracht betrokken is; wat in plan, weekrapporten, besprekingen en uren over hen staat. Geen bijzondere gegevens en geen kopieën van identiteitsbewijzen.

Hoe beveiligd. Gegevens gaan over een beveiligde verbinding. Alleen wie ze nodig heeft kan erbij; onze medewerkers melden zich aan met een tweede factor. Wie wat deed, wordt vastgelegd. Reservekopieën zijn versleuteld. Op uw verzoek zeggen wij u in welk land de gegevens staan en wie ze voor ons bewaart; met wie dat is, hebben wij afspraken over de verwerking. Verder gaan zij naar niemand, behalve als de wet dat eist.

Hoe lang, en na het einde. Contract en facturen worden bewaard zolang de belastingwet dat vraagt; de rest gaat weg volgens de termijnen die wij u op verzoek tonen. Wat van u is krijgt u terug voordat de opdracht sluit. U mag nagaan, of door een ander laten nagaan, dat wij ons hieraan houden.

Bij een inbreuk. Wij melden u een inbreuk op gegevens die u raken binnen {breach} nadat wij haar hebben ontdekt, met wat er is gebeurd, om wie het gaat en wat wij eraan doen."""
TEXT_EN = """Who is responsible for what. You and we each decide ourselves how we process the data of each other's staff and of the manager, to carry out this agreement. For data of your customers, relations and staff the manager works under your authority, in your systems and by your rules.

Which data. Names, functions, business addresses and numbers of those who are involved in the assignment; what plan, weekly reports, meetings and hours say of them. No special categories of data and no copies of identity papers.

How they are protected. Data travel over a secured connection. Only who needs them can reach them; our own people sign in with a second factor. Who did what is written down. Backups are encrypted. At your request we tell you in which country the data are and who keeps them for us; with them we have agreed how they process the data. They go to nobody else, unless the law requires it.

How long, and after the end. Contract and invoices are kept as long as tax law asks; the rest goes after the terms that we show you on request. What is yours you get back before the assignment closes. You may check, or have another check, that we keep to this.

In case of a breach. We tell you of a breach that concerns your data within {breach} of our discovering it, with what happened, whom it concerns and what we do about it."""


def fill(apps, schema_editor):
    """Not where a partner wrote words of the firm's own."""
    table = apps.get_model("contract", "ClauseVersion")
    last = table.objects.filter(clause="annex_data", deed="client").order_by("version").last()
    if last is not None and last.changed_at is None:
        table.objects.create(
            clause="annex_data", deed="client", version=last.version + 1, valid_from=date(2020, 1, 1),
            title_nl=last.title_nl, title_en=last.title_en, text_nl=TEXT_NL, text_en=TEXT_EN,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contract", "0018_end_framework_agreements_unsigned")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
