"""A line taken apart: the period on it, and the pieces that are left, each perhaps with its label."""

import re
from dataclasses import dataclass

from interregnum.people.rules.cv.dates import Span, spans
from interregnum.people.rules.cv.headings import bare
from interregnum.people.rules.cv.towns import is_place
from interregnum.people.rules.cv.values import Line

TITLE, HOUSE, PERIOD, ASIDE = "title", "house", "period", "aside"
_LABELS = {
    TITLE: "functie|functies|functietitel|functienaam|rol|role|title|job title|position|functie of beroep|positie|"
    "occupation or position held|occupation|beroep of functie|job|functieomschrijving|rol/functie|functie/rol",
    HOUSE: "werkgever|employer|company|bedrijf|organisatie|organisation|organization|opdrachtgever|client|klant|"
    "naam werkgever|naam van de werkgever|naam en adres van de werkgever|name and address of employer|"
    "name of employer|bedrijfsnaam|instelling|onderneming|opdrachtgever/werkgever|werkgever/opdrachtgever|customer",
    PERIOD: "periode|period|dates|date|datum|data|duur|looptijd|van/tot|van - tot|van tot|from|begin- en einddatum|"
    "dates of employment|tijdvak|when|jaar|jaren|year|years|from - to|from/to|duration",
    ASIDE: "plaats|location|standplaats|sector|branche|locatie|fte|aantal fte|omvang|afdeling|department|industry|"
    "type of business or sector|soort bedrijf of sector|team|rapporteert aan|reports to|budget|contract|dienstverband|"
    "uren|hours|website|via|place|city|vestiging|rapportage|span of control|leidinggevend aan|type",
}
LABEL = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_NO_HEAD = re.compile(
    r"^(?:taken|resultaa?te?n?|verantwoordelijk\w*|werkzaamheden|responsib\w+|achievements?|results?|tasks?|situatie|"
    r"opdracht|aanpak|bereikt|projecten|projects|vaardigheden|skills|methoden|tools|context|doel|goal|key|kern\w*|"
    r"belangrijkste|aandachtsgebied\w*|hoofdtaken|duties|main|o\.a\.|onder andere|challenge|uitdaging|reden|technieken|"
    r"omgeving|prestaties|activiteiten|activities|competenties|vakken|afstudeer\w*|scriptie|thesis|minor|specialisatie)\b"
)
LASTED = re.compile(
    r"^\(?(?:(?:ruim|circa|ca\.?|bijna)\s)?(?:\d{1,2}(?:[.,]\d)?\s?(?:jaar|jr|years?|yrs?|maand(?:en)?|mnd|months?|mos?)\b"
    r"\.?,?\s?(?:en\s|and\s)?)+\)?$",
    re.IGNORECASE,
)
BORN = re.compile(r"\b(?:geboren|geboorte\w*|born|birth\w*|geb\.)", re.IGNORECASE)
_TERMS = re.compile(
    r"^(?:(?:full|part)[ -]?time|vast(?:e aanstelling| dienstverband| contract)?|tijdelijk|interim|zzp|freelance|"
    r"detachering|gedetacheerd|in dienst|loondienst|permanent|contract|self-employed|zelfstandig|inhuur|via .+|"
    r"[\d.,]+\s?(?:fte|%|uur|uren|hours|dagen|days)\b.*|\d+\s?[-–]\s?\d+\s?uur.*|stage|internship|"
    r"interim ?opdracht|interim assignment|opdracht|project|temporary)$",
    re.IGNORECASE,
)
_HARD = re.compile(r"\t|\s+[|¦•·∙●]\s+|\s+//\s+|\s*;\s+")
_AT = re.compile(r"\s+(?:@|bij(?! (?:de|het) afdeling)|at|voor)\s+|\s*@\s+", re.IGNORECASE)
_AS = re.compile(r",?\s+(?:als|as)\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_ENDS = " \t,;:|–—-·•/()[]"


@dataclass(frozen=True)
class Piece:
    """A part of a line; `kind` when a label says what it is."""

    text: str
    kind: str = ""


def label_of(line: Line) -> tuple[str, str] | None:
    """What the label of a line says that it holds, and what stands behind it."""
    text = line.text.strip()
    for mark in (":", "\t"):
        first, found, rest = text.partition(mark)
        kind = LABEL.get(bare(first).strip(" :.-"))
        if found and kind:
            return kind, rest.replace("\t", " ").strip(" :\t")
    return None


def main_span(text: str) -> Span | None:
    """The period that a line is about: the first one, a range before a single moment."""
    found = spans(text)
    return next((span for span in found if span.is_range), found[0] if found else None)


def without(text: str, span: Span | None) -> str:
    """A line without its period and the brackets round it."""
    if span is None:
        return text
    before, after = text[: span.first].rstrip(" ([,"), text[span.last :].lstrip(" )],.")
    after = re.sub(r"^\(?[^()\t]*?(?:jaar|jr|maand(?:en)?|mnd|years?|yrs?|months?|mos?)\b\.?\)", "", after)
    glue = "\t" if before.strip() and after.strip() else ""
    return f"{before.rstrip(' –—-:|')}{glue}{after.lstrip(' –—-:|')}"


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a line without its period: what hard marks part, without terms, durations and places."""
    found = [without_asides(part.strip(_ENDS[:-4])) for part in _HARD.split(text)]
    return [Piece(part) for part in found if part and not is_aside(part)]


def without_asides(text: str) -> str:
    """Without brackets at the end that hold a place, hours, a kind of contract or an agency."""
    text = " ".join(text.split())
    while (found := _BRACKET.search(text)) and _is_beside(found[1]):
        text = text[: found.start()]
    return text


def _is_beside(text: str) -> bool:
    words = text.casefold()
    return is_aside(text) or words.startswith(
        ("via ", "through ", "voorheen", "formerly", "nu ", "onderdeel", "part of")
    )


def is_aside(text: str) -> bool:
    """A duration, a kind of contract or a place: no function and no organisation."""
    words = text.strip(_ENDS)
    return not words or bool(LASTED.match(words) or _TERMS.match(words)) or is_place(words) or _is_number(words)


def _is_number(text: str) -> bool:
    return not any(sign.isalpha() for sign in text)


def soft_pieces(text: str) -> list[list[str]]:
    """The ways in which one piece may hold two things: "X bij Y", "X – Y", "X, Y", "X: Y", "X (Y)"."""
    ways = []
    for pattern in (_AT, _AS):
        parts = pattern.split(text, maxsplit=1)
        if len(parts) == 2:
            ways.append(parts)
    for mark in (" – ", " — ", " - ", ": ", ", ", " / "):
        parts = [part.strip() for part in text.split(mark) if part.strip()]
        for cut in range(1, len(parts)):
            ways.append([mark.join(parts[:cut]), mark.join(parts[cut:])])
    bracket = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if bracket:
        ways.append([bracket[1], bracket[2]])
    return [way for way in ways if all(part.strip() for part in way)]


def ends_sentence(text: str) -> bool:
    """A full stop, colon or comma at the end that is not of an abbreviation: "B.V.", "a.i.", "Ltd."."""
    text = text.rstrip()
    is_short = re.search(r"(?:\b\w\.){1,}$|\b(?:Inc|Ltd|Co|e\.o)\.$", text)
    return text.endswith((".", ":", ";", ",")) and not is_short


def is_head(line: Line) -> bool:
    """A short line that may name a function or an organisation, and is no sentence."""
    text = line.plain
    if line.is_bullet or not text or len(text) > 110 or len(text.split()) > 15:
        return False
    if label_of(line):
        return True
    if _NO_HEAD.match(bare(text)) and (text.endswith(":") or ":" in text or len(text.split()) < 3):
        return False
    return not ends_sentence(text) and not text[0].islower() and not _is_number(text)
