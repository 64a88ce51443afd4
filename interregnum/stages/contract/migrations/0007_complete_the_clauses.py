"""The clauses that lacked, and fuller words of five; contracts that were drawn keep what they say."""

from datetime import date

from django.db import migrations, models

# Clause, agreement, title in Dutch and in English, words in Dutch and in English.
CLAUSES = [
    (
        "indexation", "client", "Indexering", "Indexation",
        """De eerste {indexation} blijft het dagtarief gelijk. Duurt de opdracht langer, dan mogen wij het tarief daarna eens per jaar verhogen, met ten hoogste de stijging van de dienstenprijsindex van het CBS. Wij zeggen u dat ten minste een maand vooraf.""",
        """For the first {indexation} the day rate stays the same. If the assignment lasts longer, we may raise the rate once a year after that, by no more than the rise of the services price index of Statistics Netherlands. We tell you so at least a month beforehand.""",
    ),
    (
        "indexation", "manager", "Indexering", "Indexation",
        """De eerste {indexation} blijft uw dagtarief gelijk. Verhogen wij daarna het tarief van de opdrachtgever, dan stijgt uw dagtarief op dezelfde dag met hetzelfde percentage.""",
        """For the first {indexation} your day rate stays the same. If we raise the client's rate after that, your day rate rises on the same day by the same percentage.""",
    ),
    (
        "conditions", "client", "Voorwaarden voor de start", "Conditions before the start",
        """De start hangt af van wat de wet en de toezichthouder eisen: het advies van de ondernemingsraad over de benoeming van een bestuurder (artikel 30 van de Wet op de ondernemingsraden), de instemming van de toezichthouder bij een functie die wordt getoetst, en de screening die voor deze opdracht is afgesproken.

U zegt ons vooraf wat hiervan geldt. Ontbreekt er iets, dan wordt de start uitgesteld en zijn wij beiden daarvoor niets verschuldigd.""",
        """The start depends on what the law and the supervisor require: the advice of the works council on the appointment of a director (article 30 of the Dutch Works Councils Act), the consent of the supervisor for a function that is assessed, and the screening that was agreed for this assignment.

You tell us beforehand which of these apply. If one is lacking, the start is put off and neither of us owes anything for it.""",
    ),
    (
        "conditions", "manager", "Voorwaarden voor de start", "Conditions before the start",
        """De opdracht begint pas als aan de eisen van de wet, de toezichthouder en de afgesproken screening is voldaan. U werkt daaraan mee. Ontbreekt er iets, dan wordt de start uitgesteld en zijn wij beiden daarvoor niets verschuldigd.""",
        """The assignment begins only when the requirements of the law, the supervisor and the screening agreed on have been met. You cooperate in that. If one is lacking, the start is put off and neither of us owes anything for it.""",
    ),
    (
        "absence", "client", "Afwezigheid en vervanging", "Absence and substitution",
        """Een dag waarop de manager niet werkt, betaalt u niet. Is de manager door ziekte of overmacht langer dan {absence} achtereen afwezig, dan bieden wij u kosteloos een vervanger aan.

De manager mag zich laten vervangen door iemand die aan dezelfde eisen voldoet. U en wij weigeren dat alleen om redenen die met die eisen te maken hebben.""",
        """A day on which the manager does not work is not paid. If illness or force majeure keeps the manager away for longer than {absence} in a row, we offer you a replacement free of charge.

The manager may be substituted by somebody who meets the same requirements. You and we refuse that only for reasons that have to do with those requirements.""",
    ),
    (
        "absence", "manager", "Afwezigheid en vervanging", "Absence and substitution",
        """Bent u verhinderd, dan meldt u dat dezelfde dag aan de opdrachtgever en aan ons. Duurt het langer dan {absence} achtereen, dan mogen wij de opdrachtgever een vervanger aanbieden.

U mag u laten vervangen door iemand die aan dezelfde eisen voldoet. De opdrachtgever en wij weigeren dat alleen om redenen die met die eisen te maken hebben.""",
        """If you are prevented from working, you tell the client and us the same day. If it lasts longer than {absence} in a row, we may offer the client a replacement.

You may be substituted by somebody who meets the same requirements. The client and we refuse that only for reasons that have to do with those requirements.""",
    ),
    (
        "solicitation", "client", "In dienst nemen", "Taking the manager on",
        """Wilt u de manager, of een andere manager die wij u voor deze opdracht hebben voorgesteld, tijdens de opdracht of binnen {solicitation} daarna zonder ons inzetten of in dienst nemen, dan meldt u ons dat vooraf. U betaalt dan eenmalig een vergoeding voor werving en selectie ter grootte van {takeover} honorarium. Na die termijn bent u niets verschuldigd.

Dit artikel belemmert geen arbeidsovereenkomst waar de wet die belemmering verbiedt (artikel 9a van de Waadi). Waar het niet mag gelden, geldt het niet.""",
        """If you want to engage or employ the manager, or another manager whom we proposed to you for this assignment, without us during the assignment or within {solicitation} after it, you tell us beforehand. You then pay once a compensation for recruitment and selection equal to the fee of {takeover}. After that term you owe nothing.

This clause does not stand in the way of an employment contract where the law forbids that (article 9a of the Dutch Waadi Act). Where it may not hold, it does not.""",
    ),
    (
        "solicitation", "manager", "In dienst treden", "Being taken on",
        """Wilt u tijdens de opdracht of binnen {solicitation} daarna zonder ons voor de opdrachtgever werken, dan meldt u ons dat vooraf. U bent daarvoor niets verschuldigd; met de opdrachtgever is een redelijke vergoeding afgesproken, ter grootte van {takeover} honorarium.

Dit artikel belemmert geen arbeidsovereenkomst waar de wet die belemmering verbiedt (artikel 9a van de Waadi).""",
        """If you want to work for the client without us during the assignment or within {solicitation} after it, you tell us beforehand. You owe nothing for it; with the client a reasonable compensation was agreed, equal to the fee of {takeover}.

This clause does not stand in the way of an employment contract where the law forbids that (article 9a of the Dutch Waadi Act).""",
    ),
    (
        "liability", "client", "Aansprakelijkheid", "Liability",
        """Schieten wij of de manager toerekenbaar tekort, dan vergoeden wij uw directe schade tot ten hoogste het bedrag dat onze verzekering in dat geval uitkeert, met ons eigen risico. Keert zij niets uit, dan is het honorarium van de laatste {liability} van de opdracht de grens.

De grens geldt niet bij opzet of bewuste roekeloosheid. Voor besluiten die u zelf neemt, bent u zelf verantwoordelijk.""",
        """If we or the manager fail in a way that can be held against us, we make good your direct loss up to the amount that our insurance pays in that case, plus our own excess. If it pays nothing, the fee of the last {liability} of the assignment is the limit.

The limit does not hold for intent or deliberate recklessness. For decisions that you take yourself, you are responsible yourself.""",
    ),
    (
        "liability", "manager", "Aansprakelijkheid", "Liability",
        """Schiet u toerekenbaar tekort, dan vergoedt u onze directe schade, ook voor zover wij die aan de opdrachtgever moeten vergoeden, tot ten hoogste het bedrag dat uw verzekering in dat geval uitkeert, met uw eigen risico. Keert zij niets uit, dan is uw honorarium van de laatste {liability} van de opdracht de grens.

De grens geldt niet bij opzet of bewuste roekeloosheid.""",
        """If you fail in a way that can be held against you, you make good our direct loss, also as far as we must make it good to the client, up to the amount that your insurance pays in that case, plus your own excess. If it pays nothing, your fee of the last {liability} of the assignment is the limit.

The limit does not hold for intent or deliberate recklessness.""",
    ),
    (
        "insurance", "client", "Verzekering", "Insurance",
        """Wij en de manager zijn tijdens de opdracht verzekerd voor beroeps- en bedrijfsaansprakelijkheid, voor ten minste {insured} per gebeurtenis. U kunt ons om het bewijs vragen.

Wordt de manager bij u bestuurder, dan neemt u de manager op in uw verzekering van bestuurdersaansprakelijkheid, ook voor aanspraken die na het einde komen.""",
        """During the assignment we and the manager are insured for professional and business liability, for at least {insured} an event. You may ask us for the proof.

If the manager becomes a director with you, you include the manager in your directors' liability insurance, also for claims that come after the end.""",
    ),
    (
        "insurance", "manager", "Verzekering", "Insurance",
        """U bent tijdens de opdracht verzekerd voor beroeps- en bedrijfsaansprakelijkheid, voor ten minste {insured} per gebeurtenis. U toont ons het bewijs voor de start, en opnieuw wanneer het verloopt.""",
        """During the assignment you are insured for professional and business liability, for at least {insured} an event. You show us the proof before the start, and again when it expires.""",
    ),
    (
        "precedence", "client", "Wat voorgaat", "What goes first",
        """Deze opdrachtbevestiging en haar bijlagen bevatten alles wat wij voor deze opdracht hebben afgesproken. Algemene voorwaarden, van wie ook, gelden niet. Bij strijd gaat deze bevestiging voor haar bijlagen.""",
        """This confirmation and its annexes contain all that we agreed on for this assignment. General terms and conditions, whoever's they are, do not apply. Where they conflict, this confirmation goes before its annexes.""",
    ),
    (
        "precedence", "manager", "Wat voorgaat", "What goes first",
        """Deze overeenkomst en haar bijlagen bevatten alles wat wij voor deze opdracht hebben afgesproken. Algemene voorwaarden, van wie ook, gelden niet. Bij strijd gaat deze overeenkomst voor haar bijlagen.""",
        """This agreement and its annexes contain all that we agreed on for this assignment. General terms and conditions, whoever's they are, do not apply. Where they conflict, this agreement goes before its annexes.""",
    ),
    ("further", "client", "Verdere afspraken", "Further agreements", "", ""),
    ("further", "manager", "Verdere afspraken", "Further agreements", "", ""),
    (
        "annex_data", "client", "Verwerking van persoonsgegevens", "Processing of personal data",
        """Wie waarvoor verantwoordelijk is. U en wij bepalen ieder zelf hoe wij de gegevens verwerken van elkaars medewerkers en van de manager, om deze overeenkomst uit te voeren. Voor gegevens van uw klanten, relaties en medewerkers werkt de manager onder uw gezag, in uw systemen en naar uw regels.

Welke gegevens. Namen, functies, zakelijke adressen en nummers van wie bij de opdracht betrokken is; wat in plan, weekrapporten, besprekingen en uren over hen staat. Geen bijzondere gegevens en geen kopieën van identiteitsbewijzen.

Waar en hoe lang. De gegevens staan in de Europese Unie, zijn versleuteld bewaard en gaan niet naar anderen, behalve als de wet dat eist. Contract en facturen worden bewaard zolang de belastingwet dat vraagt; de rest gaat weg volgens de termijnen die wij u op verzoek tonen.

Bij een inbreuk. Wij melden u een inbreuk op gegevens die u raken binnen {breach} nadat wij haar hebben ontdekt, met wat er is gebeurd, om wie het gaat en wat wij eraan doen.""",
        """Who is responsible for what. You and we each decide ourselves how we process the data of each other's staff and of the manager, to carry out this agreement. For data of your customers, relations and staff the manager works under your authority, in your systems and by your rules.

Which data. Names, functions, business addresses and numbers of those who are involved in the assignment; what plan, weekly reports, meetings and hours say of them. No special categories of data and no copies of identity papers.

Where and how long. The data are in the European Union, are kept encrypted and go to nobody else, unless the law requires it. Contract and invoices are kept as long as tax law asks; the rest goes after the terms that we show you on request.

In case of a breach. We tell you of a breach that concerns your data within {breach} of our discovering it, with what happened, whom it concerns and what we do about it.""",
    ),
    (
        "annex_data", "manager", "Verwerking van persoonsgegevens", "Processing of personal data",
        """Wie waarvoor verantwoordelijk is. Voor gegevens van klanten, relaties en medewerkers van de opdrachtgever werkt u onder diens gezag, in diens systemen en naar diens regels. U neemt geen kopieën mee.

Welke gegevens over u. Wij verwerken uw naam, adres, telefoonnummer, zakelijke nummers, profiel, uren en facturen, en wat in plan en rapporten staat, om deze overeenkomst uit te voeren. De opdrachtgever ziet daarvan wat de opdracht nodig heeft.

Hoe lang. Contract en facturen worden bewaard zolang de belastingwet dat vraagt; de rest volgens de termijnen op uw pagina over uw gegevens, waar u ze ook kunt opvragen.

Bij een inbreuk. U meldt een inbreuk op gegevens van de opdrachtgever of van ons binnen {breach} nadat u haar hebt ontdekt, aan ons en aan de opdrachtgever.""",
        """Who is responsible for what. For data of customers, relations and staff of the client you work under the client's authority, in the client's systems and by the client's rules. You take no copies with you.

Which data about you. We process your name, address, telephone number, business numbers, profile, hours and invoices, and what plan and reports say, to carry out this agreement. The client sees of it what the assignment needs.

How long. Contract and invoices are kept as long as tax law asks; the rest by the terms on your page about your data, where you may also ask for them.

In case of a breach. You report a breach of data of the client or of us within {breach} of discovering it, to us and to the client.""",
    ),
    (
        "shadow", "client", "De schaduwmanager", "The shadow manager",
        """Wij stellen een onafhankelijke schaduwmanager aan. Op de achtergrond, en vertrouwelijk, is de schaduwmanager klankbord voor de manager, en deelnemer aan de driehoeksgesprekken met u en de manager. U betaalt hier niets extra voor.

De schaduwmanager ziet de opdracht, het plan, de weekrapporten en de voortgang, geeft geen opdrachten en neemt geen besluiten, en is aan dezelfde geheimhouding gebonden als wij. Wat manager en schaduwmanager elkaar vertrouwelijk schrijven, kunnen u en wij niet lezen.""",
        """We appoint an independent shadow manager. In the background, and in confidence, the shadow manager is a sounding board for the manager, and takes part in the reviews with you and the manager. You pay nothing extra for this.

The shadow manager sees the assignment, the plan, the weekly reports and the progress, gives no orders and takes no decisions, and is bound to the same confidentiality as we are. What manager and shadow manager write to each other in confidence, neither you nor we can read.""",
    ),
    (
        "shadow", "manager", "De schaduwmanager", "The shadow manager",
        """Wij stellen een onafhankelijke schaduwmanager aan, die uw klankbord is voor zaken buiten uw eigen vakgebied en die deelneemt aan de driehoeksgesprekken. Wat u elkaar vertrouwelijk schrijft, kunnen de opdrachtgever en wij niet lezen.

De schaduwmanager ziet uw plan, uw weekrapporten en de voortgang, en geeft u geen opdrachten. U vraagt op tijd om hulp; dat telt nooit tegen u.""",
        """We appoint an independent shadow manager, who is a sounding board for you on matters outside your own field and takes part in the reviews. What you two write to each other in confidence, neither the client nor we can read.

The shadow manager sees your plan, your weekly reports and the progress, and gives you no orders. You ask for help in time; that never counts against you.""",
    ),
    (
        "data", "client", "Persoonsgegevens", "Personal data",
        """Persoonsgegevens worden alleen voor de opdracht gebruikt, volgens de AVG, en niet langer bewaard dan daarvoor nodig is. Wie waarvoor verantwoordelijk is, staat in de bijlage over persoonsgegevens.""",
        """Personal data are used for the assignment alone, by the GDPR, and are kept no longer than it needs. The annex on personal data says who is responsible for what.""",
    ),
    (
        "data", "manager", "Persoonsgegevens", "Personal data",
        """Persoonsgegevens worden alleen voor de opdracht gebruikt, volgens de AVG, en niet langer bewaard dan daarvoor nodig is. Wie waarvoor verantwoordelijk is, staat in de bijlage over persoonsgegevens.""",
        """Personal data are used for the assignment alone, by the GDPR, and are kept no longer than it needs. The annex on personal data says who is responsible for what.""",
    ),
    (
        "property", "client", "Wat gemaakt wordt", "What is made",
        """Wat de manager voor u heeft gemaakt, is van u zodra het is betaald. Eigen hulpmiddelen en kennis van de manager blijven van de manager; waar zij in het werk zitten, mag u ze daarin blijven gebruiken.""",
        """What the manager made for you is yours once it has been paid. The manager's own tools and knowledge remain the manager's; where they are part of the work, you may go on using them in it.""",
    ),
    (
        "signature", "client", "Ondertekening", "Signature",
        """Deze overeenkomst wordt in Interregnum getekend met de volledige naam en een code die per mail komt. De naam, het moment en de digitale vingerafdruk (SHA-256) van dit document worden bewaard.""",
        """This agreement is signed in Interregnum with one's full name and a code that comes by mail. The name, the moment and the digital fingerprint (SHA-256) of this document are kept.""",
    ),
    (
        "signature", "manager", "Ondertekening", "Signature",
        """Deze overeenkomst wordt in Interregnum getekend met de volledige naam en een code die per mail komt. De naam, het moment en de digitale vingerafdruk (SHA-256) van dit document worden bewaard.""",
        """This agreement is signed in Interregnum with one's full name and a code that comes by mail. The name, the moment and the digital fingerprint (SHA-256) of this document are kept.""",
    ),
]


def fill(apps, schema_editor):
    """After whatever a partner wrote already, but only where that is not newer than what the software came with."""
    table = apps.get_model("contract", "ClauseVersion")
    for clause, deed, title_nl, title_en, text_nl, text_en in CLAUSES:
        last = table.objects.filter(clause=clause, deed=deed).order_by("version").last()
        if last is not None and last.changed_at is not None:
            continue
        table.objects.create(
            clause=clause, deed=deed, version=last.version + 1 if last else 1, valid_from=date(2020, 1, 1),
            title_nl=title_nl, title_en=title_en, text_nl=text_nl, text_en=text_en,
        )


class Migration(migrations.Migration):
    dependencies = [("contract", "0006_sign_in_an_order_and_in_time")]
    operations = [
        migrations.AddField("contract", "terms", models.JSONField(default=dict)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
