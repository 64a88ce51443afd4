"""Reads how long and for how many days a week help is wanted: "zes maanden", "24-28 uur per week", "half a year"."""

import re
from dataclasses import dataclass
from itertools import chain

from interregnum.kernel.money import Money

HOURS_A_DAY = 8
FULL_WEEK = 5

_COUNTS = {
    "een": 1, "één": 1, "one": 1, "a": 1, "an": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4,
    "vijf": 5, "five": 5, "zes": 6, "six": 6, "zeven": 7, "seven": 7, "acht": 8, "eight": 8, "negen": 9, "nine": 9,
    "tien": 10, "ten": 10, "twaalf": 12, "twelve": 12, "achttien": 18, "eighteen": 18,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_COUNTS)})"
_RANGE = rf"(?:(?P<low>{_COUNT})\s?(?:tot|à|a|-|–|to|of|or)\s?)?(?P<high>{_COUNT})"
_FOR = (
    r"voor de duur van|voor een periode van|voor|gedurende|looptijd(?: van)?|duur|periode van|for|duration(?: of)?|"
    r"period of"
)
# Dutch "over een maand" tells when something happens; English "over six months" how long it lasts.
_DURING = r"over(?=\s(?:\S+\s){1,3}(?:weeks|months|years))|binnen|within"
# Where a number of months stands by itself, between stops or beside the word for an assignment, it is the term.
_WORK = r"interim|opdracht|klus|inzet|contract|assignment|project|periode|term"
_ALONE = rf"(?:^|[.,;:(|•–\n-]\s*|\ban?\s|\b(?:{_WORK})(?:\s(?:van|of|voor|for))?\s)"
_BESIDE = r"lang|en|and|full\w*|volt\w*|part\w*|deel\w*|met|with|a|per|max|bij|at|om|to|waarin"
_STOP = rf"(?=\s*(?:$|[.,;:)|•–\n+&-]|(?:{_BESIDE}|{_WORK})\b))"
_ABOUT = r"(?:circa |ongeveer |zeker |minimaal |minstens |about |at least |some )?"
_DURATION = re.compile(
    rf"\b(?:{_FOR}|(?P<deadline>{_DURING}))\s?:?\s{_ABOUT}{_RANGE}[\s-]"
    r"(?P<unit>weken|week|weeks|maanden|maand|months?|jaar|years?)\b",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(
    rf"{_ALONE}(?P<said>{_ABOUT}{_RANGE}[\s-](?P<unit>weken|weeks|maanden|months?)){_STOP}", re.IGNORECASE
)
# "Binnen twee weken beginnen", "someone within a month": that is a start.
_TO_START = re.compile(r"\b(?:start|begin|beschikbaar|available|iemand|someone|nodig|aan de slag)", re.IGNORECASE)
_NEAR = 25
_MAXIMUM = re.compile(
    rf"\b(?P<high>{_COUNT})\s(?P<unit>weken|weeks|maanden|months)\s(?:max|maximaal|maximum)\b", re.IGNORECASE
)
_HALF_YEAR = re.compile(r"\b(?:half ?jaar|half a year)\b", re.IGNORECASE)
_A_WEEK = re.compile(
    rf"\b{_RANGE}\s?(?P<unit>dagen|dag|dgn|days?|uur|uren|u|hours?|hrs?)\b"
    r"(?:\s(?:per|a|in de|each|every)\sweek\b|\s?(?:p\.?)?\s?/\s?w(?:k|eek)?\b|\s?p\.?w\b)",
    re.IGNORECASE,
)
_HOURS_BY_THEMSELVES = re.compile(
    r"(?:^|[.,;:(|•–\n-]\s*)(?P<said>(?P<high>\d\d)\s?(?P<unit>uur|u|hours|hrs))(?=\s*(?:$|[.,;)|•–\n]))", re.IGNORECASE
)
_FULL_TIME = re.compile(r"\b(?:full[ -]?time|voltijds?)\b", re.IGNORECASE)
_HALF_YEAR_WEEKS = 26
_EUROS = r"(?P<euros>\d{1,3}[.,]\d{3}|\d{2,5})(?:[.,](?:\d{2}|-))?"
_RATE = re.compile(
    rf"(?:(?:€|eur(?:o|os)?\b|\beuro)\s?{_EUROS}|\b{_EUROS.replace('euros', 'amount')}\s?(?:€|eur(?:o|os)?\b))"
    r"(?:\s?,?-?\s?(?:ex(?:cl)?\.?(?:usief)?\s?(?:btw|vat)\s?)?)(?:per|p\.|/|a|an|each)\s?"
    r"(?P<per>uur|hour|hr|dag|day|maand|month)\b|\b(?P<kind>uurtarief|dagtarief|hourly rate|day rate|daily rate)"
    rf"\D{{0,25}}?{_EUROS.replace('euros', 'stated')}",
    re.IGNORECASE,
)
_PER = {"u": "hour", "h": "hour", "d": "day", "m": "month"}


@dataclass(frozen=True)
class Said:
    """Words said and where in the text they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Amount:
    """A number read from the text and where it stands."""

    count: int
    start: int
    end: int


def weeks(text: str) -> Amount | None:
    """The first duration said, in weeks; of a range the longest.

    >>> weeks("voor drie tot zes maanden").count
    26
    """
    if match := _duration(text) or _MAXIMUM.search(text) or _BY_ITSELF.search(text):
        count, unit = _number(match["high"]), match["unit"][0].lower()
        whole = {"w": count, "m": count * 52 // 12}.get(unit, count * 52)
        return Amount(whole, *_said(match)) if whole else None
    if match := _HALF_YEAR.search(text):
        return Amount(_HALF_YEAR_WEEKS, match.start(), match.end())
    return None


def _duration(text: str) -> re.Match[str] | None:
    for match in _DURATION.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if not match["deadline"] or not _TO_START.search(around):
            return match
    return None


def days_a_week(text: str) -> Amount | None:
    """The first number of days a week said, 1 to 5; hours are counted in days of eight, of a range the most.

    >>> days_a_week("24-28 uur per week").count
    4
    """
    for match in chain(_A_WEEK.finditer(text), _HOURS_BY_THEMSELVES.finditer(text)):
        count = _number(match["high"])
        if match["unit"].lower().startswith(("u", "h")):
            count = (count + HOURS_A_DAY // 2) // HOURS_A_DAY
        if 1 <= count <= FULL_WEEK:
            return Amount(count, *_said(match))
    full = _FULL_TIME.search(text)
    return Amount(FULL_WEEK, full.start(), full.end()) if full else None


@dataclass(frozen=True)
class Rate:
    """Euros excluding VAT per "hour", "day" or "month", and where in the text they stand."""

    amount: Money
    per: str
    start: int
    end: int


def rate(text: str) -> Rate | None:
    """The first rate said.

    >>> rate("maximaal 125 euro per uur").amount
    Money(amount=Decimal('125.00'))
    """
    match = _RATE.search(text)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["euros"] or match["amount"] or match["stated"])
    return Rate(Money(digits), _PER[(match["per"] or match["kind"])[0].lower()], match.start(), match.end())


def _said(match: re.Match[str]) -> tuple[int, int]:
    """Where the words stand, without the stop before them."""
    return match.span("said" if "said" in match.re.groupindex else 0)


def _number(word: str) -> int:
    return _COUNTS[word.lower()] if word.lower() in _COUNTS else int(word)
