"""CVs as PDF, set by Typst: one function for each layout."""

import json
from collections.abc import Callable
from random import Random

import typst

from bench.cvs.said import Way
from bench.cvs.truth import Job, Life, School

FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")


def s(text: str) -> str:
    """A text that is shown and never run as markup."""
    return "#" + json.dumps(text, ensure_ascii=False)


def page(body: str, chance: Random, *, extra: str = "", columns: int = 1, margin: str = "2cm") -> bytes:
    font, size = chance.choice(FONTS[:2]), chance.choice((9, 10, 10.5, 11))
    head = (
        f'#set page(paper: "a4", margin: {margin}, columns: {columns}{extra})\n'
        f'#set text(font: "{font}", size: {size}pt)\n#set par(leading: 0.6em)\n'
    )
    return typst.compile((head + body).encode(), format="pdf")


def head(life: Life, way: Way, chance: Random) -> str:
    """Name and ways to be reached, above all."""
    size = chance.choice((16, 20, 24))
    name = life.name.upper() if chance.random() < 0.3 else life.name
    mark = chance.choice((" | ", " · ", " – ", "   "))
    lines = [f'#text(size: {size}pt, weight: "bold")[{s(name)}]']
    if chance.random() < 0.4:
        lines.insert(0, s("Curriculum vitae"))
    if chance.random() < 0.5:
        lines.append(s(life.jobs[0].title))
    ways = [life.email, life.phone, chance.choice((life.city, f"{life.street}, {life.postcode} {life.city}"))]
    if chance.random() < 0.3:
        label = {"nl": ("E-mail: ", "Telefoon: ", "Woonplaats: "), "en": ("E-mail: ", "Phone: ", "City: ")}[
            way.language
        ]
        ways[2] = life.city
        lines += [s(name + value) for name, value in zip(label, ways, strict=True)]
        lines.append(s(f"{'Geboortedatum' if way.language == 'nl' else 'Date of birth'}: {life.born}"))
    else:
        lines.append(s(mark.join(ways)))
    return " \\\n".join(lines) + "\n\n"


def heading(text: str, chance: Random, kind: str = "") -> str:
    kind = kind or chance.choice(("plain", "upper", "rule", "spaced", "small"))
    shown = {"upper": text.upper(), "spaced": text.upper()}.get(kind, text)
    inner = s(shown)
    if kind == "spaced":
        inner = f"#text(tracking: 0.3em)[{inner}]"
    if kind == "small":
        inner = f"#smallcaps[{inner}]"
    line = "#line(length: 100%, stroke: 0.5pt)\n" if kind == "rule" else ""
    return f'#v(0.8em)#text(size: 1.25em, weight: "bold")[{inner}]\n\n{line}'


def done(job: Job, way: Way) -> str:
    lines = way.told(job)
    if way.told_as == "prose":
        return "\n" + "\n".join(s(text) for text in lines) + "\n\n"
    return "\n" + "\n\n".join(s(text) if text.endswith(":") else f"- {s(text)}" for text in lines) + "\n\n"


def bold(text: str) -> str:
    return f"#strong[{s(text)}]"


def schools(life: Life, way: Way, chance: Random, *, style: str = "") -> str:
    return "\n\n".join(_school(one, way, style) for one in life.schools) + "\n\n"


def _school(school: School, way: Way, style: str) -> str:
    years = way.studied(school)
    if style == "lines":
        return f"{bold(school.title)} \\\n{s(school.house + (f', {years}' if years else ''))}"
    return s(f"{school.title}, {school.house}" + (f" ({years})" if years else ""))


def rest(life: Life, way: Way, chance: Random, kind: str) -> str:
    """Languages and skills."""
    found = heading(way.heading("languages"), chance, kind)
    found += (
        s(", ".join(way.languages(life)))
        if chance.random() < 0.5
        else "\n".join(f"- {s(x)}" for x in way.languages(life))
    )
    return found + "\n\n" + heading(way.heading("skills"), chance, kind) + s(", ".join(life.skills)) + "\n\n"


