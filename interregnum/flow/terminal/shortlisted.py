"""A shortlist as lines to read, or as plain values."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.first_lists import first_names
from interregnum.people.rules.roster import RosterRow
from interregnum.stages.choose.rules.memory import plain
from interregnum.stages.choose.rules.values import FULL, Exclusion, Points, Scored, ShortlistResult, Wanted
from interregnum.stages.choose.texts import CONSTRAINTS, CRITERIA
from interregnum.web.words import word_of


@dataclass(frozen=True)
class Drawn:
    """A list that was drawn, with the rows that it was drawn from by their code."""

    wanted: Wanted
    result: ShortlistResult
    rows: Mapping[str, RosterRow]
    with_excluded: bool


def shortlist_values(drawn: Drawn) -> dict[str, Any]:
    """For JSON: points as they are counted, weight x points, so that the sum can be followed."""
    values = {
        "wanted": plain(drawn.wanted),
        "pool": len(drawn.rows),
        "listed": [_listed_values(one, drawn.rows[one.candidate_code]) for one in drawn.result.scored],
        "excluded": _counts(drawn.result),
    }
    if drawn.with_excluded:
        values["excluded_managers"] = [_excluded_values(one, drawn.rows) for one in drawn.result.excluded]
    return values


def _listed_values(one: Scored, row: RosterRow) -> dict[str, Any]:
    points = {
        part.code: {"points": part.points, "weight": part.weight, "gained": part.gained, "facts": dict(part.facts)}
        for part in one.points
    }
    known = {"name": row.name, "email": row.email, "place": row.place}
    return known | {"total": one.total, "percent": one.percent, "points": points, "notes": list(one.notes)}


def _excluded_values(one: Exclusion, rows: Mapping[str, RosterRow]) -> dict[str, Any]:
    row = rows[one.candidate_code]
    return {"name": row.name, "email": row.email, "constraint": one.constraint, "facts": dict(one.facts)}


def _counts(result: ShortlistResult) -> dict[str, int]:
    counts = Counter(one.constraint for one in result.excluded)
    return {code: counts[code] for code in CONSTRAINTS if counts[code]}


def shortlist_lines(drawn: Drawn) -> Iterator[str]:
    """What was looked for, the best first with the points of each criterion, and what kept the others out."""
    yield from _asked(drawn.wanted)
    yield ""
    yield _("%(left)s of %(pool)s managers can take it; the best %(shown)s:") % {
        "left": len(drawn.rows) - len(drawn.result.excluded),
        "pool": len(drawn.rows),
        "shown": len(drawn.result.scored),
    }
    for place, one in enumerate(drawn.result.scored, 1):
        row = drawn.rows[one.candidate_code]
        yield f"{place:>3}. {row.name}, {row.place} - {one.percent}/100"
        yield from (f"       {_part(part)}" for part in one.points if part.weight)
    yield from _kept_out(drawn)


def _asked(wanted: Wanted) -> Iterator[str]:
    names = first_names()
    yield f"{word_of(wanted.category)}, {str(word_of(wanted.level)).lower()}"
    terms = {"day": wanted.starts_on.isoformat(), "slack": wanted.slack_days, "days": wanted.days_a_week}
    yield "  " + _("Start %(day)s, at most %(slack)s days later; %(days)s days a week") % terms
    parts = [*(str(word_of(reason)) for reason in wanted.reasons), *(names.get(c, c) for c in wanted.disciplines)]
    if wanted.sector:
        parts.append(names.get(wanted.sector, wanted.sector))
    if parts:
        yield "  " + ", ".join(parts)
    if wanted.rate_ceiling:
        ceiling = {"rate": wanted.rate_ceiling, "margin": wanted.margin_percent}
        yield "  " + _("The client pays at most € %(rate)s a day; margin %(margin)s%%") % ceiling


def _part(part: Points) -> str:
    gained = f"{part.gained / FULL:.1f}"
    return f"{CRITERIA[part.code]!s:<28} {gained:>5} / {part.weight}"


def _kept_out(drawn: Drawn) -> Iterator[str]:
    if not drawn.result.excluded:
        return
    yield ""
    yield _("Not met, and so left out:")
    for code, number in _counts(drawn.result).items():
        yield f"  {CONSTRAINTS[code]!s:<28} {number:>5}"
        if drawn.with_excluded:
            names = [drawn.rows[one.candidate_code].name for one in drawn.result.excluded if one.constraint == code]
            yield "    " + ", ".join(names)
