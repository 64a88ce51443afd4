"""Periods as people write them, in Dutch and English, as months.

Conventions where a month is not said: a year begins in January and ends in December, a quarter and a season with
their first and last month; all of these are vague, and whoever reads the CV is told so.
"""

import re
from dataclasses import dataclass

_MONTHS = (
    "jan januari january januar", "feb februari february februar", "mrt maart mar march märz", "apr april",
    "mei may mai", "jun juni june", "jul juli july", "aug augustus august", "sep sept september",
    "okt oktober oct october", "nov november", "dec december dezember",
)  # fmt: skip
MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
_SEASON = {
    "voorjaar": (3, 5), "lente": (3, 5), "spring": (3, 5), "zomer": (6, 8), "summer": (6, 8), "najaar": (9, 11),
    "herfst": (9, 11), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12),
}  # fmt: skip
_PART = {
    "begin": (1, 3), "start": (1, 3), "early": (1, 3), "medio": (6, 6), "midden": (6, 6), "mid": (6, 6),
    "halverwege": (6, 6), "eind": (12, 12), "einde": (12, 12), "end": (12, 12), "late": (12, 12), "ultimo": (12, 12),
}  # fmt: skip
_NAMES = "|".join(sorted(MONTH, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_POINTS = (
    r"(?<!\d)(?P<y>" + _YEAR + r")-(?P<m>\d{2})-\d{2}(?!\d)",
    r"(?<!\d)\d{1,2}\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>" + _YEAR + ")",
    r"(?:(?<!\d)\d{1,2}(?:e|ste|de|st|nd|rd|th)?\.?\s+)?\b(?P<n>" + _NAMES + r")\b\.?,?(?:\s+|[-/]|\s?)"
    r"(?P<y>" + _YEAR + r"|['’‘´`]\s?\d{2}(?!\d))",
    r"\b(?P<n>" + _NAMES + r")\b\.?[-/](?P<y>\d{2})(?!\d)",
    r"(?<!\d)(?P<m>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<y>" + _YEAR + ")",
    r"(?<!\d)(?P<y>" + _YEAR + r")\s?[-/.]\s?(?P<m>0[1-9]|1[0-2])(?![\d/])",
    r"\b[QK](?P<q>[1-4])\s?[-/']?\s?(?P<y>" + _YEAR + ")",
    r"(?<!\d)(?P<y>" + _YEAR + r")\s?[-/]?\s?[QK](?P<q>[1-4])\b",
    r"(?<!\d)(?P<q>[1-4])(?:e|ste|de|st|nd|rd|th)\s(?:kwartaal|quarter)\s(?:van\s|of\s)?(?P<y>" + _YEAR + ")",
    r"\b(?P<s>" + "|".join(_SEASON) + r")\s(?:van\s|of\s)?(?P<y>" + _YEAR + ")",
    r"\b(?P<p>" + "|".join(_PART) + r")[\s-](?:van\s|of\s)?(?P<y>" + _YEAR + ")",
    r"(?<![\d.,])(?P<y>" + _YEAR + ")",
)
_EACH = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _POINTS)
_POINT = "|".join(re.sub(r"\?P<\w>", "?:", pattern) for pattern in _POINTS)
_NOW = (
    r"\b(?:(?:tot\s)?(?:op\s)?heden|nu(?:\stoe)?|present|now|today|current(?:ly)?|ongoing|lopende?|to\sdate|vandaag|"
    r"doorlopend|huidig)\b"
)
_TO = (
    r"(?:\s*(?:[-–—‐‑−→/]|->|>)+\s*(?:t/m\s+|tot\s+(?:en\smet\s+)?|to\s+)?|"
    r"\s+(?:t/m|t\.?m\.?|tot(?:\sen\smet)?|tot\saan|to|until|till|through|up\sto)\s+)"
)
_SINCE = r"\b(?:sinds|since|vanaf|sedert|as\sof|starting)\b\s*:?\s*(?:\b(?:begin|start)\s)?"
_SPAN = re.compile(
    rf"(?P<since>{_SINCE})?(?:\b(?:van|from|per)\s)?"
    rf"(?P<a>{_POINT}|\b(?:{_NAMES})\b\.?(?={_TO}))(?:{_TO}(?P<b>{_NOW}|{_POINT}|['’]?\d{{2}}(?![\w/-]|\.\d)))?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-–—]\s*(?:\.{3}|…)?\s*(?=$|\t|\))")
_LASTED = re.compile(
    r"^\W{0,3}(?:(?P<y>\d{1,2})\s?(?:jaar|jr|years?|yrs?)\.?)?\W{0,3}(?:en\s|and\s)?"
    r"(?:(?P<m>\d{1,2})\s?(?:maand(?:en)?|mnd|months?|mos?)\b\.?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """`start` and `end` as YYYY-MM, `end` None while it runs; `first` and `last` are its places in the text."""

    start: str
    end: str | None
    first: int
    last: int
    is_range: bool
    is_vague: bool = False


@dataclass(frozen=True)
class _Month:
    year: int
    month: int
    is_vague: bool

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def spans(text: str) -> list[Span]:
    """Every period in a text, in order.

    >>> [(one.start, one.end) for one in spans("jan. 2019 – heden")]
    [('2019-01', None)]
    >>> [(one.start, one.end) for one in spans("2015–2018")]
    [('2015-01', '2018-12')]
    """
    return [span for found in _SPAN.finditer(text) if (span := _span(found, text))]


def _span(found: re.Match[str], text: str) -> Span | None:
    first, said = found["a"], found["b"]
    # Two digits are a year only behind a year: "1 maart 2019 tot 28" goes on in the next line.
    if said is None or (re.fullmatch(r"['’]?\d{2}", said) and not re.fullmatch(_YEAR, first)):
        return _single(found, text)
    end = None if re.fullmatch(_NOW, said, re.IGNORECASE) else _end(first, said)
    start = _point(first, is_end=False) or (end and _without_year(first, end))
    if start is None or (end is None and not re.fullmatch(_NOW, said, re.IGNORECASE)):
        return None
    if end and (end.year, end.month) < (start.year, start.month):
        return None
    is_vague = start.is_vague or bool(end and end.is_vague)
    return Span(str(start), str(end) if end else None, found.start(), found.end(), True, is_vague)


def _single(found: re.Match[str], text: str) -> Span | None:
    """One moment: since then when the text says so or leaves the end open, else that month or year."""
    start = _point(found["a"], is_end=False)
    if start is None:
        return None
    dash = _DASH.match(text, found.end())
    if found["since"] or dash:
        last = dash.end() if dash else found.end()
        return Span(str(start), None, found.start(), last, True, start.is_vague)
    lasted = _LASTED.match(text[found.end() :])
    months = int(lasted["y"] or 0) * 12 + int(lasted["m"] or 0) if lasted else 0
    if lasted and months and not start.is_vague:
        number = start.year * 12 + start.month - 1 + months - 1
        end = _Month(number // 12, number % 12 + 1, True)
        return Span(str(start), str(end), found.start(), found.end() + lasted.end(), True, True)
    end_of = _point(found["a"], is_end=True)
    return Span(str(start), str(end_of), found.start(), found.end(), False, True)


def _end(first: str, said: str) -> _Month | None:
    """The end of a period; "18" after "2015" is 2018."""
    digits = said.strip("'’ ")
    if not re.fullmatch(r"\d{2}", digits):
        return _point(said, is_end=True)
    start = _point(first, is_end=False)
    if start is None:
        return None
    century = start.year - start.year % 100
    year = century + int(digits)
    return _Month(year if year >= start.year else year + 100, 12, True)


def _without_year(first: str, end: _Month) -> _Month | None:
    """The year of the end holds for a start without one: "maart - juni 2021"."""
    month = MONTH.get(first.strip(". ").casefold(), 0)
    return _Month(end.year, month, end.is_vague) if month and month <= end.month else None


def _point(text: str, *, is_end: bool) -> _Month | None:
    for pattern in _EACH:
        found = pattern.fullmatch(text.strip())
        if found:
            return _month(found.groupdict(), is_end=is_end)
    return None


def _month(said: dict[str, str | None], *, is_end: bool) -> _Month | None:
    digits = re.sub(r"\D", "", said["y"] or "")
    year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 49 else 2000)
    side = 1 if is_end else 0
    if said.get("n"):
        return _Month(year, MONTH[str(said["n"]).casefold()], False)
    if said.get("m"):
        month = int(str(said["m"]))
        return _Month(year, month, False) if 1 <= month <= 12 else None
    if said.get("q"):
        return _Month(year, _QUARTERS[int(str(said["q"]))][side], True)
    for group, table in (("s", _SEASON), ("p", _PART)):
        if said.get(group):
            return _Month(year, table[str(said[group]).casefold()][side], True)
    return _Month(year, 12 if is_end else 1, True)


def years(text: str) -> list[int]:
    """Every year in a text, in order."""
    return [int(found) for found in re.findall(rf"(?<![\d.,])({_YEAR})", text)]
