"""How the makers of layouts say things: headings, periods, languages, in one way for a whole CV."""

from dataclasses import dataclass
from random import Random

from bench.cvs.truth import Job, Life, School

HEADINGS = {
    "nl": {
        "work": ("Werkervaring", "Relevante werkervaring", "Loopbaan", "Opdrachten", "Professionele ervaring", "Carrière",
                 "Loopbaanoverzicht", "Ervaring", "Interim opdrachten", "Arbeidsverleden"),
        "study": ("Opleiding", "Opleidingen", "Opleiding en scholing", "Studie", "Onderwijs", "Opleidingen en cursussen"),
        "languages": ("Talen", "Talenkennis", "Taalvaardigheid", "Taalvaardigheden"),
        "person": ("Personalia", "Persoonlijke gegevens", "Contact", "Contactgegevens"),
        "profile": ("Profiel", "Samenvatting", "Over mij", "Persoonlijk profiel"),
        "skills": ("Vaardigheden", "Competenties", "Kernkwaliteiten", "Expertise"),
        "other": ("Hobby's", "Nevenfuncties", "Interesses"),
    },
    "en": {
        "work": ("Work experience", "Experience", "Professional experience", "Employment history", "Career history",
                 "Selected assignments", "Work history"),
        "study": ("Education", "Education and training", "Academic background", "Studies"),
        "languages": ("Languages", "Language skills"),
        "person": ("Personal details", "Contact", "Contact details"),
        "profile": ("Profile", "Summary", "About me"),
        "skills": ("Skills", "Key skills", "Core competencies", "Expertise"),
        "other": ("Interests", "Volunteering", "Hobbies"),
    },
}  # fmt: skip
NAMES = {
    "nl": {"nl": "Nederlands", "en": "Engels", "de": "Duits", "fr": "Frans", "es": "Spaans"},
    "en": {"nl": "Dutch", "en": "English", "de": "German", "fr": "French", "es": "Spanish"},
}
FLUENT = {"nl": ("moedertaal", "vloeiend", "goed", "C1", "redelijk"), "en": ("native", "fluent", "good", "B2", "basic")}
LONG = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SHORT = {
    "nl": ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
NOW = {"nl": ("heden", "nu", "Heden", "tot heden"), "en": ("present", "now", "Present", "current")}
FORMS = ("long", "short", "slash", "dash", "iso", "dotted", "year", "quarter", "full")


@dataclass(frozen=True)
class Way:
    """The ways of one CV; `form` is how periods are written, `sep` what stands between their two ends."""

    language: str
    form: str
    sep: str
    now: str
    joint: str
    title_first: bool
    with_town: bool
    headings: dict[str, str]
    years_from: bool
    shape: str
    via: str
    told_as: str

    def heading(self, part: str) -> str:
        return self.headings[part]

    def moment(self, month: tuple[int, int], *, is_end: bool = False) -> str:
        year, number = month
        shapes = {"slash": "{1:02d}/{0}", "dash": "{1:02d}-{0}", "dotted": "{1:02d}.{0}", "iso": "{0}-{1:02d}"}
        if self.form in shapes:
            return shapes[self.form].format(year, number)
        if self.form in {"long", "full"}:
            day = f"{28 if is_end else 1} " if self.form == "full" else ""
            return f"{day}{LONG[self.language][number - 1]} {year}"
        if self.form == "short":
            return f"{SHORT[self.language][number - 1]} {year}"
        return f"Q{(number + 2) // 3} {year}" if self.form == "quarter" else str(year)

    def period(self, job: Job) -> str:
        if job.end is None and self.sep == "since":
            return f"{'sinds' if self.language == 'nl' else 'since'} {self.moment(job.start)}"
        sep = " – " if self.sep == "since" else self.sep
        if job.end is None:
            return f"{self.moment(job.start)}{sep}{self.now}".replace("tot tot", "tot").replace("t/m tot", "tot")
        return f"{self.moment(job.start)}{sep}{self.moment(job.end, is_end=True)}"

    def expected(self, job: Job) -> tuple[str, str | None]:
        """What must be read of a period, by the conventions for what is not said."""
        start, end = job.start, job.end
        if self.form == "year":
            return f"{start[0]}-01", end and f"{end[0]}-12"
        if self.form == "quarter":
            first, last = (start[1] - 1) // 3 * 3 + 1, end and (end[1] - 1) // 3 * 3 + 3
            return f"{start[0]}-{first:02d}", end and f"{end[0]}-{last:02d}"
        return f"{start[0]}-{start[1]:02d}", end and f"{end[0]}-{end[1]:02d}"

    def studied(self, school: School) -> str:
        """The years of a school, or the year in which it ended; "" when no year is told."""
        if school.year is None:
            return ""
        sep = self.sep if self.sep.strip() in {"–", "-", "—"} else " - "
        return f"{school.start}{sep}{school.year}" if self.years_from else str(school.year)

    def house(self, job: Job) -> str:
        return (f"{job.house}, {job.town}" if self.with_town else job.house) + self.via

    def told(self, job: Job) -> list[str]:
        """What was done: lines for a list, or with labels and prose between them."""
        dutch = self.language == "nl"
        if self.told_as == "labels":
            return ["Taken:" if dutch else "Tasks:", job.done[0], "Resultaten:" if dutch else "Results:", job.done[-1]]
        if self.told_as == "prose":
            return [". ".join(job.done) + "."]
        return list(job.done)

    def more(self) -> list[tuple[str, list[str]]]:
        """Parts that a CV may hold and that say nothing of what is read: courses, side jobs, referees, hobbies."""
        if self.language == "nl":
            return [
                (
                    "Cursussen en trainingen",
                    ["Prince2 Practitioner, 2012", "Lean Green Belt - 2015", "2017: Leiderschap"],
                ),
                (
                    "Nevenfuncties",
                    ["2015 - heden: Penningmeester sportvereniging De Bal", "Voorzitter ouderraad, 2010 - 2014"],
                ),
                ("Referenties", ["Piet Proef, directeur Voorbeeldbank, piet@proef.example, 06-99988877"]),
                ("Hobby's", ["Zeilen, lezen en de tuin"]),
            ]
        return [
            ("Courses and certificates", ["Prince2 Practitioner, 2012", "Lean Green Belt - 2015", "2017: Leadership"]),
            (
                "Volunteering",
                ["2015 - present: Treasurer of sports club The Ball", "Chair of the school board, 2010 - 2014"],
            ),
            ("References", ["Pete Test, director of Voorbeeldbank, pete@proef.example, +31 6 99988877"]),
            ("Interests", ["Sailing, reading and the garden"]),
        ]

    def both(self, job: Job) -> str:
        pair = (job.title, self.house(job)) if self.title_first else (self.house(job), job.title)
        joint = self.joint
        if joint in {" bij ", " at "} and not self.title_first:
            joint = " – "
        if joint == ", " and self.with_town:
            joint = " | "
        return joint.join(pair)

    def languages(self, life: Life) -> list[str]:
        names, levels = NAMES[self.language], FLUENT[self.language]
        return [self.shape.format(names[code], levels[place]) for place, code in enumerate(life.speaks)]


def way(chance: Random, language: str) -> Way:
    seps = [
        " – ",
        " - ",
        "–",
        "-",
        " — ",
        " t/m " if language == "nl" else " to ",
        " tot " if language == "nl" else " until ",
        "since",
    ]
    form = chance.choice(FORMS)
    sep = chance.choice(seps)
    if form in {"iso", "dash"} and sep in {"-", "–"}:
        sep = " – "
    joint = chance.choice((" | ", " – ", " - ", ", ", " bij " if language == "nl" else " at ", " · ", " @ "))
    return Way(
        language=language, form=form, sep=sep, now=chance.choice(NOW[language]), joint=joint,
        title_first=chance.random() < 0.6, with_town=chance.random() < 0.4,
        headings={part: chance.choice(words) for part, words in HEADINGS[language].items()},
        via=chance.choice(("", "", "", " (via Tussenstap Interim)", " (500 fte)" )),
        told_as=chance.choice(("list", "list", "labels", "prose")),
        years_from=chance.random() < 0.5, shape=chance.choice(("{0} ({1})", "{0}: {1}", "{0} – {1}", "{0}")),
    )  # fmt: skip
