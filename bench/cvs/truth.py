"""Invented people with the careers that their CVs will tell of."""

from dataclasses import dataclass, field
from random import Random

FIRST = (
    "Aafke", "Bram", "Carlijn", "Daan", "Elske", "Floor", "Gijs", "Hanneke", "Ivo", "Jorinde", "Koen", "Lotte", "Maarten",
    "Noor", "Olivier", "Petra", "Quirijn", "Roos", "Sander", "Tessa", "Ümit", "Vera", "Wouter", "Yasmin", "Zoë", "René",
    "Jan-Willem", "Anne-Marie", "Fatima", "Mohamed",
)  # fmt: skip
LAST = (
    "Verzonnen", "Bedenksel", "Proefpersoon", "van den Denkbeeld", "de Fantast", "Voorbeeld", "van der Fictief", "Nepstra",
    "Papier", "Schijnbaar-Test", "van 't Zogenaamd", "Testinga", "ter Hersenspin", "Fabelaar", "Luchtkasteel", "Nergenshuis",
)  # fmt: skip
HOUSES = (
    "Voorbeeldbank N.V.", "Denkbeeldige Spaarbank", "Proefpolis Verzekeringen", "Nergens Levensverzekeringen N.V.",
    "Pensioenfonds Verzonnen Vak", "Papieren Pensioenuitvoering B.V.", "Luchtkasteel Vermogensbeheer", "Fabelbetaal",
    "Niemandsland Hypotheken B.V.", "Schijnlease B.V.", "Gemeente Voorbeeldstad", "Stichting Zorgschijn", "Fabelaar & Zn",
    "Ministerie van Verzinsels", "Universiteit Nergens", "Blauwdruk Group", "Kwartet", "Drieluik Consultancy", "Ooievaar",
    "Tussenpersoon Testinga B.V.", "Hogeland Retail", "Woningcorporatie De Luwte", "Zeewind Energie", "Quorra", "Nimbus IT",
    "Coöperatie De Eendracht U.A.", "Meridiaan", "Polderlicht", "Atlas Insurance Ltd", "Northbridge Capital", "Kruispunt",
)  # fmt: skip
TITLES = {
    "nl": (
        "Interim Manager Operations", "Manager Schadebehandeling", "Financieel directeur", "Hoofd Financiën", "Teamleider",
        "Programmamanager", "Projectleider migratie", "Directeur Bedrijfsvoering", "Interim HR-directeur", "Controller",
        "Hoofd Klantenservice", "Afdelingsmanager Hypotheken", "Algemeen directeur", "Kwartiermaker", "Verandermanager",
        "Manager Polisadministratie", "Senior adviseur", "Procesmanager", "Marketingmanager", "Accountmanager", "CFO",
        "Interim directeur Verkoop", "Commercieel manager", "Unitmanager Pensioenen", "Compliance officer", "Lid van de directie",
        "Teammanager acceptatie", "Business Unit Manager", "Projectmanager", "Manager Verkoop binnendienst", "COO",
    ),
    "en": (
        "Interim Operations Manager", "Head of Claims", "Chief Financial Officer", "Finance Director", "Team Lead",
        "Programme Manager", "Project Manager", "Managing Director", "Interim HR Director", "Business Controller",
        "Head of Customer Service", "Director of Operations", "Change Manager", "Product Manager", "Marketing Manager",
        "Senior Consultant", "Process Manager", "Account Manager", "CFO", "COO", "Business Unit Manager", "Risk Manager",
        "Compliance Officer", "Transformation Lead", "Sales Director", "Underwriting Manager", "HR Business Partner",
    ),
}  # fmt: skip
TOWNS = (
    "Utrecht", "Amsterdam", "Zwolle", "'s-Hertogenbosch", "Den Haag", "Amersfoort", "Bergen op Zoom", "Leeuwarden", "Zeist",
    "Alphen aan den Rijn", "Haarlem", "Tilburg", "Nijmegen", "Capelle aan den IJssel", "Groningen", "Apeldoorn", "Rotterdam",
)  # fmt: skip
STUDIES = {
    "nl": (
        "Bedrijfseconomie", "HBO Bedrijfskunde", "MSc Accountancy", "Nederlands Recht", "Executive MBA", "Bestuurskunde",
        "HEAO Commerciële Economie", "Master of Change Management", "Informatica", "Postdoctoraal Controlling", "VWO",
    ),
    "en": (
        "MSc Business Economics", "BSc Business Administration", "Executive MBA", "LLM Dutch Law", "MSc Psychology",
        "Master in Change Management", "BSc Computer Science", "Postgraduate Controlling",
    ),
}  # fmt: skip
SCHOOLS = (
    "Universiteit van Nergenshuizen", "Hogeschool Verzonnendam", "Voorbeeld Business School", "Erasmus Universiteit Rotterdam",
    "Hogeschool Utrecht", "Rijksuniversiteit Groningen", "Nyenrode Business Universiteit", "TIAS", "Het Fabel Lyceum",
    "Hanzehogeschool Groningen", "Vrije Universiteit Amsterdam",
)  # fmt: skip
SPEAKS = ("nl", "en", "de", "fr", "es")
DONE = {
    "nl": (
        "Achterstand van 4.000 dossiers weggewerkt in zes maanden",
        "Leiding gegeven aan 45 fte, verdeeld over drie teams in twee vestigingen",
        "Implementatie van een nieuw polissysteem, binnen tijd en budget opgeleverd",
        "Kosten met 18% verlaagd en de klanttevredenheid verhoogd van 6,8 naar 7,9",
        "Samen met de directie een nieuwe koers uitgezet voor 2020 en verder",
        "Verantwoordelijk voor budget, planning en de relatie met de toezichthouder",
        "Reorganisatie begeleid, inclusief het adviestraject met de ondernemingsraad",
        "Coaching van teamleiders bij het invoeren van dagstarts en verbeterborden",
    ),
    "en": (
        "Cleared a backlog of 4,000 files within six months",
        "Led 45 FTE in three teams at two locations",
        "Delivered a new policy system on time and within budget",
        "Reduced cost by 18% and raised customer satisfaction from 6.8 to 7.9",
        "Set out a new course with the board for 2020 and beyond",
        "Responsible for budget, planning and the relation with the supervisor",
        "Guided a reorganisation, including the works council's advice",
        "Coached team leads in daily stand-ups and improvement boards",
    ),
}


