"""What the demonstration firm did before: invented assignments that are over, in each category, over three years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from interregnum.flow.demo.stories import (
    ANKERPLAATS,
    DRIEHOEK,
    EIKENLAAN,
    KOMPAS,
    VLINDER,
    WINDROOS,
    ZILVERMEER,
    ZWALUW,
    Reach,
    Story,
    goal,
)


class Course(StrEnum):
    """How it ended, and what stayed of it."""

    STAYS = "stays"
    SLIPS = "slips"
    FALLS_BACK = "falls_back"
    SILENT = "silent"
    EARLY = "early"
    GUARANTEE = "guarantee"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Past:
    story: Story
    course: Course


MANY = 32
CLIENTS = (ZWALUW, ZILVERMEER, EIKENLAAN, WINDROOS, KOMPAS, VLINDER, ANKERPLAATS, DRIEHOEK)
# Days between the last request and today, and from one request to the next: all of them closed more than a year ago.
NEWEST, EACH = 540, 24
COURSES = (
    Course.STAYS, Course.STAYS, Course.SLIPS, Course.STAYS, Course.FALLS_BACK, Course.STAYS, Course.STAYS, Course.SILENT,
    Course.STAYS, Course.SLIPS, Course.EARLY, Course.STAYS, Course.REPLACED, Course.STAYS, Course.GUARANTEE, Course.STAYS,
)  # fmt: skip

MOODS = {Course.EARLY: "mixed", Course.SLIPS: "mixed", Course.GUARANTEE: "hard", Course.REPLACED: "hard"}


def _past(
    category: str, level: str, discipline: str, text: str, wanted: str, *goals: tuple[str, str, str, str]
) -> Story:
    return Story(
        CLIENTS[0],
        text,
        Reach.LANDED,
        0,
        category,
        level,
        (discipline,),
        wanted,
        weeks=10,
        days=3,
        ceiling=2600,
        goals=tuple(goal(title, unit, baseline, target, "1.6") for title, unit, baseline, target in goals),
        diagnosis="Het werk wacht op elkaar: elke overdracht kost dagen, en niemand ziet het geheel.",
        notes=("De eerste afspraken staan op papier en worden nageleefd.",),
    )


KINDS = (
    _past(
        "change", "senior", "back_office",
        "Twee teams doen hetzelfde werk op twee manieren. Wij zoeken een verandermanager die er één werkwijze van maakt.",
        "Eén werkwijze voor beide teams.",
        ("Doorlooptijd van een aanvraag", "werkdagen", "21", "10"), ("Fouten in dossiers", "%", "9", "3"),
    ),
    _past(
        "bridging", "middle", "finance",
        "Ons hoofd financiële administratie is vertrokken; de opvolger begint over drie maanden. Wie leidt de afdeling?",
        "De afsluiting blijft op tijd.",
        ("Dagen tot de maandafsluiting", "werkdagen", "12", "8"),
    ),
    _past(
        "project", "programme", "process_management",
        "Het nieuwe klantportaal moet voor de zomer live. Het project staat stil en wij zoeken een projectleider.",
        "Het portaal is live en wordt gebruikt.",
        ("Klanten die het portaal gebruiken", "%", "0", "40"), ("Open bevindingen", "stuks", "64", "5"),
    ),
    _past(
        "crisis", "senior", "general_management",
        "De toezichthouder grijpt in: onze dossiers zijn niet op orde en er moet per direct iemand komen die de rust herstelt.",
        "Alle bevindingen zijn weggewerkt.",
        ("Open bevindingen van de toezichthouder", "stuks", "38", "0"),
    ),
    _past(
        "expertise", "specialist", "product_management",
        "Wij missen de kennis om onze producten aan de nieuwe regels aan te passen, en zoeken een specialist die het ons leert.",
        "De producten voldoen, en wij kunnen het zelf.",
        ("Producten die voldoen", "%", "20", "100"), ("Mensen die het zelfstandig kunnen", "mensen", "0", "6"),
    ),
    _past(
        "change", "senior", "human_resources",
        "Het ziekteverzuim in ons klantcontact is hoog en goede mensen vertrekken. Wij willen anders gaan roosteren en leiden.",
        "Minder verzuim, en mensen die blijven.",
        ("Ziekteverzuim", "%", "11", "6"),
    ),
    _past(
        "bridging", "middle", "sales",
        "Onze commercieel manager is langdurig ziek. Wij zoeken iemand die het team van accountmanagers draaiende houdt.",
        "Het team haalt zijn afspraken met klanten.",
        ("Klanten die elk kwartaal gesproken zijn", "%", "55", "90"),
    ),
)  # fmt: skip


def past_stories() -> Iterator[Past]:
    """The oldest first. Each client in turn, and each kind of problem; no two of them are alike."""
    for number in range(MANY):
        kind, client = KINDS[number % len(KINDS)], CLIENTS[number % len(CLIENTS)]
        course = COURSES[number % len(COURSES)]
        moods = MOODS.get(course, "good")
        age = NEWEST + EACH * (MANY - 1 - number)
        weeks = 10 + number % 3 * 2
        yield Past(replace(kind, client=client, age=age, weeks=weeks, moods=moods, reach=Reach.RUNNING), course)
