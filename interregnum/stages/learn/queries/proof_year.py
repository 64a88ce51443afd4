"""What the firm proved in one year, as data for a document: figures, pictures, and how all of it is reckoned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from interregnum.people.queries import firm
from interregnum.stages.learn.models import Closed
from interregnum.stages.learn.proof_texts import RULES
from interregnum.stages.learn.queries.proof import ProofPage, closed_rows, proof_page
from interregnum.web.pieces import Meter
from interregnum.web.templatetags.web import day

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class ProofOfYear:
    data: dict[str, Any]
    day: date
    name: str


def proof_years() -> tuple[int, ...]:
    """Those in which something came to its end, newest first."""
    return tuple(Closed.objects.order_by("-year").values_list("year", flat=True).distinct())


def proof_of_year(year: int, language: str, *, on: date) -> ProofOfYear:
    """Raises Http404 for a year in which nothing ended, and for a language that the house does not speak."""
    if language not in LANGUAGES or not closed_rows({"year": str(year)}).exists():
        raise Http404
    with override(language):
        page, before = (proof_page({"year": str(each)}, on=on) for each in (year, year - 1))
        return ProofOfYear(_told(page, before, year, language, on), on, f"proof-{year}-{language}.pdf")


def _told(page: ProofPage, before: ProofPage, year: int, language: str, on: date) -> dict[str, Any]:
    least = _("No figure of fewer than %(least)s cases is told.") % {"least": page.least}
    return {
        "language": language,
        "firm": firm().name,
        "title": _("What we proved in %(year)s") % {"year": year},
        "made": day(on, "long"),
        "lead": _cases(page.cases) + " " + least,
        "figures": _("In figures"),
        "head": [_("What"), _("Unit"), str(year), _("Cases counted"), str(year - 1), _("In the market")],
        "rows": [
            [str(line.name), str(line.unit), line.figure or "–", str(line.cases), was.figure or "–", line.market or "–"]
            for line, was in zip(page.lines, before.lines, strict=True)
        ],
        "pictures": list(_pictures(page)),
        "notes": list(_notes(page)),
    }


def _cases(cases: int) -> str:
    told = ngettext(
        "Made of %(cases)s case that ended in this year.", "Made of %(cases)s cases that ended in this year.", cases
    )
    return told % {"cases": cases}


def _pictures(page: ProofPage) -> Iterator[dict[str, Any]]:
    """Each bar with its words beside it; what too few cases know is said in a line, never drawn."""
    for title, meters in ((_("Shares in percent"), page.shares), (_("What lay under guarantees"), page.causes)):
        nothing = _("Fewer than %(least)s cases: nothing is told of it.") % {"least": page.least}
        yield {"title": title, "bars": [_bar(meter) for meter in meters], "nothing": "" if meters else nothing}


def _bar(meter: Meter) -> list[Any]:
    return [str(meter.label), round(100 * meter.part / meter.whole), str(meter.text)]


def _notes(page: ProofPage) -> Iterator[dict[str, Any]]:
    counted = [[str(line.name), str(RULES[line.measure])] for line in page.lines]
    yield {"title": _("How it is counted"), "head": [_("What"), _("Rule")], "rows": counted}
    market = [[str(line.name), line.source] for line in page.lines if line.source]
    yield {"title": _("Where the figures of the market come from"), "head": [_("What"), _("Source")], "rows": market}
