"""A case with its texts, for whoever may read it; and what of a text may tell whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404
from django.utils.translation import override

from interregnum.kernel.actor import Actor, Role
from interregnum.parameters.values import value
from interregnum.people.queries import list_names
from interregnum.stages.deliver.queries.names import Alike, alike_of, alike_until, names_about
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.handover.queries.names import named_in
from interregnum.stages.handover.queries.results import closed_results
from interregnum.stages.learn.models import Case, CaseText
from interregnum.stages.learn.rules.case_check import Bounds, Finding, Known, check, open_findings
from interregnum.stages.learn.rules.case_crowd import Told, generalised, sharing
from interregnum.stages.learn.rules.case_roles import names_among, people_among
from interregnum.stages.learn.rules.case_states import CaseState
from interregnum.web.words import word_of

BOUNDS = "learn.case_bounds"
PARTS = ("title", "problem", "approach", "result", "lasted")
LANGUAGES = ("nl", "en")
# The columns of a text, in the order in which they are read.
TEXTS = tuple(f"{part}_{language}" for language in LANGUAGES for part in PARTS)
FACTS = ("category", "sector", "discipline", "level", "year")
ALONG = ("contract__brief__request",)


@dataclass(frozen=True)
class Checked:
    """What a case may tell beside its words, how many share that, and what was found in the words.

    `figures` are how many of a figure may not be nought.
    """

    told: Told
    shared: int
    least: int
    figures: int
    found: tuple[Finding, ...]
    open: tuple[Finding, ...]

    @property
    def may_go(self) -> bool:
        return not self.open and self.shared >= self.least


def case_of(assignment: str, *, seen_by: Actor) -> tuple[Any, Case | None]:
    """The assignment and its case, if there is one that this person may read. Raises Http404 for one not theirs.

    Client and manager read of a case from the day on which the client was asked.
    """
    if seen_by.role is Role.DELEGATE:
        raise Http404
    row = assignment_of(assignment, seen_by=seen_by, along=ALONG)
    case = Case.objects.filter(assignment=row).first()
    if case and seen_by.role in (Role.CLIENT, Role.MANAGER) and not case.consents.exists():
        case = None
    return row, case


def own_case(assignment: str, *, seen_by: Actor) -> tuple[Any, Case]:
    """Raises Http404 where there is none."""
    row, case = case_of(assignment, seen_by=seen_by)
    if case is None:
        raise Http404
    return row, case


def text_of(case: Case, number: int | None = None) -> CaseText:
    return CaseText.objects.get(case=case, number=number or case.version)


def words_in(text: CaseText) -> dict[str, str]:
    return {name: getattr(text, name) for name in TEXTS}


def live_texts(on: date) -> QuerySet[CaseText]:
    """What may be shown today: agreed to as it stands, held back by nobody, and not expired."""
    rows = CaseText.objects.filter(number=F("case__version"), case__state=CaseState.AGREED, case__live_until__gte=on)
    return rows.filter(case__objected_at=None).select_related("case").order_by("-case__agreed_at", "-pk")


def checked(row: Any, case: Case, texts: Mapping[str, str], *, on: date) -> Checked:
    """`row` is the assignment, read with `ALONG`."""
    bounds = value(BOUNDS, on=on)
    told, shared = told_of(row, on=on, least=bounds["organisations"])
    names = names_about(row)
    known = Known(
        people=(*names.people, *names_among(names.noted), *people_among((*names.free, *named_in(row.code)))),
        organisations=(names.organisation,),
        places=names.places,
        exact=names.exact,
        foreign=tuple(one.title for one in closed_results(row.code)),
    )
    limits = Bounds(
        figures=bounds["figures"], begins=bounds["from"], year=told.year or None, hidden=hidden_words(row, told)
    )
    found = check(texts, known, limits)
    settled = {f"{sign}:{said}" for sign, said in case.overrides.values_list("sign", "said")}
    return Checked(told, shared, bounds["organisations"], bounds["figures"], found, open_findings(found, settled))


def told_of(row: Any, *, on: date, least: int) -> tuple[Told, int]:
    """As much as enough organisations share, and how many do."""
    others = [(one.organisation, _told(one)) for one in alike_until(on)]
    own = alike_of(row)
    others.append((own.organisation, _told(own)))
    told = generalised(_told(own), others, least=least)
    return told, sharing(told, others)


def _told(one: Alike) -> Told:
    return Told(category=one.category, sector=one.sector, discipline=one.discipline, level=one.level, year=one.year)


def hidden_words(row: Any, told: Told) -> tuple[str, ...]:
    """The names, in both languages, of sub-sector and level when they are not told."""
    own = _told(alike_of(row))
    found: list[str] = []
    for language in LANGUAGES:
        with override(language):
            _disciplines, sectors = list_names()
            if own.sector and not told.sector:
                found.append(sectors.get(own.sector, ""))
            if own.level and not told.level:
                found.append(str(word_of(own.level, "level")))
    return tuple(name for name in found if name)
