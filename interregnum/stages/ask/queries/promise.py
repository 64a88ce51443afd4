"""When somebody calls, and what the way to a start takes: the rules with the firm's dated values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from interregnum.kernel.lists import Urgency
from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import sources, value, values
from interregnum.stages.ask.rules.calling import OfficeHours, call_by
from interregnum.stages.ask.rules.path import TERMS, Leg, Path, Wanted, critical_path
from interregnum.stages.ask.texts import LEGS, LEGS_WHY
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import day


def promised_call(urgency: str | None, *, at: datetime) -> datetime:
    """D2: the moment before which somebody calls whoever asks now."""
    on = local_day(at)
    within = f"ask.call_within_hours.{Urgency(urgency or Urgency.NORMAL)}"
    found = values("ask.office_hours", within, on=on)
    hours = OfficeHours(**found["ask.office_hours"], closed=dutch_holidays(on.year))
    return call_by(at, within_hours=found[within], office=hours)


def most_requests(*, at: datetime) -> dict[str, int]:
    """How many requests one address may send in an hour, and one e-mail address in a day."""
    found: dict[str, int] = value("ask.most_requests", on=local_day(at))
    return found


def call_words(moment: datetime, *, at: datetime) -> str:
    """ "today before 17:00", "tomorrow before 11:00" or "Mon 9 Mar 2026 before 11:00"."""
    on, clock = local_day(moment), f"{localtime(moment):%H:%M}"
    away = (on - local_day(at)).days
    if away == 0:
        return _("today before %(time)s") % {"time": clock}
    if away == 1:
        return _("tomorrow before %(time)s") % {"time": clock}
    return _("%(day)s before %(time)s") % {"day": day(on, "week"), "time": clock}


def call_badge(moment: datetime | None, *, at: datetime) -> Badge | None:
    """The promised call on somebody's desk; late is red and says so."""
    if moment is None:
        return None
    if moment < at:
        return Badge(_("call was promised %(when)s") % {"when": call_words(moment, at=at)}, Tone.BAD)
    tone = Tone.WARN if local_day(moment) == local_day(at) else Tone.NEUTRAL
    return Badge(_("call %(when)s") % {"when": call_words(moment, at=at)}, tone)


@dataclass(frozen=True)
class LegShown:
    """One bar of the line: `x` and `width` are percents of the whole, as SVG takes them."""

    label: Promise
    why: Promise
    source: str
    begins: date
    ends: date
    days: int
    is_certain: bool
    is_slowest: bool
    x: str
    width: str


@dataclass(frozen=True)
class PathShown:
    """The critical path on a page: with `late_days` when the start that was wished cannot be kept."""

    legs: tuple[LegShown, ...]
    first_day: date
    slowest: Promise
    late_days: int
    wished: date | None
    advises_on_contract: bool


def path_shown(understood: Mapping[str, Any], *, call_by: datetime | None, at: datetime) -> PathShown:
    """D2: the way to a start for what was understood, with the dated terms and where they come from."""
    on = local_day(at)
    names = [f"ask.path.{term}" for term in TERMS]
    found = values(*names, on=on)
    starts = understood.get("starts")
    wanted = Wanted(
        level=understood.get("level") or "",
        sector=understood.get("sector") or "",
        category=understood.get("category") or "",
        weeks=understood.get("weeks"),
        starts=date.fromisoformat(starts) if starts else None,
    )
    called_on = max(on, local_day(call_by) if call_by else on)
    terms = {term: found[f"ask.path.{term}"] for term in TERMS}
    path = critical_path(wanted, called_on=called_on, terms=terms, closed=dutch_holidays(on.year))
    return _shown(path, wanted, called_on, sources(*names, on=on))


def _shown(path: Path, wanted: Wanted, first: date, sources_of: Mapping[str, str]) -> PathShown:
    last = max(path.first_day, *(leg.ends for leg in path.legs))
    whole = max(1, (last - first).days)

    def percent(days: int) -> str:
        return f"{days * 100 / whole:.1f}%"

    def leg_shown(leg: Leg) -> LegShown:
        days = (leg.ends - leg.begins).days
        return LegShown(
            LEGS[leg.code],
            LEGS_WHY[leg.code],
            _(sources_of[f"ask.path.{leg.code}"]) if f"ask.path.{leg.code}" in sources_of else "",
            leg.begins,
            leg.ends,
            days,
            leg.is_certain,
            leg.code == path.slowest,
            percent((leg.begins - first).days),
            percent(days),
        )

    legs = tuple(map(leg_shown, path.legs))
    return PathShown(legs, path.first_day, LEGS[path.slowest], path.late_days, wanted.starts, path.advises_on_contract)
