"""Reads days such as "per 1 januari", "from mid May" and "2026-09-15" after a word that says start or end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_NAMES_OF = (
    ("januari", "january"), ("februari", "february"), ("maart", "march"), ("april",), ("mei", "may"),
    ("juni", "june"), ("juli", "july"), ("augustus", "august"), ("september",), ("oktober", "october"),
    ("november",), ("december",),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_NAMES_OF, 1) for name in names}
_NAMES = "|".join(_MONTH_OF)
_PARTS = {"begin": 1, "early": 1, "half": 15, "medio": 15, "mid": 15, "eind": 28, "end": 28, "late": 28}
_STARTS = (
    r"per|vanaf|van|met ingang van|ingaande|startdatum|start(?:s|ing)?(?: per| op| on| in| date)?|begint(?: op)?|"
    r"from|as of"
)
_ENDS = r"tot en met|tot|t/m|until|till|to|through|uiterlijk|by"
_DATED = re.compile(
    rf"\b(?:(?P<start>{_STARTS})|(?P<end>{_ENDS}))\s?:?\s(?:de |the )?(?:"
    rf"(?P<iso>20\d\d-\d\d-\d\d)\b|(?P<digits>\d{{1,2}}[-/]\d{{1,2}}[-/]20\d\d)\b|"
    rf"(?P<month_first>{_NAMES})\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year_us>20\d\d))?|"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[\s-]|(?P<part>{'|'.join(_PARTS)})(?: of)?[\s-])?"
    rf"(?P<month>{_NAMES})\b(?:,?\s(?P<year>20\d\d))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """A day and where in the text it was said."""

    day: date
    start: int
    end: int


def start_and_end(text: str, *, on: date) -> tuple[Said | None, Said | None]:
    """The first day said as a start and the first end after it; without a year the next such day on or after `on`.

    >>> start_and_end("van 15 september tot 1 mei", on=date(2026, 8, 1))[1].day
    datetime.date(2027, 5, 1)
    """
    start: Said | None = None
    for match in _DATED.finditer(text):
        if match["start"] and start is None:
            start = _said(match, on)
        elif match["end"] and start is not None:
            end = _said(match, start.day)
            if end and end.day > start.day:
                return start, end
    return start, None


def _said(match: re.Match[str], after: date) -> Said | None:
    for day in _days(match, after):
        return Said(day, match.start(), match.end())
    return None


def _days(match: re.Match[str], after: date) -> Iterator[date]:
    """The day that was said, or nothing when no calendar has it, such as 31 April."""
    year, month, day = _numbers(match)
    for candidate in (year,) if year else (after.year, after.year + 1):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= after:
            yield found


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return year, month, day
    if match["digits"]:
        day, month, year = (int(part) for part in re.split("[-/]", match["digits"]))
        return year, month, day
    if match["month_first"]:
        return int(match["year_us"] or 0), _MONTH_OF[match["month_first"].lower()], int(match["day_after"])
    day = int(match["day"]) if match["day"] else _PARTS.get((match["part"] or "begin").lower(), 1)
    return int(match["year"] or 0), _MONTH_OF[match["month"].lower()], day
