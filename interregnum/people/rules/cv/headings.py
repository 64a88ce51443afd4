"""Which line is the heading of which part of a CV, by its words and by its looks."""

import re
import unicodedata
from enum import StrEnum

from interregnum.people.rules.cv.values import Line


class Part(StrEnum):
    WORK = "work"
    STUDY = "study"
    COURSES = "courses"
    LANGUAGES = "languages"
    PERSON = "person"
    PROFILE = "profile"
    SKILLS = "skills"
    OTHER = "other"


_NOUNS = {
    Part.WORK: "werkervaring ervaring ervaringen loopbaan loopbaanoverzicht loopbaanverloop carriere carriereverloop "
    "carriereoverzicht arbeidsverleden werkverleden opdrachten interimopdrachten interim-opdrachten opdracht "
    "projecten projectervaring functies dienstverbanden arbeidservaring opdrachtoverzicht opdrachtenoverzicht "
    "interimervaring managementervaring praktijkervaring projectoverzicht arbeidsloopbaan beroepservaring "
    "experience experiences employment career assignments projects positions engagements jobs work "
    "werkgevers functieoverzicht trackrecord berufserfahrung werkzaamheden",
    Part.STUDY: "opleiding opleidingen studie studies onderwijs scholing vooropleiding vooropleidingen education "
    "academic degrees academics opleidingsoverzicht diploma's diplomas ausbildung",
    Part.COURSES: "cursussen cursus trainingen training certificaten certificeringen certificering certifications "
    "certification certificates courses bijscholing nascholing licenses licences licenties workshops",
    Part.LANGUAGES: "talen talenkennis taalvaardigheid taalvaardigheden languages language taal taalkennis sprachen "
    "taalbeheersing",
    Part.PERSON: "personalia persoonsgegevens contact contactgegevens contactinformatie gegevens nawgegevens "
    "adresgegevens details naw coordinaten personal",
    Part.PROFILE: "profiel profielschets samenvatting profile summary introductie introduction objective motivatie "
    "persoonsprofiel over about kernprofiel ambitie ambitions pitch propositie statement",
    Part.SKILLS: "vaardigheden competenties kernkwaliteiten kwaliteiten expertise expertises skills competencies "
    "competences kennis specialismen specialisaties specialties kerncompetenties software systemen tools sectoren "
    "branches kennisgebieden vakgebieden methodieken methoden technieken it-vaardigheden ict-vaardigheden "
    "computervaardigheden kennisdomeinen domeinen sterktes strengths expertisegebieden resultaten achievements "
    "aandachtsgebieden toolbox softwarekennis computerkennis ict-kennis highlights branchekennis brancheervaring",
    Part.OTHER: "hobby's hobbys hobby interesses interests nevenactiviteiten nevenfuncties nevenfunctie referenties "
    "referentie references referees vrijwilligerswerk volunteering volunteer publicaties publications awards "
    "onderscheidingen honors honours lidmaatschappen memberships overig overige diversen diverse bestuurswerk "
    "vrije tijd hobbies patents boards bestuursfuncties toezichtfuncties commissariaten beschikbaarheid availability "
    "rijbewijs aanbevelingen recommendations additional organisaties bijzonderheden",
}
_NOUN = {noun: part for part, nouns in _NOUNS.items() for noun in nouns.split()}
# What may stand beside the noun of a heading.
_BESIDE = frozenset([
    "en", "and", "of", "van", "the", "de", "het", "in", "&", "/", "+", "mijn", "my", "relevante", "relevant",
    "recente", "recent", "eerdere", "previous", "earlier", "overige", "other", "professionele", "professional",
    "selectie", "selected", "key", "belangrijkste", "persoonlijke", "personal", "vaste", "interim", "overzicht",
    "history", "profiel", "historie", "werk", "work", "zakelijke", "als", "as", "gevolgde", "aanvullende",
    "additional", "core", "top", "management", "korte", "brief", "main", "vroegere", "voorgaande", "huidige",
    "current", "methodische", "technische", "technical", "mij", "me", "background", "achtergrond", "record",
    "freelance", "zzp", "activiteiten", "activities", "uitgelicht", "uitgelichte", "executive", "academic",
    "academische", "voortgezet", "level", "kennis", "career-summary", "chronologisch", "verkorte", "uitgebreide",
    "sociaal", "social", "ii", "i", "curriculum", "vitae", "track", "belangrijke", "afgeronde", "voltooide",
    "beroepsmatige", "beroeps", "loopbaan", "vakinhoudelijke", "vrijwillige", "vrije", "tijd", "licenses", "cv",
    "vrijetijdsbesteding",
])  # fmt: skip
_WHOLE = {
    "over mij": Part.PROFILE, "about me": Part.PROFILE, "wie ben ik": Part.PROFILE, "about": Part.PROFILE,
    "mijn verhaal": Part.PROFILE, "employment history": Part.WORK, "work history": Part.WORK,
    "career history": Part.WORK, "career summary": Part.PROFILE, "academic background": Part.STUDY,
    "qualifications": Part.STUDY, "kwalificaties": Part.STUDY, "personal statement": Part.PROFILE,
    "personal profile": Part.PROFILE, "persoonlijk profiel": Part.PROFILE, "track record": Part.WORK,
    "wat ik deed": Part.WORK, "waar ik werkte": Part.WORK, "where i worked": Part.WORK, "what i did": Part.WORK,
    "wat ik leerde": Part.STUDY, "professional background": Part.WORK, "work": Part.WORK, "employment": Part.WORK,
    "professional development": Part.COURSES,
    "interim management": Part.WORK, "permanente educatie": Part.COURSES, "honors-awards": Part.OTHER,
    "top skills": Part.SKILLS, "profile": Part.PROFILE, "professional history": Part.WORK,
    "bereikbaar": Part.PERSON, "persoonlijk": Part.PERSON, "school": Part.STUDY, "scholen": Part.STUDY,
    "education and training": Part.STUDY, "opleiding en training": Part.STUDY, "personal data": Part.PERSON,
}  # fmt: skip
# On their own these are more often a label inside a job than the heading of a part.
_WEAK = frozenset([
    "work", "over", "details", "personal", "academic", "projecten", "projects", "project", "resultaten",
    "kennis", "tools", "functies", "opdracht", "ervaring", "achievements", "competenties", "opleiding",
    "methodieken", "werkzaamheden", "organisaties", "systemen", "technieken",
])  # fmt: skip
_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+", re.IGNORECASE)
_LETTERS_APART = re.compile(r"^(?:\S\s){3,}\S$")
_MOST_WORDS = 6


