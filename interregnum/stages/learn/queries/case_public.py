"""The public cases: a list to filter and search, one case, and what search engines read of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet, Sum
from django.urls import reverse

from interregnum.parameters.values import value
from interregnum.people.queries import list_names
from interregnum.stages.learn.case_texts import PART_WORDS
from interregnum.stages.learn.models import CaseConsent, CaseText
from interregnum.stages.learn.queries.cases import LANGUAGES, live_texts
from interregnum.web.pieces import Definition
from interregnum.web.words import word_of

PAGE = 12
FILTERS = ("category", "sector", "discipline")
LEAST = "learn.least_lines"


@dataclass(frozen=True)
class ShownCase:
    """A case in the language of the reader: `facts` stand in a line, `parts` below each other."""

    code: str
    title: str
    facts: str
    parts: tuple[Definition, ...]
    lead: str


@dataclass(frozen=True)
class CasesPage:
    """`reached` and `results` are of all that were found, 0 while they are of too few cases to tell."""

    cases: tuple[ShownCase, ...]
    page: Page[Any]
    is_narrowed: bool
    reached: int
    results: int


def public_cases(asked: Mapping[str, str], *, language: str, words: str, number: str, on: date) -> CasesPage:
    rows = live_texts(on).filter(case__on_site=True)
    chosen = {name: asked[name] for name in FILTERS if asked.get(name)}
    found = rows.filter(_holds(words, language), **chosen)
    page = Paginator(found, PAGE).get_page(number)
    names = list_names()
    sums = _sums(found, page.paginator.count, on)
    cases = tuple(shown(row, language=language, names=names) for row in page)
    return CasesPage(cases, page, bool(chosen or words), *sums)


def _holds(words: str, language: str) -> Q:
    """Each word stands in one of the texts of that language."""
    fields = [f"{part}_{language}__icontains" for part in PART_WORDS]
    every = [reduce(lambda one, other: one | other, (Q(**{name: word}) for name in fields)) for word in words.split()]
    return reduce(and_, every[:8], Q())


def _sums(rows: QuerySet[CaseText], count: int, on: date) -> tuple[int, int]:
    if count < value(LEAST, on=on):
        return 0, 0
    sums = rows.order_by().aggregate(reached=Sum("reached"), results=Sum("results"))
    return sums["reached"] or 0, sums["results"] or 0


def public_case(code: str, *, language: str, on: date) -> ShownCase | None:
    row = live_texts(on).filter(case__on_site=True, case__code=code).first()
    return shown(row, language=language, names=list_names()) if row else None


def was_public(code: str) -> bool:
    """A case to which a client agreed once for this very site, and that nobody is shown any more."""
    return CaseConsent.objects.filter(case__code=code, on_site=True).exists()


def shown(row: CaseText, *, language: str, names: tuple[dict[str, str], dict[str, str]]) -> ShownCase:
    said = {part: str(getattr(row, f"{part}_{language}")) for part in PART_WORDS}
    parts = tuple(Definition(PART_WORDS[part], text) for part, text in said.items() if part != "title" and text)
    return ShownCase(row.case.code, said["title"], facts_in_words(row, names), parts, said["problem"])


def facts_in_words(row: CaseText, names: tuple[dict[str, str], dict[str, str]]) -> str:
    disciplines, sectors = names
    told = [
        str(word_of(row.category, "category")) if row.category else "",
        sectors.get(row.sector, ""),
        disciplines.get(row.discipline, ""),
        str(word_of(row.level, "level")) if row.level else "",
        str(row.year or ""),
    ]
    return " · ".join(part for part in told if part)


def public_pages(on: date) -> Iterator[Mapping[str, str]]:
    """The list and each case, for the map that search engines read."""
    yield {language: reverse(f"front:learn-cases-{language}") for language in LANGUAGES}
    codes = live_texts(on).filter(case__on_site=True).values_list("case__code", flat=True)
    for code in codes[:5000]:
        yield {language: reverse(f"front:learn-case-{language}", args=[code]) for language in LANGUAGES}