def document(life: Life, way: Way, chance: Random, jobs: str, *, style: str = "lines", kind: str = "") -> str:
    kind = kind or chance.choice(("plain", "upper", "rule", "spaced", "small"))
    body = head(life, way, chance)
    if chance.random() < 0.6:
        body += heading(way.heading("profile"), chance, kind) + s(life.summary) + "\n\n"
    work = heading(way.heading("work"), chance, kind) + jobs
    study = heading(way.heading("study"), chance, kind) + schools(life, way, chance, style=style)
    parts = [work, study] if chance.random() < 0.75 else [study, work]
    more = [heading(name, chance, kind) + " \\\n".join(map(s, lines)) + "\n\n" for name, lines in way.more()]
    more = chance.sample(more, chance.randrange(0, len(more) + 1))
    if chance.random() < 0.3:
        return body + "".join((parts[0], *more, parts[1])) + rest(life, way, chance, kind)
    return body + "".join(parts) + rest(life, way, chance, kind) + "".join(more)


def single(life: Life, way: Way, chance: Random) -> bytes:
    """One column: title, employer and period on lines of their own, in one of the usual orders."""
    order = chance.choice(("thd", "htd", "bd", "db", "dth"))
    gap = chance.choice(("", "#v(0.5em)\n"))
    jobs = []
    for job in life.jobs:
        said = {
            "t": bold(job.title),
            "h": s(way.house(job)),
            "d": f"#emph[{s(way.period(job))}]",
            "b": bold(way.both(job)),
        }
        jobs.append(" \\\n".join(said[one] for one in order) + "\n" + done(job, way) + gap)
    return page(document(life, way, chance, "".join(jobs)), chance)


def dates_left(life: Life, way: Way, chance: Random) -> bytes:
    """Periods in a column at the left."""
    width = chance.choice(("3.2cm", "4.2cm", "2.6cm"))
    rows = []
    for job in life.jobs:
        what = (
            f"{bold(job.title)} \\\n{s(way.house(job))}"
            if way.title_first
            else f"{bold(way.house(job))} \\\n{s(job.title)}"
        )
        rows.append(f"[{s(way.period(job))}], [{what}\n{done(job, way)}]")
    jobs = f"#grid(columns: ({width}, 1fr), row-gutter: 0.8em, column-gutter: 0.5cm, {', '.join(rows)})\n\n"
    return page(document(life, way, chance, jobs, style=chance.choice(("lines", "one"))), chance)


def dates_right(life: Life, way: Way, chance: Random) -> bytes:
    """Title at the left and the period at the right of the same line."""
    jobs = []
    for job in life.jobs:
        first, second = (job.title, way.house(job)) if way.title_first else (way.house(job), job.title)
        jobs.append(f"{bold(first)} #h(1fr) {s(way.period(job))} \\\n#emph[{s(second)}]\n{done(job, way)}")
    return page(document(life, way, chance, "".join(jobs)), chance)


def one_line(life: Life, way: Way, chance: Random) -> bytes:
    """Everything of a job on one line, with marks between."""
    mark = chance.choice((": ", "   ", " | ", " "))
    jobs = []
    for job in life.jobs:
        jobs.append(f"{bold(way.period(job) + mark + way.both(job))}\n{done(job, way)}")
    return page(document(life, way, chance, "".join(jobs), style="one"), chance)


def table(life: Life, way: Way, chance: Random) -> bytes:
    """A table with a row of headings."""
    label = {"nl": {"d": "Periode", "h": "Werkgever", "t": "Functie", "x": "Resultaat"},
             "en": {"d": "Period", "h": "Employer", "t": "Position", "x": "Result"}}[way.language]  # fmt: skip
    order = chance.choice(("dht", "dth", "tdh", "htd", "dhtx"))
    cells = [f"[*{label[one]}*]" for one in order]
    for job in life.jobs:
        said = {"d": way.period(job), "h": way.house(job), "t": job.title, "x": job.done[0]}
        cells += [f"[{s(said[one])}]" for one in order]
    stroke = chance.choice(("0.5pt", "none"))
    jobs = f"#table(columns: ({', '.join(['1fr'] * len(order))}), stroke: {stroke}, {', '.join(cells)})\n\n"
    return page(document(life, way, chance, jobs), chance)


