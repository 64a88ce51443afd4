"""The education of a CV: what was studied, where, and the year in which it ended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interregnum.people.rules.cv.fragments import (
    HOUSE,
    LABEL,
    TITLE,
    is_aside,
    label_of,
    main_span,
    soft_pieces,
    without,
)
from interregnum.people.rules.cv.headings import bare
from interregnum.people.rules.cv.positions import clean_house
from interregnum.people.rules.cv.towns import is_place
from interregnum.people.rules.cv.values import Line, Study

_INSTITUTE = re.compile(
    r"(?:universiteit|university|hogeschool|\bcollege\b|\bschool\b|instituut|institute|academie|academy|lyceum|"
    r"nyenrode|\btias\b|\brsm\b|insead|\bimd\b|\bnima\b|\bvu\b|\buva\b|\btu\b|\brug\b|avans|fontys|saxion|\bhanze\b|"
    r"windesheim|inholland|\bhva\b|\broc\b|business school|\bhan\b|\bhu\b|\bnti\b|\bloi\b|\bism\b|\bde baak\b|"
    r"scholengemeenschap|faculteit|faculty|erasmus|euroforum|\bnhl\b|\bhas\b|schoevers|\bnovi\b|conservatorium|sioo)"
)
_DEGREE = re.compile(
    r"(?:\bm\.?sc\b|\bb\.?sc\b|\bmba\b|\bll\.?m\b|\bll\.?b\b|\bdrs\b|\bmaster|\bbachelor|doctoraal|\bhbo\b|\bwo\b|"
    r"\bmbo\b|"
    r"\bvwo\b|\bhavo\b|\bmavo\b|\bvmbo\b|gymnasium|atheneum|\bheao\b|\bhts\b|\bmeao\b|\bmts\b|\bmo[- ]?[ab]\b|"
    r"post-?\w*|"
    r"\bphd\b|\bm\.?a\b|\bb\.?a\b|\b[br]ba\b|registeraccountant|register ?controller|propedeuse|diploma|leergang|"
    r"executive|programma?\b|bedrijfs|economi|rechten|informatica|psychologie|accountan|wiskunde|econometrie|recht\b|"
    r"bestuurskunde|communicatie|marketing|management|kunde\b|logie\b|studies\b|science|finance|"
    r"business administration|"
    r"law\b|engineering|administratie|techniek|actuari|verander|controlling|verpleeg|pedagog|history|geschiedenis)"
)
_ASIDE = re.compile(
    r"^(?:afstudeer|scriptie|thesis|specialisatie|minor|onderwerp|vakken|cum laude|diploma\b.*(?:ja|behaald)|afgerond|"
    r"behaald|niet afgerond|gediplomeerd|graduated|major|gpa|grade|cijfer|met lof|profiel|richting|niveau|certificaat)"
)
_DONE = re.compile(
    r"\s*[\(,;–-]*\s*\(?\b(?:diploma(?:\s(?:behaald|ja|obtained))?|cum laude|afgerond|behaald|niet afgerond|"
    r"gediplomeerd|"
    r"graduated|with honou?rs|met lof|certificaat)\b\)?\s*$",
    re.IGNORECASE,
)
# "Universiteit", and the town on the next line.
_ENDS_OPEN = re.compile(r"(?:universiteit|university|hogeschool|college|\bvan|\bof)$", re.IGNORECASE)
_AT = re.compile(r",?\s+(?:aan (?:de|het)|at|bij|@|te)\s+", re.IGNORECASE)


@dataclass
class _Open:
    """An entry that is being read."""

    title: str = ""
    institute: str = ""
    year: int | None = None
    dated: bool = False
    unknown: str = ""
    looks: tuple[bool, bool] = (False, False)

    def is_empty(self) -> bool:
        return not (self.title or self.institute or self.unknown)


def studies_of(lines: Sequence[Line]) -> list[Study]:
    """What a part on education holds; an entry begins where something is said a second time."""
    found: list[_Open] = []
    current = _Open()
    for line in lines:
        if _is_header(line):
            continue
        kinds = _kinds_of(line)
        if not kinds:
            if _ENDS_OPEN.search(current.institute) and is_place(line.plain) and not line.gap:
                current.institute = f"{current.institute} {line.plain}"
            continue
        if _goes_on(current, kinds, line):
            current.title = f"{current.title} {kinds[0][1]}"
            continue
        if _house_goes_on(current, kinds, line):
            current.institute = f"{current.institute} {kinds.pop()[1]}"
        if _begins(current, kinds, line):
            found.append(current)
            current = _Open()
        _take(current, kinds)
        current.looks = line.is_bold, line.is_italic
    kept = [_settled(one) for one in [*found, current] if not one.is_empty()]
    return [one for one in kept if one.title or one.institute]


def _is_header(line: Line) -> bool:
    pieces = [bare(piece).strip(" :.") for piece in line.pieces]
    return len(pieces) > 1 and all(piece in LABEL or piece in {"opleiding", "diploma", "instituut"} for piece in pieces)


def _kinds_of(line: Line) -> list[tuple[str, str]]:
    """What a line says: (kind, text) for title, house, year and unknown."""
    label = label_of(line)
    text = label[1] if label and label[0] in {TITLE, HOUSE} else line.text
    for mark in ("Opleiding:", "Studie:", "Instituut:", "School:", "Jaar:", "Diploma:", "Education:", "Institute:"):
        text = text.removeprefix(mark)
    if _ASIDE.match(bare(text)) or len(text) > 160 or (len(text) > 90 and text.endswith(".")):
        return []
    span = main_span(text)
    kinds = [("year", str(_year(span.end, span.start, span.is_range)))] if span else []
    for part in _parts(without(text, span)):
        kinds.append((label[0], part) if label and label[0] in {TITLE, HOUSE} else (_kind(part), part))
    return kinds


def _year(end: str | None, start: str, is_range: bool) -> str:
    return "" if end is None else (end if is_range else start)[:4]


def _parts(text: str) -> list[str]:
    """The parts of a line: by hard marks, and where one half is a school and the other is not."""
    parts = []
    for piece in re.split(r"\t|\s+[|¦•·∙]\s+|;\s", text):
        piece = _DONE.sub("", piece.strip(" ,.:–—-()")).strip(" ,:–—-")
        if piece and not is_aside(piece) and not _ASIDE.match(bare(piece)):
            parts += _halves(piece)
    return parts


def _halves(piece: str) -> list[str]:
    if not _INSTITUTE.search(_of(piece)):
        return [piece]
    ways = [[a, b] for a, b in (_AT.split(piece, maxsplit=1),)] if len(_AT.split(piece, maxsplit=1)) == 2 else []
    for a, b in [*ways, *soft_pieces(piece)]:
        first, second = bool(_INSTITUTE.search(_of(a))), bool(_INSTITUTE.search(_of(b)))
        if first != second and not is_place(b) and not _is_place_tail(b):
            return [a.strip(" ,–-"), b.strip(" ,–-")]
    return [piece]


def _of(text: str) -> str:
    return bare(text.replace("(", " ").replace(")", " "))


def _is_place_tail(text: str) -> bool:
    return all(is_place(part.strip()) for part in text.split(","))


def _kind(part: str) -> str:
    words = _of(part)
    if _INSTITUTE.search(words):
        return HOUSE
    return TITLE if _DEGREE.search(words) else "unknown"


def _goes_on(current: _Open, kinds: Sequence[tuple[str, str]], line: Line) -> bool:
    """The second half of a title that was too long for its line: as it looks, and nothing else on it."""
    if not current.title or current.institute or current.dated or len(kinds) != 1 or line.gap or line.is_bullet:
        return False
    return line.is_bold and current.looks == (True, line.is_italic) and kinds[0][0] in {TITLE, "unknown"}


def _house_goes_on(current: _Open, kinds: Sequence[tuple[str, str]], line: Line) -> bool:
    """The second half of the name of a school, perhaps with the year behind it."""
    if not (current.title and current.institute) or current.dated or line.gap or line.is_bullet:
        return False
    last = kinds[-1][0]
    said = {kind for kind, _text in kinds}
    return last in {HOUSE, "unknown"} and said <= {"year", last} and current.looks == (line.is_bold, line.is_italic)


def _begins(current: _Open, kinds: Sequence[tuple[str, str]], line: Line) -> bool:
    """Whether a line belongs to the next entry."""
    if current.is_empty() and not current.dated:
        return False
    said = {kind for kind, _text in kinds}
    is_full = bool(current.title or current.unknown) and bool(current.institute)
    double = (
        ("year" in said and current.dated)
        or (HOUSE in said and current.institute)
        or (TITLE in said and current.title)
        or (TITLE in said and HOUSE in said and not current.is_empty())
    )
    more = "unknown" in said and is_full
    if more and not line.gap and not line.is_bold and "year" not in said and current.dated:
        return False
    return bool(double or more or (line.gap and current.dated and not current.is_empty() and is_full))


def _take(current: _Open, kinds: Sequence[tuple[str, str]]) -> None:
    for kind, text in kinds:
        if kind == "year":
            current.dated = True
            current.year = int(text) if text else None
        elif kind == TITLE:
            current.title = f"{current.title}, {text}" if current.title else text
        elif kind == HOUSE:
            current.institute = current.institute or text
        elif not current.unknown and not (current.title and current.institute):
            current.unknown = text


def _settled(entry: _Open) -> Study:
    """What was not known by its words is the one of the two that is lacking."""
    title, institute = entry.title, entry.institute
    if entry.unknown and not title:
        title = entry.unknown
    elif entry.unknown and not institute:
        institute = entry.unknown
    return Study(title.strip(" ,:–—-"), clean_house(institute), entry.year)