def bare(text: str) -> str:
    """A text without accents, capitals, leading marks and what stands in brackets: what words are compared by."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    text = "".join(sign for sign in text if not unicodedata.combining(sign)).casefold()
    return " ".join(re.sub(r"\([^)]*\)", " ", text).split())


def closed_up(text: str) -> str:
    """Letters that were set apart, as in "W E R K   E R V A R I N G", as words again."""
    words = re.split(r"\s{2,}|\t", text.strip())
    return " ".join(re.sub(r"\s", "", word) if _LETTERS_APART.match(word) else word for word in words)


def part_of(text: str) -> Part | None:
    """The part of a CV that a line with nothing but these words is the heading of."""
    words = _NUMBER.sub("", bare(closed_up(text)).strip(" •·▪■●–—-_=*|#>»:.")).strip(" :.-–")
    if not words or len(words) > 60 or any(sign.isdigit() for sign in words):
        return None
    if words in _WHOLE:
        return _WHOLE[words]
    each = [word.strip(",.:;") for word in re.split(r"[\s/]+|(?<=\w)[&+](?=\w)", words) if word.strip(",.:;")]
    nouns = [_NOUN[word] for word in each if word in _NOUN]
    if not nouns or len(each) > _MOST_WORDS or any(word not in _NOUN and word not in _BESIDE for word in each):
        return None
    # Of two parts under one heading the first says what it is; what is left over with anything is that thing.
    return next((part for part in nouns if part in {Part.WORK, Part.STUDY}), nouns[0]) if _is_told(each) else nouns[0]


def part_of_loosely(text: str) -> Part | None:
    """The part that a line names which looks like a heading: by its first or its last word."""
    words = bare(closed_up(text)).strip(" :.-–|").split()
    if not 1 < len(words) <= _MOST_WORDS or any(sign.isdigit() for sign in text):
        return None
    return _NOUN.get(words[0].strip(",")) or _NOUN.get(words[-1])


def _is_told(words: list[str]) -> bool:
    """Whether the noun that names work or study counts: "overige opleidingen" is study, "work profile" is a profile."""
    return words[-1] in _NOUN or words[0] in _NOUN


def is_weak(text: str) -> bool:
    return bare(text).strip(" :") in _WEAK


def looks(line: Line) -> tuple[object, ...]:
    """What the headings of one CV have in common."""
    letters = [sign for sign in line.text if sign.isalpha()]
    return (
        line.is_heading,
        line.is_bold,
        round(line.size / 1.5),
        bool(letters) and all(sign.isupper() for sign in letters),
    )