def sidebar(life: Life, way: Way, chance: Random, *, left: bool) -> bytes:
    """A narrow column with contact, languages and skills beside the story, on a coloured ground."""
    kind = chance.choice(("plain", "upper", "rule", "spaced", "small"))
    side = heading(way.heading("person"), chance, kind)
    side += " \\\n".join(map(s, (life.email, life.phone, life.city))) + "\n\n"
    side += heading(way.heading("languages"), chance, kind) + " \\\n".join(map(s, way.languages(life))) + "\n\n"
    side += heading(way.heading("skills"), chance, kind) + " \\\n".join(map(s, life.skills)) + "\n\n"
    is_study_aside = chance.random() < 0.4
    study = heading(way.heading("study"), chance, kind) + schools(life, way, chance, style="lines")
    jobs = "".join(
        f"{bold(job.title)} \\\n{s(way.house(job))} \\\n{s(way.period(job))}\n{done(job, way)}" for job in life.jobs
    )
    name = f'#text(size: 20pt, weight: "bold")[{s(life.name)}]\n\n'
    main = heading(way.heading("profile"), chance, kind) + s(life.summary) + "\n\n"
    main += heading(way.heading("work"), chance, kind) + jobs + ("" if is_study_aside else study)
    side += study if is_study_aside else ""
    is_name_over = chance.random() < 0.5
    main = main if is_name_over else name + main
    both = f"[{side}], [{main}]" if left else f"[{main}], [{side}]"
    widths = "(5cm, 1fr)" if left else "(1fr, 5cm)"
    body = f"{name if is_name_over else ''}#grid(columns: {widths}, column-gutter: 0.8cm, {both})"
    return page(body, chance, margin="1.5cm")


def side_headings(life: Life, way: Way, chance: Random) -> bytes:
    """The headings of the parts in the left margin, the text at the right of them."""
    jobs = "".join(
        f"{bold(job.title)}, {s(way.house(job))} \\\n{s(way.period(job))}\n{done(job, way)}" for job in life.jobs
    )
    parts = {"person": " \\\n".join(map(s, (life.email, life.phone, life.city))), "work": jobs,
             "study": schools(life, way, chance, style="lines"), "languages": s(", ".join(way.languages(life))),
             "skills": s(", ".join(life.skills))}  # fmt: skip
    rows = ", ".join(f"[{bold(way.heading(part))}], [{text}]" for part, text in parts.items())
    name = f'#text(size: 20pt, weight: "bold")[{s(life.name)}]\n\n'
    return page(f"{name}#grid(columns: (3.8cm, 1fr), row-gutter: 1em, column-gutter: 0.6cm, {rows})", chance)


def exported(life: Life, way: Way, chance: Random) -> bytes:
    """As a network of professionals exports a profile: a narrow column and employers with several functions."""
    dutch = way.language == "nl"
    side = [bold("Contact"), s(life.phone + (" (Mobile)" if not dutch else " (Mobiel)")), s(life.email), "#v(1em)"]
    side += [bold("Belangrijkste vaardigheden" if dutch else "Top Skills"), *map(s, life.skills), "#v(1em)"]
    side += [bold("Languages"), *map(s, way.languages(life))]
    main = f"#text(size: 24pt)[{s(life.name)}] \\\n{s(life.jobs[0].title)} \\\n{s(life.city + (', Nederland' if dutch else ', Netherlands'))}\n\n"
    main += f"#text(size: 14pt)[{s('Samenvatting' if dutch else 'Summary')}]\n\n{s(life.summary)}\n\n"
    main += f"#text(size: 14pt)[{s('Ervaring' if dutch else 'Experience')}]\n\n"
    before = ""
    for number, job in enumerate(life.jobs):
        same_after = number + 1 < len(life.jobs) and life.jobs[number + 1].house == job.house
        if job.house != before:
            main += f"#v(0.6em)#text(size: 12pt)[{s(job.house)}] \\\n" + (
                f"{s('6 jaar 2 maanden' if dutch else '6 years 2 months')} \\\n" if same_after else ""
            )
        lasted = "(1 jaar 3 maanden)" if dutch else "(1 year 3 months)"
        main += f'#text(size: 11pt, weight: "bold")[{s(job.title)}] \\\n{s(f"{way.period(job)} {lasted}")} \\\n{s(job.town)}\n\n{s(job.done[0])}\n\n'
        before = job.house
    main += f"#text(size: 14pt)[{s('Opleiding' if dutch else 'Education')}]\n\n"
    for school in life.schools:
        years = f" · ({school.start} - {school.year})" if school.year else ""
        main += f"#text(size: 12pt)[{s(school.house)}] \\\n{s(school.title + years)}\n\n"
    return page(
        f"#grid(columns: (5cm, 1fr), column-gutter: 1cm, [{' \\\n'.join(side)}], [{main}])", chance, margin="1.2cm"
    )


