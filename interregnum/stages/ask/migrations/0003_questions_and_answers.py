"""Questions of clients with the answers of the firm, in tables of their own; the first eight come along."""

import django.db.models.deletion
from django.db import migrations, models

import interregnum.columns.fields

# code, question nl, question en, search words nl, search words en, answer nl, answer en
QUESTIONS = [
    (
        "what",
        "Wat is interim-management, en welke vormen zijn er?",
        "What is interim management, and which kinds are there?",
        "betekenis uitleg soorten vormen",
        "meaning explanation kinds types",
        """Interim-management is leiding op tijd: een ervaren manager van buiten neemt voor een afgesproken periode een functie of opdracht op zich, met bevoegdheden en met een resultaat dat vooraf is vastgelegd. Het doel is een concreet probleem in korte tijd oplossen, en wel zo dat de oplossing blijft staan als de manager weg is: zij wordt verankerd in de organisatie en in de mensen die er werken.

Wij onderscheiden vijf vormen:

- **Verandermanagement**: de organisatie moet anders gaan werken, bijvoorbeeld na een fusie of bij een nieuwe strategie.
- **Overbruggingsmanagement**: een stoel is leeg en het werk moet doorgaan, tot de opvolger er is.
- **Projectmanagement**: een afgebakende opgave met een einde, zoals een nieuw systeem, binnen tijd en budget.
- **Crisismanagement**: het kan niet wachten, omdat resultaten wegvallen, het vertrouwen weg is of de toezichthouder ingrijpt.
- **Deskundigheidsmanagement**: kennis die u niet in huis hebt, zolang u haar nodig hebt.

In de praktijk lopen vormen in elkaar over. Wij zeggen daarom altijd waaraan wij een opdracht herkennen. Een overbrugging duurt meestal drie tot negen maanden, een verandering vaak een jaar of langer.""",
        """Interim management is leadership for a limited time: an experienced manager from outside takes on a post or an assignment for an agreed period, with authority and with a result that is laid down beforehand. The aim is to solve a specific problem in a short time, and in such a way that the solution stands when the manager has gone: it is anchored in the organisation and in the people who work there.

We distinguish five kinds:

- **Change management**: the organisation must work differently, for example after a merger or with a new strategy.
- **Bridging management**: a seat is empty and the work must go on, until the successor is there.
- **Project management**: a bounded task with an end, such as a new system, within time and budget.
- **Crisis management**: it cannot wait, because results collapse, trust is gone or the supervisor steps in.
- **Expertise management**: knowledge that you do not have in house, for as long as you need it.

In practice the kinds overlap. That is why we always say by what we recognise an assignment. Bridging usually takes three to nine months, a change often a year or longer.""",
    ),
    (
        "adviser_or_manager",
        "Heb ik een adviseur nodig of een interim-manager?",
        "Do I need an adviser or an interim manager?",
        "adviseur consultant advies uitvoeren",
        "adviser consultant advice implement",
        """Een adviseur onderzoekt de vraag, legt de keuzes naast elkaar en beveelt er een aan. Het besluit en de uitvoering laat hij aan u. Een interim-manager adviseert ook, maar voert daarna uit: hij beslist binnen zijn mandaat, geeft leiding aan mensen en is aanspreekbaar op het resultaat.

Inzien dat er iets moet veranderen is één ding. Het proces leiden en er een blijvende impuls aan geven is een ander. Daarom verenigt een interim-manager vier rollen: **operationeel manager**, **adviseur**, **coach** en **verandermanager**. Hoe zwaar elke rol weegt, spreken wij per opdracht met u af.

Is nog niet duidelijk wat er moet gebeuren, of hoeft niemand te beslissen en leiding te geven? Dan is een advies genoeg, en dat zeggen wij u ook.""",
        """An adviser studies the question, lays the choices side by side and recommends one. The decision and the work are left to you. An interim manager advises too, but then carries it out: he or she decides within the mandate, leads people and answers for the result.

Recognising that something must change is one thing. Leading the process and giving it a lasting impulse is another. That is why an interim manager combines four roles: **operational manager**, **adviser**, **coach** and **change manager**. How much each role weighs is agreed with you for every assignment.

Is it not clear yet what must be done, or does nobody have to decide and lead? Then advice is enough, and we will tell you so.""",
    ),
    (
        "when",
        "Wanneer schakelt u een interim-manager in?",
        "When do you call in an interim manager?",
        "wanneer aanleiding redenen situatie",
        "when reasons situation occasion",
        """Opdrachtgevers komen meestal met een van deze vijf redenen:

- orde en rust moeten terugkeren;
- een organisatie moet worden ontworpen of anders ingericht, en dat moet ook worden ingevoerd;
- de prestaties moeten beter;
- een afdeling of bedrijf moet draaiend blijven, bijvoorbeeld omdat een manager ziek of vertrokken is;
- een project moet worden geleid.

Daaronder ligt steeds een van twee gronden: u hebt er zelf **geen tijd of capaciteit** voor, of u hebt de **kwaliteit niet in huis**.

Het is niet altijd het goede antwoord. Voor blijvend werk kunt u beter iemand in dienst nemen. En zonder iemand bij u die het mandaat geeft en er elke week tijd voor maakt, is het te vroeg. Leg ons gerust uw situatie voor.""",
        """Clients usually come with one of these five reasons:

- order and calm must be restored;
- an organisation must be designed or redesigned, and that must be put into effect as well;
- performance must improve;
- a department or company must be kept running, for example because a manager is ill or has left;
- a project must be led.

Beneath them lies one of two grounds: you have **no time or capacity** for it yourself, or you do **not have the quality in house**.

It is not always the right answer. For lasting work you had better appoint somebody. And without someone on your side who gives the mandate and makes time for it every week, it is too early. Do put your situation to us.""",
    ),
    (
        "advantages",
        "Wat zijn de voordelen van een interim-manager?",
        "What are the advantages of an interim manager?",
        "voordelen meerwaarde waarom snel",
        "advantages benefits why quick",
        """- **Snel inzetbaar.** Binnen enkele dagen kiest u uit twee of drie kandidaten. De start volgt vaak binnen twee weken, tenzij screening, ondernemingsraad of toezichthouder meer tijd vraagt.
- **Ervaring met het vraagstuk.** De manager heeft het eerder gedaan en laat dat zien met resultaten en een referent.
- **Snel resultaat.** Wij spreken af wanneer het eerste resultaat zichtbaar is, en meten dat.
- **De frisse blik van een buitenstaander.** Iemand van buiten ziet wat men van binnen niet meer ziet.
- **Objectief.** De manager is geen deel van de cultuur en haar gewoonten. Belangen worden vooraf gemeld en onderzocht.
- **Geen eigen carrièredoel binnen uw organisatie.** Er speelt dus geen politiek voor een volgende baan.
- **Een breekijzer.** Wat vastzit, kan weer in beweging komen.

Er is ook een keerzijde: een buitenstaander moet uw mensen nog leren kennen en vertrekt weer. Daarom regelen wij vanaf de eerste dag wie het werk overneemt.""",
        """- **Quick to deploy.** Within days you choose between two or three candidates. The start often follows within two weeks, unless screening, the works council or the regulator needs more time.
- **Experience with the issue.** The manager has done it before and shows it with results and a referee.
- **A quick result.** We agree when the first result will be visible, and measure it.
- **The fresh eye of an outsider.** Somebody from outside sees what those inside no longer see.
- **Objective.** The manager is no part of the culture and its habits. Interests are declared and checked beforehand.
- **No career goal of their own inside your organisation.** So no politics are played for a next job.
- **A crowbar.** What is stuck can move again.

There is a downside as well: an outsider has yet to get to know your people, and leaves again. That is why we settle from day one who takes the work over.""",
    ),
    (
        "levels",
        "Op welke niveaus en in welke disciplines werken uw managers?",
        "At which levels and in which disciplines do your managers work?",
        "niveau discipline functie sector",
        "level discipline function sector",
        """Op alle niveaus van leiding: van raad van commissarissen en directie tot afdelingshoofd en teamleider. En zowel in primaire en ondersteunende processen als in projecten.

Ons vak is de financiële dienstverlening: banken, verzekeraars, pensioenfondsen en -uitvoerders, vermogensbeheerders, intermediairs, hypotheken, leasing en betaaldiensten. Daarbinnen werken onze managers in acht disciplines:

- algemeen management
- backoffice
- verkoop
- marketing
- productmanagement
- financiën
- personeel en organisatie
- procesmanagement

Staat uw vakgebied er niet bij, vraag het dan toch. Als wij er niemand voor hebben, zeggen wij dat.""",
        """At all levels of management: from supervisory board and executive board to head of department and team leader. And in primary and supporting processes as well as in projects.

Our field is financial services: banks, insurers, pension funds and administrators, asset managers, intermediaries, mortgages, leasing and payments. Within it our managers work in eight disciplines:

- general management
- back office
- sales
- marketing
- product management
- finance
- human resources
- process management

Is your field not among them? Do ask. If we have nobody for it, we will say so.""",
    ),
    (
        "employees",
        "Hoe reageren medewerkers op een interim-manager?",
        "How do employees react to an interim manager?",
        "medewerkers weerstand draagvlak reactie",
        "employees resistance commitment reaction",
        """Verschillend. Sommigen zijn opgelucht dat er eindelijk iets gebeurt, anderen zijn bezorgd of wantrouwend. **Geen verandering zonder weerstand**: omgaan met die weerstand is een wezenlijk deel van het werk, en **draagvlak** opbouwen een ander deel.

Een goede interim-manager vertelt op de eerste dag waarvoor hij of zij komt, voor hoe lang en met welke bevoegdheid. Daarna telt wat mensen zien: kennis, vaardigheden en het vermogen om anderen mee te krijgen. Daarop worden managers door medewerkers gewaardeerd.

Wij volgen het ook. De manager houdt bij waar weerstand zit en wat helpt, en uw medewerkers kunnen met een korte vragenlijst anoniem zeggen hoe het gaat. De ondernemingsraad betrekt u op tijd: bij een tijdelijke bestuurder of een ingrijpende verandering heeft zij vaak adviesrecht.""",
        """In different ways. Some are relieved that something happens at last, others are worried or wary. **No change without resistance**: dealing with it is an essential part of the work, and building **commitment** is another part.

A good interim manager says on the first day what he or she has come for, for how long and with which authority. After that it is what people see that counts: knowledge, skills and the ability to mobilise others. That is what employees value managers for.

We follow it as well. The manager keeps track of where resistance is and what helps, and your employees can say anonymously in a short questionnaire how it is going. Involve the works council in time: with a temporary director or a far-reaching change it often has a right to advise.""",
    ),
    (
        "quality",
        "Hoe bewaakt u de kwaliteit?",
        "How do you guard the quality?",
        "kwaliteit schaduwmanager voortgang",
        "quality shadow progress",
        """Dat begint bij de keuze: wij stellen alleen managers voor die uw vraagstuk aantoonbaar eerder hebben opgelost, met een referent, en onderzoeken vooraf of er belangen botsen.

Daarna houdt het niet op. Bij opdrachten waar dat nodig is, wordt de kwaliteit van de voortgang doorlopend beoordeeld. Daarvoor zetten wij een **schaduwmanager** in: een ervaren collega op de achtergrond, die de opdracht vooraf kritisch toetst en voor de interim-manager een klankbord is, ook bij vragen buiten diens eigen vakgebied. Wat die twee in vertrouwen bespreken, leest niemand anders.

U, de interim-manager en de schaduwmanager spreken elkaar op vaste momenten in een **voortgangsgesprek**. Tussendoor leest u elke week een kort verslag, naast de resultaten die zijn afgesproken en gemeten.""",
        """It begins with the choice: we only propose managers who have demonstrably solved your issue before, with a referee, and check beforehand whether interests conflict.

It does not stop there. On assignments that call for it, the quality of progress is judged continuously. For that we bring in a **shadow manager**: an experienced colleague in the background who examines the assignment critically before the start and is a sounding board for the interim manager, also on questions outside the manager's own field. What those two discuss in confidence is read by nobody else.

You, the interim manager and the shadow manager meet at fixed moments in a **progress meeting**. In between you read a short report each week, beside the results that were agreed and measured.""",
    ),
    (
        "not_satisfied",
        "Wat als ik niet tevreden ben?",
        "What if I am not satisfied?",
        "ontevreden vervangen stoppen garantie",
        "dissatisfied replace stop guarantee",
        """Dan **vervangen wij de manager direct en kosteloos**, of u **beëindigt de overeenkomst**. De keuze is aan u en u hoeft geen bewijs te leveren.

- **Vervangen.** U krijgt binnen enkele dagen nieuwe kandidaten. De overdracht van de een op de ander gaat op onze rekening: u betaalt nooit twee managers voor dezelfde dag.
- **Beëindigen.** U betaalt de dagen die zijn gewerkt, en niet meer. Een opzegtermijn geldt dan niet.

Deze mogelijkheid staat in elk contract dat wij sluiten. Vaak helpt een gesprek eerder: klikt het niet of blijft het resultaat uit, bel ons dan meteen.""",
        """Then **we replace the manager at once and free of charge**, or you **end the agreement**. The choice is yours and you need not prove anything.

- **Replacement.** You get new candidates within days. The hand-over from one to the other is at our expense: you never pay two managers for the same day.
- **Ending.** You pay for the days that were worked, and no more. A notice period does not apply then.

This option stands in every contract that we make. A talk often helps sooner: if it does not click or the result stays away, call us at once.""",
    ),
]