@dataclass(frozen=True)
class Job:
    title: str
    house: str
    town: str
    start: tuple[int, int]
    end: tuple[int, int] | None
    done: tuple[str, ...]


@dataclass(frozen=True)
class School:
    title: str
    house: str
    start: int
    year: int | None


@dataclass(frozen=True)
class Life:
    """One invented person; `language` is that of the CV."""

    name: str
    email: str
    phone: str
    street: str
    postcode: str
    city: str
    born: str
    language: str
    speaks: tuple[str, ...]
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    summary: str
    skills: tuple[str, ...] = field(default=())


def life(chance: Random, *, grouped: bool = False, years_told: bool = True) -> Life:
    """A person with three to seven jobs, the newest first; `grouped` gives some employers several jobs in a row."""
    language = chance.choice(("nl", "nl", "en"))
    first, last = chance.choice(FIRST), chance.choice(LAST)
    plain = "".join(sign for sign in f"{first}.{last}".lower() if sign.isascii() and (sign.isalpha() or sign == "."))
    digits = f"{chance.randrange(10_000_000, 99_999_999)}"
    return Life(
        name=f"{first} {last}",
        email=chance.choice((f"{plain}@voorbeeld.nl", f"info@{plain.replace('.', '-')}.example", f"{plain}@mail.example.org")),
        phone=chance.choice(("06-{0}", "06 {1} {2} {3} {4}", "+31 6 {0}", "+31 (0)6 {1}{2} {3}{4}", "+31(0)6-{0}", "0031 6 {0}",
                             "+316{0}", "(06) {1}{2} {3}{4}", "030-{5}")).format(digits, digits[:2], digits[2:4], digits[4:6], digits[6:], digits[:7]),
        street=chance.choice(("Dorpsstraat 12", "Kerkplein 3a", "Laan van Nergens 101", "Bedachteweg 7-II")),
        postcode=f"{chance.randrange(1011, 9999)} {chance.choice('ABCDEFGH')}{chance.choice('ABCDEFGH')}",
        city=chance.choice(TOWNS),
        born=f"{chance.randrange(1, 28):02d}-{chance.randrange(1, 12):02d}-19{chance.randrange(60, 85)}",
        language=language,
        speaks=tuple(chance.sample(SPEAKS[:2], 2)) + tuple(chance.sample(SPEAKS[2:], chance.randrange(0, 3))),
        jobs=_jobs(chance, language, grouped=grouped),
        schools=_schools(chance, language, told=years_told),
        summary=chance.choice(DONE[language]) + ". " + chance.choice(DONE[language]) + ".",
        skills=tuple(chance.sample(("Lean", "Scrum", "Excel", "Prince2", "SAP", "Power BI", "MSP", "Agile"), 4)),
    )  # fmt: skip


def _jobs(chance: Random, language: str, *, grouped: bool) -> tuple[Job, ...]:
    jobs: list[Job] = []
    month = 2026 * 12 + chance.randrange(0, 9)
    is_running = chance.random() < 0.7
    houses = chance.sample(HOUSES, 8)
    house, town = houses.pop(), chance.choice(TOWNS)
    for number in range(chance.randrange(3, 8)):
        length = chance.randrange(5, 60)
        end = None if number == 0 and is_running else divmod(month - 1, 12)
        start = divmod(month - length, 12)
        jobs.append(
            Job(
                title=chance.choice(TITLES[language]),
                house=house,
                town=town,
                start=(start[0], start[1] + 1),
                end=end and (end[0], end[1] + 1),
                done=tuple(chance.sample(DONE[language], chance.randrange(1, 4))),
            )
        )
        month -= length + chance.choice((0, 0, 1, 3))
        if not grouped or chance.random() < 0.55:
            house, town = houses.pop(), chance.choice(TOWNS)
    return tuple(jobs)


def _schools(chance: Random, language: str, *, told: bool) -> tuple[School, ...]:
    year = chance.randrange(1988, 2006)
    number = chance.randrange(1, 4)
    titles, houses = chance.sample(STUDIES[language], number), chance.sample(SCHOOLS, number)
    found = [
        School(title, house, year + 5 * place, year + 5 * place + 4 if told else None)
        for place, (title, house) in enumerate(zip(titles, houses, strict=True))
    ]
    return tuple(reversed(found))
