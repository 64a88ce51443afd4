"""What tells of whom a text is without a name: addresses, numbers, exact amounts, exact dates."""

import re
from collections.abc import Iterator

from interregnum.stages.learn.rules.case_states import Sign

_MONTHS = (
    r"jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|"
    r"aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_LONG_MONTHS = (
    "januari|january|februari|february|maart|march|april|juni|june|juli|july|augustus|august|september|oktober|"
    "october|november|december"
)
_STREETS = (
    "straat|laan|weg|plein|kade|gracht|singel|dijk|dreef|hof|steeg|boulevard|park|markt|haven|pad|ring|allee|baan|"
    "street|road|avenue|square|lane"
)
PATTERNS: tuple[tuple[Sign, re.Pattern[str]], ...] = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        (Sign.CONTACT, r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+"),
        (Sign.CONTACT, r"(?:https?://|www\.)\S+"),
        (Sign.CONTACT, r"\b[\w-]+\.(?:nl|com|eu|org|net|be|de|info|example)\b"),
        (Sign.NUMBER, r"\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}\b"),
        (Sign.NUMBER, r"\bnl[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}[ .-]?b[ .-]?\d{2}\b"),
        (Sign.CONTACT, r"(?:\+|\b00)\d{2}(?:[ ()./-]*\d){8,10}\b"),
        (Sign.CONTACT, r"\b0(?:[ ()./-]*\d){9}\b"),
        (Sign.NUMBER, r"\b\d(?:[ .]?\d){7}\b(?![ .,]?\d)"),
        (Sign.ADDRESS, r"\b\d{4}\s?[a-z]{2}\b(?<!\d{4} in)(?<!\d{4} en)(?<!\d{4} to)(?<!\d{4} of)(?<!\d{4} is)"),
        (Sign.ADDRESS, rf"\b[^\W\d_]*(?:{_STREETS})\s+\d{{1,5}}(?:\s?[a-z])?\b(?<!\s)"),
        (Sign.DATE, rf"\b\d{{1,2}}(?:e|de|ste|st|nd|rd|th)?[ -]+(?:of )?(?:{_MONTHS})\b\.?(?:[ -]+\d{{4}}\b)?"),
        (Sign.DATE, rf"\b(?:{_MONTHS})\b\.?[ ]+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:,? \d{{4}}\b)?"),
        (Sign.DATE, rf"\b(?:{_LONG_MONTHS})\b(?:[ ]+\d{{4}}\b)?"),
        (Sign.DATE, rf"\b(?:{_MONTHS})\.?[ ]+\d{{4}}\b"),
        (Sign.DATE, r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b"),
        (Sign.DATE, r"\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b"),
        (Sign.DATE, r"\bweek \d{1,2}\b"),
    )
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d)")
_FIGURE = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:[.,]\d+)?"
)
_MONEY = re.compile(r"(?:€|eur\b|euro\b|euros\b)")
# How far from a figure a sign of money may stand.
_NEAR = 7


def signs(folded: str) -> Iterator[tuple[Sign, int, int]]:
    for sign, pattern in PATTERNS:
        for found in pattern.finditer(folded):
            yield sign, found.start(), found.end()


def years(folded: str) -> Iterator[tuple[int, int, int]]:
    """Each year that is named, with its place."""
    for found in _YEAR.finditer(folded):
        yield int(found.group()), found.start(), found.end()


def exact_figures(folded: str, *, figures: int, begins: int) -> Iterator[tuple[int, int]]:
    """Figures that are not round: more than so many that are not nought, of money or from a bound on."""
    for found in _FIGURE.finditer(folded):
        said = found.group()
        if _YEAR.fullmatch(said) and not _is_money(folded, found.start(), found.end()):
            continue
        digits = re.sub(r"\D", "", said).strip("0")
        is_large = _whole(said) >= begins or _is_money(folded, found.start(), found.end())
        if is_large and len(digits) > figures:
            yield found.start(), found.end()


def _whole(said: str) -> int:
    """The figure without what stands behind its comma or point."""
    apart = re.split(r"[.,](?=\d+$)", said)
    last = apart[-1]
    whole = said if len(apart) == 1 or len(last) == len("000") else said[: -len(last) - 1]
    return int(re.sub(r"\D", "", whole) or 0)


def _is_money(folded: str, start: int, end: int) -> bool:
    return bool(
        _MONEY.search(folded[max(0, start - _NEAR) : start]) or _MONEY.match(folded[end : end + _NEAR].lstrip())
    )
