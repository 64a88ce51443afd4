"""CVs as plain text, JSON Resume and Europass."""

import json
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from bench.cvs.said import NAMES, Way
from bench.cvs.truth import Life


def plain(life: Life, way: Way, chance: Random) -> bytes:
    """Headings in capitals or underlined, dashes for results."""
    underlined = chance.random() < 0.5

    def head(part: str) -> list[str]:
        text = way.heading(part)
        return ["", text, "-" * len(text)] if underlined else ["", text.upper(), ""]

    lines = [
        "CURRICULUM VITAE",
        "",
        life.name,
        life.street,
        f"{life.postcode} {life.city}",
        f"Tel: {life.phone}",
        f"E-mail: {life.email}",
    ]
    lines += [*head("profile"), life.summary, *head("work")]
    order = chance.choice(("thd", "bd", "db", "htd"))
    for job in life.jobs:
        said = {"t": job.title, "h": way.house(job), "d": way.period(job), "b": way.both(job)}
        lines += (
            [said[one] for one in order] + [t if t.endswith((":", ".")) else f"- {t}" for t in way.told(job)] + [""]
        )
    lines += head("study") + [
        f"{one.title}, {one.house}" + (f", {way.studied(one)}" if one.year else "") for one in life.schools
    ]
    lines += head("languages") + way.languages(life) + head("skills") + [", ".join(life.skills)]
    for name, more in chance.sample(way.more(), chance.randrange(0, 5)):
        lines += ["", name, "-" * len(name), *more] if underlined else ["", name.upper(), "", *more]
    return "\n".join(lines).encode()


def labelled(life: Life, way: Way, chance: Random) -> bytes:
    """A label before each thing, also above."""
    dutch = way.language == "nl"
    label = (
        ("Naam", "Woonplaats", "Telefoon", "E-mail", "Geboortedatum", "Talen")
        if dutch
        else ("Name", "City", "Phone", "Email", "Date of birth", "Languages")
    )
    said = (life.name, life.city, life.phone, life.email, life.born, ", ".join(way.languages(life)))
    lines = [f"{a + ':':<16}{b}" for a, b in zip(label, said, strict=True)]
    lines += ["", way.heading("study").upper(), ""]
    lines += [f"{way.studied(one):<16}{one.title} - {one.house}" for one in life.schools] + [
        "",
        way.heading("work").upper(),
        "",
    ]
    names = ("Periode", "Opdrachtgever", "Functie", "Taken") if dutch else ("Period", "Client", "Role", "Tasks")
    for job in life.jobs:
        lines += [f"{a}: {b}" for a, b in zip(names, (way.period(job), way.house(job), job.title), strict=False)]
        lines += [f"{names[3]}:", *(f"* {text}" for text in job.done), ""]
    return "\r\n".join(lines).encode("cp1252", errors="replace" if False else "ignore")


def piped(life: Life, way: Way, chance: Random) -> bytes:
    """Markdown with bars."""
    lines = [
        f"# {life.name}",
        f"{life.city} | {life.phone} | {life.email}",
        "",
        f"## {way.heading('profile')}",
        life.summary,
        "",
    ]
    lines += [f"## {way.heading('work')}", ""]
    for job in life.jobs:
        lines += [f"**{job.title}** | {way.house(job)} | {way.period(job)}", *(f"- {text}" for text in job.done), ""]
    lines += [f"## {way.heading('study')}", ""]
    lines += [" | ".join(x for x in (one.title, one.house, way.studied(one)) if x) for one in life.schools]
    lines += ["", f"## {way.heading('languages')}", " | ".join(way.languages(life))]
    return "\n".join(lines).encode()


def _day(month: tuple[int, int] | None) -> str:
    return f"{month[0]}-{month[1]:02d}-01" if month else ""