def with_edges(life: Life, way: Way, chance: Random) -> bytes:
    """A header and footer on each page, small capitals, and so long that pages break within jobs."""
    number = "Pagina #context counter(page).display() van #context counter(page).final().first()"
    extra = f", header: [{s('CV ' + life.name)} #h(1fr) {s(life.email)}], footer: [#align(center)[{number}]]"
    jobs = []
    for job in life.jobs:
        text = f"{s(' '.join(job.done))}\n\n"
        jobs.append(
            f"{bold(job.title)} \\\n{s(way.house(job))} \\\n{s(way.period(job))}\n\n{text}{done(job, way)}{text}#v(0.5em)\n"
        )
    return page(document(life, way, chance, "".join(jobs), kind="small"), chance, extra=extra, margin="3cm")


def labelled(life: Life, way: Way, chance: Random) -> bytes:
    """A label before each thing."""
    label = {"nl": ("Functie", chance.choice(("Werkgever", "Opdrachtgever", "Organisatie")), "Periode", "Werkzaamheden"),
             "en": ("Position", chance.choice(("Employer", "Client", "Company")), "Period", "Responsibilities")}[way.language]  # fmt: skip
    order = chance.choice(((0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)))
    jobs = []
    for job in life.jobs:
        said = (job.title, way.house(job), way.period(job))
        lines = [f"{bold(label[one] + ':')} {s(said[one])}" for one in order]
        jobs.append(" \\\n".join(lines) + f" \\\n{bold(label[3] + ':')}\n{done(job, way)}\n#v(0.5em)\n")
    return page(document(life, way, chance, "".join(jobs)), chance)


def two_columns(life: Life, way: Way, chance: Random) -> bytes:
    """Two columns of one width."""
    jobs = "".join(
        f"{bold(job.title)} \\\n{s(way.house(job))} \\\n{s(way.period(job))}\n{done(job, way)}" for job in life.jobs
    )
    return page(document(life, way, chance, jobs), chance, columns=2, margin="1.5cm")


def hyphened(life: Life, way: Way, chance: Random) -> bytes:
    """Justified and hyphenated text with a first line in letters set apart."""
    jobs = []
    for job in life.jobs:
        text = " ".join((*job.done, *job.done[::-1]))
        jobs.append(f"{bold(way.both(job))} \\\n{s(way.period(job))}\n\n{s(text)}\n\n")
    body = document(life, way, chance, "".join(jobs), kind="spaced")
    return page(
        f'#set par(justify: true)\n#set text(lang: "{way.language}", hyphenate: true)\n{body}', chance, margin="4cm"
    )


LAYOUTS: dict[str, Callable[[Life, Way, Random], bytes]] = {
    "pdf_single": single,
    "pdf_dates_left": dates_left,
    "pdf_dates_right": dates_right,
    "pdf_one_line": one_line,
    "pdf_table": table,
    "pdf_sidebar_left": lambda life, way, chance: sidebar(life, way, chance, left=True),
    "pdf_sidebar_right": lambda life, way, chance: sidebar(life, way, chance, left=False),
    "pdf_side_headings": side_headings,
    "pdf_exported": exported,
    "pdf_with_edges": with_edges,
    "pdf_labelled": labelled,
    "pdf_two_columns": two_columns,
    "pdf_hyphened": hyphened,
}