def fill(apps, schema_editor):
    question = apps.get_model("ask", "Question")
    names = ("code", "question_nl", "question_en", "search_nl", "search_en", "answer_nl", "answer_en")
    question.objects.bulk_create(
        question(**dict(zip(names, row, strict=True)), position=number) for number, row in enumerate(QUESTIONS, 1)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('ask', '0002_second_opinion'),
    ]

    operations = [
        migrations.CreateModel(
            name='AskedQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField()),
                ('words', models.CharField(max_length=300, unique=True)),
                ('text', models.CharField(max_length=500)),
                ('language', models.CharField(default='nl', max_length=2)),
                ('times', models.PositiveIntegerField(default=1)),
                ('first_at', models.DateTimeField()),
                ('last_at', models.DateTimeField(db_index=True)),
                ('state', interregnum.columns.fields.EnumField(db_index=True, default='open', max_length=20)),
            ],
            options={
                'ordering': ['-last_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('question_nl', models.CharField(max_length=200)),
                ('question_en', models.CharField(max_length=200)),
                ('answer_nl', models.TextField()),
                ('answer_en', models.TextField()),
                ('search_nl', models.CharField(blank=True, max_length=500)),
                ('search_en', models.CharField(blank=True, max_length=500)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Asker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', interregnum.columns.fields.CodeField()),
                ('name', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('message', models.TextField(blank=True)),
                ('language', models.CharField(default='nl', max_length=2)),
                ('is_held', models.BooleanField(default=False)),
                ('left_at', models.DateTimeField(db_index=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='askers', to='ask.askedquestion')),
            ],
            options={
                'ordering': ['left_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='QuestionVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField()),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.CharField(max_length=120)),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='ask.question')),
            ],
            options={
                'ordering': ['-changed_at', '-pk'],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
