"""The clauses become versions that a partner writes; a contract keeps which of them it was drawn with."""

from datetime import date

import django.db.models.deletion
import interregnum.columns.fields
from django.conf import settings
from django.db import migrations, models

# Clause, agreement, title in Dutch and in English, words in Dutch and in English.
CLAUSES = [
    (
        "assignment", "client", "De opdracht", "The assignment",
        """U vraagt ons een interim-manager in te zetten. De opdracht is van dit soort: {category}. Wij voeren de opdracht uit met {manager}, in deze overeenkomst de manager.

Het probleem dat moet worden opgelost:
{problem}

Het resultaat dat u wilt:
{result}

Bij de start schrijft de manager een plan van aanpak, waarin elk resultaat een nulmeting en een meetbaar doel heeft. Het plan geldt zodra u ermee instemt. Wij en de manager doen wat een goed vakman doet om de resultaten te bereiken; niemand kan beloven wat buiten zijn invloed ligt.""",
        """You ask us to bring in an interim manager. The assignment is of this kind: {category}. We carry it out through {manager}, whom this agreement calls the manager.

The problem to be solved:
{problem}

The result that you want:
{result}

At the start the manager writes a plan of approach, in which each result has a baseline and a target that can be measured. The plan holds once you have agreed to it. We and the manager do what a good professional does to reach the results; nobody can promise what lies outside their influence.""",
    ),
    (
        "assignment", "manager", "De opdracht", "The assignment",
        """Wij vragen u een opdracht uit te voeren voor {client}, in deze overeenkomst de opdrachtgever. De opdracht is van dit soort: {category}.

Het probleem dat moet worden opgelost:
{problem}

Het resultaat dat de opdrachtgever wil:
{result}

Bij de start schrijft u een plan van aanpak, waarin elk resultaat een nulmeting en een meetbaar doel heeft. Het plan geldt zodra de opdrachtgever ermee instemt. U doet wat een goed vakman doet om de resultaten te bereiken.""",
        """We ask you to carry out an assignment for {client}, whom this agreement calls the client. It is of this kind: {category}.

The problem to be solved:
{problem}

The result that the client wants:
{result}

At the start you write a plan of approach, in which each result has a baseline and a target that can be measured. The plan holds once the client has agreed to it. You do what a good professional does to reach the results.""",
    ),
    (
        "term", "client", "Looptijd", "Term",
        """De opdracht loopt van {first} tot en met {last}, {days} per week.

Zij eindigt dan vanzelf. Zij duurt alleen langer als wij dat beiden schriftelijk afspreken.""",
        """The assignment runs from {first} up to and including {last}, {days} a week.

It ends then by itself. It lasts longer only when we both agree to that in writing.""",
    ),
    (
        "term", "manager", "Looptijd", "Term",
        """De opdracht loopt van {first} tot en met {last}, {days} per week.

Zij eindigt dan vanzelf. Zij duurt alleen langer als wij dat beiden schriftelijk afspreken.""",
        """The assignment runs from {first} up to and including {last}, {days} a week.

It ends then by itself. It lasts longer only when we both agree to that in writing.""",
    ),
    (
        "fee", "client", "Honorarium", "Fee",
        """U betaalt {rate} per gewerkte dag, exclusief btw. Een dag is acht uur; een deel van een dag telt naar rato. Alleen dagen die u hebt goedgekeurd, worden gefactureerd.""",
        """You pay {rate} for each day worked, excluding VAT. A day is eight hours; part of a day counts in proportion. Only days that you have approved are invoiced.""",
    ),
    (
        "fee", "manager", "Honorarium", "Fee",
        """Wij betalen u {rate} per gewerkte dag, exclusief btw. Een dag is acht uur; een deel van een dag telt naar rato. U wordt betaald voor de dagen die de opdrachtgever heeft goedgekeurd.""",
        """We pay you {rate} for each day worked, excluding VAT. A day is eight hours; part of a day counts in proportion. You are paid for the days that the client has approved.""",
    ),
    (
        "expenses", "client", "Onkosten", "Expenses",
        """Reizen van en naar uw kantoren is inbegrepen. Andere kosten worden tegen kostprijs gefactureerd, en alleen als u daar vooraf mee instemde.""",
        """Travel to and from your offices is included. Other expenses are invoiced at cost, and only when you agreed to them beforehand.""",
    ),
    (
        "expenses", "manager", "Onkosten", "Expenses",
        """Reizen van en naar de kantoren van de opdrachtgever is inbegrepen. Andere kosten worden tegen kostprijs vergoed, en alleen als wij daar vooraf mee instemden.""",
        """Travel to and from the client's offices is included. Other expenses are paid at cost, and only when we agreed to them beforehand.""",
    ),
    (
        "payment", "client", "Factuur en betaling", "Invoices and payment",
        """Wij sturen elke maand een factuur. U betaalt binnen {payment} na de factuurdatum.""",
        """We send an invoice each month. You pay within {payment} of its date.""",
    ),
    (
        "payment", "manager", "Factuur en betaling", "Invoices and payment",
        """U stuurt elke maand een factuur. Wij betalen binnen {payment} na de factuurdatum, ook als de opdrachtgever ons nog niet heeft betaald.""",
        """You send an invoice each month. We pay within {payment} of its date, whether or not the client has paid us.""",
    ),
    (
        "working", "client", "Hoe wij samenwerken", "How we work together",
        """De manager handelt binnen een schriftelijk mandaat: wat de manager alleen besluit, wat met uw instemming, en aan wie de manager rapporteert. U maakt het mandaat bij de start bekend aan wie het aangaat.

U geeft de manager de informatie, de toegang en de tijd van mensen die de opdracht nodig heeft.""",
        """The manager acts within a written mandate: what the manager decides alone, what with your consent, and to whom the manager reports. You announce the mandate to the people concerned at the start.

You give the manager the information, the access and the time of people that the assignment needs.""",
    ),
    (
        "working", "manager", "Hoe wij samenwerken", "How we work together",
        """U werkt als zelfstandige, voor eigen rekening en risico, en bepaalt zelf hoe u het werk doet. U mag voor anderen werken zolang deze opdracht daar niet onder lijdt.

U handelt binnen een schriftelijk mandaat: wat u alleen besluit, wat met instemming van de opdrachtgever, en aan wie u rapporteert. Blijkt het mandaat te krap, dan zegt u dat meteen.""",
        """You work as an independent professional, at your own expense and risk, and decide yourself how you do the work. You may work for others as long as this assignment does not suffer from it.

You act within a written mandate: what you decide alone, what with the client's consent, and to whom you report. If the mandate proves too narrow you say so at once.""",
    ),
    (
        "reporting", "client", "Weekrapport en voortgang", "Reports and reviews",
        """Elke week krijgt u een kort weekrapport over de resultaten, de belemmeringen en de besluiten die nodig zijn. Op afgesproken momenten is er een driehoeksgesprek over de voortgang.""",
        """Each week you get a short report on the results, the obstacles and the decisions that are needed. At agreed times there is a three-party review of the progress.""",
    ),
    (
        "reporting", "manager", "Weekrapport en voortgang", "Reports and reviews",
        """Elke week schrijft u een kort weekrapport over de resultaten, de belemmeringen en de besluiten die nodig zijn. Op afgesproken momenten neemt u deel aan een driehoeksgesprek over de voortgang.""",
        """Each week you report briefly on the results, the obstacles and the decisions that are needed. At agreed times you take part in a three-party review of the progress.""",
    ),
    (
        "shadow", "client", "De schaduwmanager", "The shadow manager",
        """Wij stellen een onafhankelijke schaduwmanager aan. Op de achtergrond, en vertrouwelijk, is de schaduwmanager klankbord voor de manager, en deelnemer aan de driehoeksgesprekken met u en de manager. U betaalt hier niets extra voor.""",
        """We appoint an independent shadow manager. In the background, and in confidence, the shadow manager is a sounding board for the manager, and takes part in the reviews with you and the manager. You pay nothing extra for this.""",
    ),
    (
        "shadow", "manager", "De schaduwmanager", "The shadow manager",
        """Wij stellen een onafhankelijke schaduwmanager aan, die uw klankbord is voor zaken buiten uw eigen vakgebied en die deelneemt aan de driehoeksgesprekken. Wat u elkaar vertrouwelijk schrijft, kunnen de opdrachtgever en wij niet lezen.""",
        """We appoint an independent shadow manager, who is a sounding board for you on matters outside your own field and takes part in the reviews. What you two say to each other in confidence, neither the client nor we can read.""",
    ),
    (
        "no_shadow", "client", "Geen schaduwmanager", "No shadow manager",
        """Voor deze opdracht wordt geen schaduwmanager aangesteld. De voortgang bespreken u, de manager en wij samen.""",
        """No shadow manager is appointed for this assignment. The reviews are held by you, the manager and us.""",
    ),
    (
        "no_shadow", "manager", "Geen schaduwmanager", "No shadow manager",
        """Voor deze opdracht wordt geen schaduwmanager aangesteld. De voortgang bespreken u, de opdrachtgever en wij samen.""",
        """No shadow manager is appointed for this assignment. The reviews are held by you, the client and us.""",
    ),
    (
        "guarantee", "client", "Garantie", "Guarantee",
        """Bent u ontevreden over de manager, dan kiest u: de manager wordt vervangen, of deze overeenkomst wordt beëindigd. Dat kan op elk moment, met één druk op een knop in Interregnum. U hoeft geen reden aan te tonen.

Vervanging is per direct en kosteloos. U krijgt binnen {profiles_within} twee profielen. De manager die u kiest, start binnen {start_within} na uw keuze. De overdracht tussen beide managers duurt ten hoogste {handover} en is voor onze rekening.

U betaalt nooit twee managers voor dezelfde dag, en voor de vervanging zelf betaalt u niets. Het dagtarief stijgt er niet door.

Beëindigen kan zonder opzegtermijn, op de dag die u kiest. U betaalt alleen de dagen die tot dan zijn gewerkt en goedgekeurd. Voor toekomstige dagen bent u geen vergoeding en geen schadeloosstelling verschuldigd.

U kunt de manager eerst een verbeterplan van ten hoogste {improvement} geven. Verplicht is dat nooit.

Wilt u liever eerst praten, dan wordt u dezelfde dag gebeld. Binnen {decide_within} kiest u daarna tussen verbetering, vervanging en beëindiging. De keuze is alleen aan u.

Deze garantie gaat voor het artikel over opzegging. Waar zij geldt, zien wij af van alles wat de wet ons voor toekomstige dagen zou geven (artikelen 7:408 en 7:411 van het Burgerlijk Wetboek).""",
        """If you are dissatisfied with the manager, you choose: the manager is replaced, or this agreement is ended. You may do so at any time, by one press of a button in Interregnum. You need not prove a reason.

Replacement is at once and free of charge. You get two profiles within {profiles_within}. The manager whom you choose starts within {start_within} after your choice. The hand-over between the two managers takes at most {handover} and is at our cost.

You never pay two managers for the same day, and you pay no fee for the replacement itself. The day rate does not rise because of it.

Ending is possible without notice, on the day that you choose. You pay only for days worked and accepted up to then. For days to come you owe no fee and no compensation.

You may first give the manager a plan of improvement of at most {improvement}. You are never obliged to.

If you would rather talk first, somebody calls you the same day. Within {decide_within} you then choose between improvement, replacement and the end. The choice is yours alone.

This guarantee goes before the clause on notice. Where it applies we waive all that the law would give us for days to come (articles 7:408 and 7:411 of the Dutch Civil Code).""",
    ),
    (
        "guarantee", "manager", "Garantie", "Guarantee",
        """De opdrachtgever heeft een garantie: een opdrachtgever die ontevreden is, kan u op elk moment laten vervangen of de opdracht beëindigen, zonder een reden aan te tonen. U aanvaardt dat; dit artikel is er het spiegelbeeld van.

U hoort het dezelfde dag, en u wordt gehoord voordat er iets in uw staat van dienst komt. De keuze van de opdrachtgever wacht daar niet op.

Kiest de opdrachtgever voor vervanging, dan kan uw opvolger worden gekozen uit profielen die binnen {profiles_within} worden getoond, en start die binnen {start_within} na die keuze. Deze overeenkomst eindigt wanneer uw opvolger het heeft overgenomen. U draagt zorgvuldig over aan uw opvolger, in ten hoogste {handover}; die dagen betalen wij tegen uw dagtarief.

Dagen die u hebt gewerkt en die de opdrachtgever heeft goedgekeurd, worden altijd betaald. Voor toekomstige dagen is er geen vergoeding en geen schadeloosstelling.

Kiest de opdrachtgever voor beëindiging, dan eindigt deze overeenkomst zonder opzegtermijn, op dezelfde dag als die van de opdrachtgever.

De opdrachtgever kan eerst een verbeterplan van ten hoogste {improvement} vragen, en kiest anders binnen {decide_within}. U kunt zo’n plan niet eisen.

Dit artikel gaat voor het artikel over opzegging. Waar het geldt, ziet u af van alles wat de wet u voor toekomstige dagen zou geven (artikelen 7:408 en 7:411 van het Burgerlijk Wetboek).""",
        """The client has a guarantee: a client who is dissatisfied may at any time have you replaced or end the assignment, without proving a reason. You accept that, and this clause mirrors it.

You hear of it the same day, and you are heard before anything is noted in your record. This does not delay the client's choice.

If the client chooses replacement, your successor can be chosen from profiles shown within {profiles_within} and starts within {start_within} after that choice. This agreement ends when your successor has taken over. You hand over to your successor carefully, for at most {handover}; we pay these days at your day rate.

Days that you worked and the client approved are always paid. For days to come there is no fee and no compensation.

If the client chooses to end, this agreement ends without notice, on the same day as the client's.

The client may first ask for a plan of improvement of at most {improvement}, and otherwise chooses within {decide_within}. You cannot demand such a plan.

This clause goes before the clause on notice. Where it applies you waive all that the law would give you for days to come (articles 7:408 and 7:411 of the Dutch Civil Code).""",
    ),
    (
        "notice", "client", "Opzegging", "Notice",
        """Buiten de garantie kan ieder van ons deze overeenkomst tussentijds schriftelijk opzeggen, met een opzegtermijn van {notice}.""",
        """Outside the guarantee, each of us may end this agreement early, in writing, with notice of {notice}.""",
    ),
    (
        "notice", "manager", "Opzegging", "Notice",
        """Buiten de garantie kan ieder van ons deze overeenkomst tussentijds schriftelijk opzeggen, met een opzegtermijn van {notice}. Zegt de opdrachtgever de opdracht tussentijds op, dan eindigt deze overeenkomst op dezelfde dag.""",
        """Outside the guarantee, each of us may end this agreement early, in writing, with notice of {notice}. If the client ends the assignment early with notice, this agreement ends on the same day.""",
    ),
    (
        "interests", "client", "Geen verborgen belangen", "No hidden interests",
        """Wij noch de manager nemen vanwege de opdracht provisie of ander voordeel van derden aan.

De manager heeft ons elk belang gemeld dat met het uwe kan botsen. Ontstaat er een nieuw belang, dan melden wij u dat meteen.""",
        """Neither we nor the manager take a commission or other advantage from third parties because of the assignment.

The manager has told us of every interest that could clash with yours. If a new one arises, we tell you at once.""",
    ),
    (
        "interests", "manager", "Geen verborgen belangen", "No hidden interests",
        """U neemt vanwege de opdracht geen provisie of ander voordeel van derden aan.

U hebt ons elk belang gemeld dat met dat van de opdrachtgever kan botsen. Ontstaat er een nieuw belang, dan meldt u ons dat meteen.""",
        """You take no commission or other advantage from third parties because of the assignment.

You have told us of every interest that could clash with the client's. If a new one arises, you tell us at once.""",
    ),
    (
        "confidentiality", "client", "Vertrouwelijkheid", "Confidentiality",
        """Wij en de manager houden voor ons wat wij over u te weten komen, tijdens de opdracht en daarna. U doet hetzelfde met wat u over ons en de manager te weten komt.""",
        """We and the manager keep to ourselves what we learn about you, during the assignment and after it. You do the same with what you learn about us and the manager.""",
    ),
    (
        "confidentiality", "manager", "Vertrouwelijkheid", "Confidentiality",
        """U houdt voor u wat u over de opdrachtgever en over ons te weten komt, tijdens de opdracht en daarna. Wij doen hetzelfde met wat wij over u te weten komen.""",
        """You keep to yourself what you learn about the client and about us, during the assignment and after it. We do the same with what we learn about you.""",
    ),
    (
        "data", "client", "Persoonsgegevens", "Personal data",
        """Persoonsgegevens worden alleen voor de opdracht gebruikt, volgens de AVG, en niet langer bewaard dan daarvoor nodig is.""",
        """Personal data are used for the assignment alone, by the GDPR, and are kept no longer than it needs.""",
    ),
    (
        "data", "manager", "Persoonsgegevens", "Personal data",
        """Persoonsgegevens worden alleen voor de opdracht gebruikt, volgens de AVG, en niet langer bewaard dan daarvoor nodig is.""",
        """Personal data are used for the assignment alone, by the GDPR, and are kept no longer than it needs.""",
    ),
    (
        "handover", "client", "Overdracht en borging", "Hand-over and anchoring",
        """Vanaf de eerste dag werkt de manager aan wat moet blijven: elke verandering krijgt een eigenaar onder uw eigen mensen, en kennis wordt aan hen overgedragen.

Aan het einde krijgt u een schriftelijke overdracht: resultaten naast doelen, wat nog openstaat en wie het voortzet.""",
        """From the first day the manager works on what must last: each change gets an owner among your own people, and knowledge is passed on to them.

At the end you get a written hand-over: results against targets, what is still open, and who carries it on.""",
    ),
    (
        "handover", "manager", "Overdracht en borging", "Hand-over and anchoring",
        """Vanaf de eerste dag werkt u aan wat moet blijven: elke verandering krijgt een eigenaar onder de eigen mensen van de opdrachtgever, en u draagt uw kennis aan hen over.

Aan het einde schrijft u een overdracht: resultaten naast doelen, wat nog openstaat en wie het voortzet.""",
        """From the first day you work on what must last: each change gets an owner among the client's own people, and you pass your knowledge on to them.

At the end you write a hand-over: results against targets, what is still open, and who carries it on.""",
    ),
    (
        "property", "client", "Wat gemaakt wordt", "What is made",
        """Wat de manager voor u heeft gemaakt, is van u zodra het is betaald.""",
        """What the manager made for you is yours once it has been paid.""",
    ),
    (
        "property", "manager", "Wat gemaakt wordt", "What is made",
        """Wat u voor de opdrachtgever hebt gemaakt, is van de opdrachtgever zodra het is betaald; uw eigen hulpmiddelen blijven van u.""",
        """What you made for the client belongs to the client once it has been paid; your own tools remain yours.""",
    ),
    (
        "aftercare", "client", "Nazorg", "Aftercare",
        """Drie, zes en twaalf maanden na het einde vragen wij u wat is beklijfd en doen wij u daarvan verslag, zonder extra kosten.""",
        """Three, six and twelve months after the end we ask you what has stuck and report it to you, at no extra cost.""",
    ),
    (
        "aftercare", "manager", "Nazorg", "Aftercare",
        """Drie, zes en twaalf maanden na het einde vragen wij de opdrachtgever wat is beklijfd. U beantwoordt vragen daarover; de uitkomst telt mee in uw staat van dienst.""",
        """Three, six and twelve months after the end we ask the client what has stuck. You answer questions about it; the outcome counts in your track record.""",
    ),
    (
        "disputes", "client", "Recht en geschillen", "Law and disputes",
        """Nederlands recht is van toepassing. Een geschil bespreken wij eerst met elkaar; daarna beslist de bevoegde Nederlandse rechter.""",
        """Dutch law applies. We first talk a dispute over; after that the competent Dutch court decides.""",
    ),
    (
        "disputes", "manager", "Recht en geschillen", "Law and disputes",
        """Nederlands recht is van toepassing. Een geschil bespreken wij eerst met elkaar; daarna beslist de bevoegde Nederlandse rechter.""",
        """Dutch law applies. We first talk a dispute over; after that the competent Dutch court decides.""",
    ),
    (
        "signature", "client", "Ondertekening", "Signature",
        """Deze overeenkomst wordt in Interregnum getekend door de volledige naam te typen. De naam, het moment en de digitale vingerafdruk (SHA-256) van dit document worden bewaard.""",
        """This agreement is signed in Interregnum by typing one's full name. The name, the moment and the digital fingerprint (SHA-256) of this document are kept.""",
    ),
    (
        "signature", "manager", "Ondertekening", "Signature",
        """Deze overeenkomst wordt in Interregnum getekend door de volledige naam te typen. De naam, het moment en de digitale vingerafdruk (SHA-256) van dit document worden bewaard.""",
        """This agreement is signed in Interregnum by typing one's full name. The name, the moment and the digital fingerprint (SHA-256) of this document are kept.""",
    ),
]


