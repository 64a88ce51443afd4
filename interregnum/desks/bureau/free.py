"""Who is free in which week, beside the briefs for which somebody is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period, monday_of
from interregnum.people.availability_calendar import days_away
from interregnum.people.queries import discipline_choices
from interregnum.stages.brief.queries import BriefFacts
from interregnum.stages.choose import queries as choose
from interregnum.stages.choose.rules.weeks import Engagement, Room, WeekRoom, ends_soon, room_from, room_in
from interregnum.stages.deliver.queries import engagements_of
from interregnum.web.listing import Listing
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day
from interregnum.web.words import LEVEL, word_of

WEEKS, SOON = 12, 4
MOST_BRIEFS = 6


@dataclass(frozen=True)
class WeekHead:
    number: int
    monday: date


@dataclass(frozen=True)
class WeekCell:
    """`sign` is what stands in the cell, `words` what is read out."""

    room: Room
    sign: str
    words: str


@dataclass(frozen=True)
class FreeRow:
    name: str
    url: str
    note: str
    short: tuple[str, ...]
    weeks: tuple[WeekCell, ...]


@dataclass(frozen=True)
class OpenLine:
    """A brief for which somebody is looked for."""

    name: str
    url: str
    note: str


class FreeFilter(forms.Form):
    level = forms.ChoiceField(
        label=gettext_lazy("Level"), choices=[("", gettext_lazy("All")), *LEVEL.items()], required=False
    )
    discipline = forms.ChoiceField(
        label=gettext_lazy("Discipline"),
        choices=lambda: [("", gettext_lazy("All")), *discipline_choices()],
        required=False,
    )
    before = forms.DateField(
        label=gettext_lazy("Free on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )


class FreeTable(Listing):
    """The roster by week; whoever is free first stands on top."""

    sorts = {"available": ["available_on"]}
    default_sort = "available"
    search_fields = ("name", "place")
    filter_form = FreeFilter
    filters: ClassVar[dict[str, str]] = {"level": "level", "before": "available_on__lte"}
    caption = gettext_lazy("Days free in each week")
    columns = ()

    def __init__(self, request: Request, rows: Any, *, on: date) -> None:
        super().__init__(request, rows)
        self.on = on
        mondays = [monday_of(on) + timedelta(weeks=number) for number in range(WEEKS)]
        self.heads = tuple(WeekHead(monday.isocalendar().week, monday) for monday in mondays)

    def narrowed(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().narrowed()
        wanted = self.form.cleaned_data.get("discipline") if self.form and self.form.is_valid() else ""
        if not wanted:
            return rows
        # The list as text: both databases can search that.
        found: QuerySet[Any] = rows.annotate(codes=Cast("disciplines", TextField()))
        return found.filter(codes__contains=f'"{wanted}"')

    def rows_of(self, page: Sequence[Any]) -> list[Any]:
        within = Period(self.heads[0].monday, self.heads[-1].monday + timedelta(days=6))
        codes = [manager.code for manager in page]
        engaged, away = engagements_of(codes, within=within), days_away(codes, within=within)
        return [self._row(each, engaged.get(each.code, ()), away.get(each.code, ())) for each in page]

    def _row(self, manager: Any, engaged: Sequence[Engagement], away: Sequence[Period]) -> FreeRow:
        weeks = [
            room_in(
                head.monday,
                free_from=room_from(manager.available_on, engaged, on=self.on),
                days=manager.days_a_week,
                engagements=engaged,
                away=away,
            )
            for head in self.heads
        ]
        return FreeRow(
            name=manager.name,
            url=reverse("bureau:people-manager", args=[manager.code]),
            note=str(word_of(manager.level)),
            short=tuple(self._short(manager, engaged, away)),
            weeks=tuple(map(_cell, weeks)),
        )

    def _short(self, manager: Any, engaged: Sequence[Engagement], away: Sequence[Period]) -> list[str]:
        offered = {"day": day(manager.available_on), "days": manager.days_a_week}
        said = [
            _("Free, %(days)s days a week") % offered
            if manager.available_on <= self.on
            else _("Free from %(day)s, %(days)s days a week") % offered
        ]
        soon = ends_soon(engaged, on=self.on, weeks=SOON)
        for each in engaged:
            parts = {"first": day(each.period.first), "last": day(each.period.last), "days": each.days}
            if each.period.last == soon:
                said.append(_("On assignment until %(last)s, %(days)s days: ends soon") % parts)
            elif self.on in each.period:
                said.append(_("On assignment until %(last)s, %(days)s days") % parts)
            elif each.period.first > self.on:
                said.append(_("On assignment from %(first)s to %(last)s, %(days)s days") % parts)
        said += [_("Away %(first)s to %(last)s") % {"first": day(p.first), "last": day(p.last)} for p in away]
        return said


def _cell(week: WeekRoom) -> WeekCell:
    match week.room:
        case Room.AWAY:
            return WeekCell(week.room, "×", _("away"))
        case Room.BUSY:
            return WeekCell(week.room, "–", _("not free"))
        case _:
            words = _("%(days)s days free") if week.days != 1 else _("%(days)s day free")
            return WeekCell(week.room, str(week.days), words % {"days": week.days})


def open_lines(actor: Actor) -> tuple[OpenLine, ...]:
    """The oldest briefs for which nobody is proposed yet, with what they ask."""
    return tuple(
        OpenLine(brief.organisation_name, reverse("bureau:choose-draw", args=[brief.code]), _asked(brief))
        for brief in choose.briefs_looked_for(seen_by=actor, limit=MOST_BRIEFS)
    )


def _asked(brief: BriefFacts) -> str:
    parts = {
        "day": day(brief.starts_on),
        "days": brief.days_a_week,
        "level": str(word_of(brief.level)).lower() if brief.level else "",
    }
    return _("from %(day)s, %(days)s days a week, %(level)s") % parts