def json_resume(life: Life, way: Way, chance: Random) -> bytes:
    work = [
        {
            "name": j.house,
            "position": j.title,
            "startDate": _day(j.start),
            **({"endDate": _day(j.end)} if j.end else {}),
            "highlights": j.done,
        }
        for j in life.jobs
    ]
    data = {
        "basics": {
            "name": life.name,
            "email": life.email,
            "phone": life.phone,
            "location": {"city": life.city, "countryCode": "NL"},
        },
        "work": work,
        "education": [
            {"institution": s.house, "area": s.title, "endDate": f"{s.year}-07-01"}
            if s.year
            else {"institution": s.house, "area": s.title}
            for s in life.schools
        ],
        "languages": [{"language": NAMES[way.language][code], "fluency": "x"} for code in life.speaks],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def europass(life: Life, way: Way, chance: Random) -> bytes:
    """The passport of before 2020."""
    first, last = life.name.split(" ", 1)
    jobs = "".join(
        f'<WorkExperience><Period><From year="{j.start[0]}" month="--{j.start[1]:02d}"/>'
        + (
            f'<To year="{j.end[0]}" month="--{j.end[1]:02d}"/><Current>false</Current>'
            if j.end
            else "<Current>true</Current>"
        )
        + f"</Period><Position><Label>{escape(j.title)}</Label></Position><Employer><Name>{escape(j.house)}</Name></Employer></WorkExperience>"
        for j in life.jobs
    )
    schools = "".join(
        "<Education>"
        + (f'<Period><From year="{s.start}"/><To year="{s.year}"/></Period>' if s.year else "")
        + f"<Title>{escape(s.title)}</Title><Organisation><Name>{escape(s.house)}</Name></Organisation></Education>"
        for s in life.schools
    )
    spoken = "".join(
        f"<ForeignLanguage><Description><Code>{c}</Code></Description></ForeignLanguage>" for c in life.speaks[1:]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>'
        f"<Identification><PersonName><FirstName>{first}</FirstName><Surname>{last}</Surname></PersonName><ContactInfo>"
        f"<Address><Contact><Municipality>{life.city}</Municipality></Contact></Address><Email><Contact>{life.email}</Contact></Email>"
        f"<TelephoneList><Telephone><Contact>{life.phone}</Contact></Telephone></TelephoneList></ContactInfo></Identification>"
        f"<WorkExperienceList>{jobs}</WorkExperienceList><EducationList>{schools}</EducationList><Skills><Linguistic>"
        f"<MotherTongueList><MotherTongue><Description><Code>{life.speaks[0]}</Code></Description></MotherTongue></MotherTongueList>"
        f"<ForeignLanguageList>{spoken}</ForeignLanguageList></Linguistic></Skills></LearnerInfo></SkillsPassport>"
    ).encode()


def candidate(life: Life, way: Way, chance: Random) -> bytes:
    """The candidate of after 2020."""
    first, last = life.name.split(" ", 1)
    three = {"nl": "nld", "en": "eng", "de": "deu", "fr": "fra", "es": "spa"}
    jobs = "".join(
        f"<EmployerHistory><hr:OrganizationName>{escape(j.house)}</hr:OrganizationName><PositionHistory><PositionTitle>{escape(j.title)}</PositionTitle>"
        f"<eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>{_day(j.start)[:7]}</hr:FormattedDateTime></eures:StartDate>"
        + (
            f"<eures:EndDate><hr:FormattedDateTime>{_day(j.end)[:7]}</hr:FormattedDateTime></eures:EndDate>"
            if j.end
            else "<hr:CurrentIndicator>true</hr:CurrentIndicator>"
        )
        + "</eures:EmploymentPeriod></PositionHistory></EmployerHistory>"
        for j in life.jobs
    )
    schools = "".join(
        f"<EducationOrganizationAttendance><hr:OrganizationName>{escape(s.house)}</hr:OrganizationName><AttendancePeriod>"
        + (f"<EndDate><hr:FormattedDateTime>{s.year}-06</hr:FormattedDateTime></EndDate>" if s.year else "")
        + f"</AttendancePeriod><EducationDegree><hr:DegreeName>{escape(s.title)}</hr:DegreeName></EducationDegree></EducationOrganizationAttendance>"
        for s in life.schools
    )
    spoken = "".join(
        f"<PersonCompetency><CompetencyID>{three[c]}</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID></PersonCompetency>"
        for c in life.speaks[1:]
    )
    return (
        '<?xml version="1.0"?><Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9" '
        f'xmlns:eures="http://www.europass_eures.eu/1.0"><CandidatePerson><PersonName><oa:GivenName>{first}</oa:GivenName><hr:FamilyName>{last}</hr:FamilyName></PersonName>'
        f"<Communication><ChannelCode>Telephone</ChannelCode><oa:DialNumber>{life.phone}</oa:DialNumber></Communication>"
        f"<Communication><ChannelCode>Email</ChannelCode><oa:URI>{life.email}</oa:URI></Communication>"
        f"<Communication><UseCode>home</UseCode><Address><oa:CityName>{life.city}</oa:CityName></Address></Communication>"
        f"<PrimaryLanguageCode>{life.speaks[0]}</PrimaryLanguageCode></CandidatePerson><CandidateProfile><EmploymentHistory>{jobs}</EmploymentHistory>"
        f"<EducationHistory>{schools}</EducationHistory><PersonQualifications>{spoken}</PersonQualifications></CandidateProfile></Candidate>"
    ).encode()


LAYOUTS: dict[str, Callable[[Life, Way, Random], bytes]] = {
    "text_plain": plain,
    "text_labelled": labelled,
    "text_piped": piped,
    "json_resume": json_resume,
    "europass_passport": europass,
    "europass_candidate": candidate,
}
