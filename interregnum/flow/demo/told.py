"""What the demonstration firm tells of its past: invented cases, most of them agreed to, one waiting, one declined."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from interregnum.flow.demo.cases_closed import past_stories
from interregnum.flow.demo.stories import Story, expect
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.accounts import actors_of
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.visible import readers_of
from interregnum.stages.learn.actions.case_consent import answer_case, offer_case
from interregnum.stages.learn.actions.case_write import draft_case, write_case
from interregnum.stages.learn.models import Case
from interregnum.stages.learn.rules.case_states import Answer

PARTS = ("title", "problem", "approach", "result", "lasted")


@dataclass(frozen=True)
class Told:
    """The same in both languages, part by part, of the assignment with this number; what its client said, if it did."""

    number: int
    nl: tuple[str, str, str, str, str]
    en: tuple[str, str, str, str, str]
    answer: Answer | None = Answer.AGREE
    in_proposals: bool = True

    def texts(self) -> dict[str, str]:
        every = {"nl": self.nl, "en": self.en}
        return {f"{part}_{code}": text for code, said in every.items() for part, text in zip(PARTS, said, strict=True)}


TOLD = (
    Told(
        0,
        (
            "Twee teams, één werkwijze",
            "Twee teams deden hetzelfde werk op twee manieren. Klanten wachtten lang, en bij elke overdracht ging iets "
            "mis.",
            "De interim-manager liet mensen uit beide teams samen het werk tekenen zoals het moest, en schrapte elke "
            "controle die niets opleverde. Wie tegen was, kreeg een rol in het ontwerp. Per stap kwam er een eigenaar.",
            "Een aanvraag duurde eerst 21 werkdagen en na drie maanden 10. Fouten in dossiers gingen van 9% naar 3%.",
            "Na een jaar stond dat nog. De teams meten het zelf, elke week, en lossen samen op wat afwijkt.",
        ),
        (
            "Two teams, one way of working",
            "Two teams did the same work in two ways. Customers waited long, and at each hand-over something went "
            "wrong.",
            "The interim manager had people of both teams draw the work as it should be, and dropped every check that "
            "brought nothing. Whoever was against it got a part in the design. Each step got an owner.",
            "A request took 21 working days at first and 10 after three months. Errors in files went from 9% to 3%.",
            "A year later it still stood. The teams measure it themselves, every week, and solve together what is off.",
        ),
    ),
    Told(
        1,
        (
            "De afsluiting bleef op tijd toen het hoofd vertrok",
            "Het hoofd van de administratie vertrok en de opvolger kon pas na een kwartaal beginnen. De "
            "maandafsluiting "
            "liep al uit.",
            "De interim-manager leidde de afdeling, legde de volgorde van de afsluiting vast en leerde twee "
            "medewerkers "
            "die zelf te draaien. De opvolger liep de laatste weken mee.",
            "De maandafsluiting ging van 12 naar 8 werkdagen.",
            "De opvolger nam een afdeling over die het ritme kende. Na een halfjaar was het nog zo.",
        ),
        (
            "The books closed in time when their head left",
            "The head of administration left and the successor could not begin before a quarter had passed. Closing "
            "the "
            "month already took too long.",
            "The interim manager led the department, wrote down the order of the closing and taught two people to run "
            "it. The successor walked along in the last weeks.",
            "Closing the month went from 12 to 8 working days.",
            "The successor took over a department that knew the rhythm. Half a year later it still did.",
        ),
    ),
    Told(
        3,
        (
            "Rust na een ingreep van de toezichthouder",
            "De toezichthouder greep in: dossiers waren niet op orde. Binnen dagen moest iemand de leiding nemen.",
            "De interim-manager begon elke ochtend met alle betrokkenen aan één lijst, nam besluiten dezelfde dag en "
            "hield de toezichthouder wekelijks op de hoogte. Na de eerste weken kreeg elk soort bevinding een "
            "eigenaar.",
            "Van 38 open bevindingen bleef er geen over.",
            "Er kwamen geen nieuwe bij. De lijst is nu een vast overleg van een kwartier.",
        ),
        (
            "Calm after the supervisor stepped in",
            "The supervisor stepped in: files were not in order. Within days somebody had to take the lead.",
            "The interim manager began each morning with everybody at one list, took decisions the same day and told "
            "the "
            "supervisor every week how it went. After the first weeks each kind of finding got an owner.",
            "Of 38 open findings none was left.",
            "No new ones came. The list is now a fixed meeting of a quarter of an hour.",
        ),
    ),
    Told(
        5,
        (
            "Minder verzuim door anders roosteren",
            "In het klantcontact was het verzuim hoog en vertrokken goede mensen. Roosters kwamen laat en wisselden "
            "vaak.",
            "De interim-manager liet de mensen zelf roosteren binnen duidelijke grenzen, en leerde leidinggevenden het "
            "gesprek voeren voordat iemand uitvalt.",
            "Het ziekteverzuim ging van 11% naar 6%.",
            "Een jaar later roosteren de mensen nog steeds zelf, en bleef het verzuim laag.",
        ),
        (
            "Fewer sick days by other rosters",
            "In customer contact many were ill and good people left. Rosters came late and often changed.",
            "The interim manager let people make their own rosters within clear bounds, and taught those who lead to "
            "talk before somebody falls ill.",
            "Absence through illness went from 11% to 6%.",
            "A year later people still make their own rosters, and absence stayed low.",
        ),
    ),
    Told(
        16,
        (
            "Een klantportaal dat stilstond ging open",
            "Een nieuw klantportaal moest open, maar het project stond stil: ieder wachtte op een besluit van een "
            "ander.",
            "De interim-manager haalde de open besluiten naar voren, gaf elk een dag en een beslisser, en liet het "
            "portaal "
            "in stukken opengaan in plaats van in één keer.",
            "Na de opening gebruikte 40% van de klanten het. Van 64 open bevindingen bleven er 5 over.",
            "Het gebruik bleef groeien. De afdeling beheert het portaal zelf.",
        ),
        (
            "A customer portal that stood still was opened",
            "A new customer portal had to open, but the project stood still: each waited for a decision of another.",
            "The interim manager brought the open decisions forward, gave each a day and somebody to decide, and had "
            "the portal opened in pieces instead of all at once.",
            "After the opening 40% of the customers used it. Of 64 open findings 5 were left.",
            "Use went on growing. The department runs the portal itself.",
        ),
    ),
    Told(
        11,
        (
            "Zelf de producten op orde houden",
            "Regels veranderden en de kennis om de producten aan te passen ontbrak in huis.",
            "De interim-manager paste de eerste producten samen met medewerkers aan en liet hen daarna de volgende "
            "doen, "
            "met steeds minder hulp.",
            "Alle producten voldoen; eerst was dat 20%. Zes mensen kunnen het nu zelf.",
            "Bij de volgende wijziging was geen hulp van buiten nodig.",
        ),
        (
            "Keeping the products in order oneself",
            "Rules changed and the knowledge to adapt the products was missing in house.",
            "The interim manager adapted the first products together with employees and then let them do the next "
            "ones, "
            "with less and less help.",
            "All products comply; at first 20% did. Six people can do it themselves by now.",
            "At the next change no help from outside was needed.",
        ),
        in_proposals=False,
    ),
    Told(
        6,
        (
            "Afspraken met klanten bleven staan",
            "De leider van een commercieel team viel langdurig uit. Klanten merkten het: gesprekken bleven liggen.",
            "De interim-manager verdeelde de klanten opnieuw, plande elk kwartaalgesprek vooruit en coachte het team "
            "in "
            "het voeren ervan.",
            "Van de klanten werd eerst 55% elk kwartaal gesproken, daarna 90%.",
            "Na een halfjaar hield het team dat vol.",
        ),
        (
            "Appointments with customers were kept",
            "The leader of a commercial team was ill for long. Customers noticed: talks were put off.",
            "The interim manager divided the customers anew, planned each quarterly talk ahead and coached the team in "
            "holding them.",
            "At first 55% of the customers were spoken to every quarter, afterwards 90%.",
            "Half a year later the team kept it up.",
        ),
        answer=None,
    ),
    Told(
        17,
        (
            "Dossiers op orde voor de toezichthouder terugkwam",
            "Er lagen bevindingen van de toezichthouder, en de termijn was kort.",
            "De interim-manager maakte één lijst, verdeelde het werk per dag en liet elk dossier door twee mensen "
            "zien.",
            "Van 38 open bevindingen bleef er geen over.",
            "De controle door twee mensen is gebleven.",
        ),
        (
            "Files in order before the supervisor came back",
            "There were findings of the supervisor, and time was short.",
            "The interim manager made one list, divided the work by the day and had each file seen by two people.",
            "Of 38 open findings none was left.",
            "The check by two people has stayed.",
        ),
        answer=Answer.DECLINE,
    ),
)
# How long ago the bureau wrote them and clients answered, in days; the one that waits was asked this week.
WRITTEN, ANSWERED, LATELY = 60, 55, 3


def tell_of_past(bureau: Actor, at: datetime) -> int:
    """Of each whose assignment is there and has no case yet; gives how many. What may not go out stays a draft."""
    stories = [past.story for past in past_stories()]
    return sum(_tell(told, stories[told.number], bureau, at) for told in TOLD)


def _tell(told: Told, story: Story, bureau: Actor, at: datetime) -> bool:
    asked = {"contract__brief__request__contact_email": story.client.email}
    rows = Assignment.objects.filter(**asked, contract__brief__request__text=story.text, category=story.category)
    row = rows.exclude(pk__in=Case.objects.values("assignment")).order_by("starts_on").first()
    if row is None:
        return False
    days = WRITTEN if told.answer else LATELY
    about: dict[str, Any] = {"assignment": row.code}
    told_by: dict[str, Any] = about | {"by": bureau, "at": at - timedelta(days=days)}
    if isinstance(draft_case(**told_by), Refused):
        return False
    expect(write_case(seen=1, texts=told.texts(), **told_by))
    if isinstance(offer_case(version=2, **told_by), Refused) or told.answer is None:
        return True
    agrees = told.answer is Answer.AGREE
    client = next(actor for actor in actors_of(next(iter(readers_of(row, Role.CLIENT)))) if actor.role is Role.CLIENT)
    said: dict[str, Any] = {"on_site": agrees, "in_proposals": agrees and told.in_proposals, "answer": told.answer}
    words = "" if agrees else "Wij willen hier liever niet mee naar buiten (verzonnen)."
    expect(answer_case(version=2, words=words, by=client, at=at - timedelta(days=ANSWERED), **said, **about))
    return True
