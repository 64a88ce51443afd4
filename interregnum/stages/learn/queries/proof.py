"""The proof of the firm as one page: each measure beside the market's figure, and what is behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext

from interregnum.parameters.values import sources, value, values
from interregnum.stages.learn.models import Closed
from interregnum.stages.learn.proof_texts import CAUSES, MEASURES, UNITS, told
from interregnum.stages.learn.rules.measures import WAYS, Figure, Measure, Way, figure_of
from interregnum.web.pieces import Meter

MARKET: Mapping[Measure, str] = {
    Measure.SHORTLIST: "learn.market.shortlist_hours",
    Measure.START: "learn.market.start_days",
    Measure.FIRST_RESULT: "learn.market.first_result_days",
    Measure.CLIENT: "learn.market.client_tenths",
}
FILTERS = ("category", "discipline", "level", "year")
LEAST = "learn.least_lines"


@dataclass(frozen=True)
class MeasureLine:
    measure: str
    name: object
    unit: object
    cases: int
    figure: str
    market: str
    source: str


@dataclass(frozen=True)
class ProofPage:
    """`cases` are all that ended; no picture where too few are known."""

    cases: int
    least: int
    lines: tuple[MeasureLine, ...]
    shares: tuple[Meter, ...]
    causes: tuple[Meter, ...]


def proof_page(chosen: Mapping[str, str], *, on: date) -> ProofPage:
    """Five queries, however many cases there are."""
    rows, least = closed_rows(chosen), value(LEAST, on=on)
    figures = _figures(rows, least)
    market, where = values(*MARKET.values(), on=on), sources(*MARKET.values(), on=on)
    lines = tuple(
        MeasureLine(
            str(measure),
            MEASURES[measure],
            UNITS[measure],
            one.cases,
            told(measure, one.value),
            told(measure, _market(measure, market)),
            gettext(source) if (source := where.get(MARKET.get(measure, ""), "")) else "",
        )
        for measure, one in figures.items()
    )
    return ProofPage(rows.count(), least, lines, _shares(figures), _causes(rows, least))


def closed_rows(chosen: Mapping[str, str]) -> QuerySet[Closed]:
    """Those that the filters leave; an unknown filter is none."""
    return Closed.objects.filter(**{name: chosen[name] for name in FILTERS if chosen.get(name)})


def known_of(rows: QuerySet[Closed], measure: Measure) -> QuerySet[Closed]:
    return rows.filter(**{f"{measure}__isnull": False})


def _columns(measure: Measure) -> tuple[str, str]:
    return str(measure), f"{measure}_of" if WAYS[measure] == Way.SHARE else str(measure)


def _figures(rows: QuerySet[Closed], least: int) -> dict[Measure, Figure]:
    names = [name for measure in Measure for name in _columns(measure)]
    found: list[list[tuple[int, int]]] = [[] for _measure in Measure]
    for row in rows.order_by().values_list(*names).iterator():
        for place, known in enumerate(found):
            if row[2 * place] is not None:
                known.append((row[2 * place], row[2 * place + 1]))
    return {
        measure: figure_of(WAYS[measure], known, least=least) for measure, known in zip(Measure, found, strict=True)
    }


def _market(measure: Measure, market: Mapping[str, int]) -> float | None:
    if measure not in MARKET:
        return None
    number = market[MARKET[measure]]
    return number / 10 if WAYS[measure] == Way.MEAN else float(number)


def _shares(figures: Mapping[Measure, Figure]) -> tuple[Meter, ...]:
    return tuple(
        Meter(MEASURES[measure], one.value, text=told(measure, one.value))
        for measure, one in figures.items()
        if WAYS[measure] == Way.SHARE and one.value is not None
    )


def _causes(rows: QuerySet[Closed], least: int) -> tuple[Meter, ...]:
    """Why the guarantee was carried out; not told of fewer than the least number of them."""
    counts = rows.exclude(cause="").order_by("cause").values_list("cause").annotate(Count("pk"))
    found = dict(counts)
    whole = sum(found.values())
    if whole < least:
        return ()
    return tuple(Meter(CAUSES[cause], found[cause], whole, text=str(found[cause])) for cause in sorted(found))