def fill(apps, schema_editor):
    version = apps.get_model("contract", "ClauseVersion")
    version.objects.bulk_create(
        version(
            clause=clause, deed=deed, version=1, valid_from=date(2020, 1, 1),
            title_nl=title_nl, title_en=title_en, text_nl=text_nl, text_en=text_en,
        )
        for clause, deed, title_nl, title_en, text_nl, text_en in CLAUSES
    )


def keep(apps, schema_editor):
    """What was drawn before says what the first versions say."""
    codes = list(dict.fromkeys(clause for clause, *_rest in CLAUSES))
    for contract in apps.get_model("contract", "Contract").objects.select_related("brief"):
        other = "shadow" if contract.brief.assurance == "none" else "no_shadow"
        kept = [[code, 1] for code in codes if code != other]
        contract.clauses = {"client": kept, "manager": kept}
        contract.brief_version = contract.brief.approved
        contract.save(update_fields=["clauses", "brief_version"])


class Migration(migrations.Migration):
    dependencies = [
        ("brief", "0003_write_the_brief_with_the_client"),
        ("contract", "0004_sign_in_one_way"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            "ClauseVersion",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deed", interregnum.columns.fields.EnumField()),
                ("clause", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField()),
                ("valid_from", models.DateField()),
                ("title_nl", models.CharField(max_length=80)),
                ("title_en", models.CharField(max_length=80)),
                ("text_nl", models.TextField(blank=True)),
                ("text_en", models.TextField(blank=True)),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField(null=True)),
            ],
            options={"ordering": ["deed", "clause", "-version"]},
        ),
        migrations.AddConstraint(
            "clauseversion", models.UniqueConstraint(fields=("deed", "clause", "version"), name="one_clause_version")
        ),
        migrations.AddField("contract", "clauses", models.JSONField(default=dict)),
        migrations.AddField("contract", "brief_version", models.PositiveSmallIntegerField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
