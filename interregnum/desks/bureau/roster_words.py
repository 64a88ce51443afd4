"""The words of the roster's filters and columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.screening import Outcome
from interregnum.records.roster import Facet
from interregnum.web.pieces import Column
from interregnum.web.words import CATEGORY, LEVEL, language_name

FACETS: dict[Facet, Promise] = {
    Facet.AVAILABLE: _("Free"),
    Facet.LEVEL: _("Level"),
    Facet.DISCIPLINE: _("Discipline"),
    Facet.CATEGORY: _("Cases in"),
    Facet.SECTOR: _("Sub-sector"),
    Facet.LANGUAGE: _("Language"),
    Facet.CITY: _("Place"),
    Facet.DAYS: _("Days a week"),
    Facet.SCREENING: _("Screening"),
    Facet.POOL: _("Consent to stay on the roster"),
}
FREE: dict[str, Promise] = {
    "now": _("Now"),
    "four_weeks": _("Within four weeks"),
    "three_months": _("Within three months"),
    "later": _("Later"),
}
SCREENED: dict[str, Promise] = {
    "none": _("Not screened"),
    Outcome.PASSED: _("Passed"),
    Outcome.OPEN: _("To be decided"),
    Outcome.NOT_PASSED: _("Not passed"),
    Outcome.NO_BASIS: _("No legal ground"),
}
CONSENT: dict[str, Promise] = {
    "over": _("Is over"),
    "four_weeks": _("Ends within four weeks"),
    "three_months": _("Ends within three months"),
    "later": _("Ends later"),
    "none": _("Kept on another ground"),
}
# Those whose values have an order of their own; of the others the most frequent stands first.
ORDERED: dict[Facet, Mapping[Any, object]] = {
    Facet.AVAILABLE: FREE,
    Facet.LEVEL: LEVEL,
    Facet.CATEGORY: CATEGORY,
    Facet.DAYS: {str(number): str(number) for number in range(1, 6)},
    Facet.SCREENING: SCREENED,
    Facet.POOL: CONSENT,
}


@dataclass(frozen=True)
class Lists:
    """The names of disciplines and sub-sectors as they are now."""

    disciplines: Mapping[str, str]
    sectors: Mapping[str, str]
    towns: Mapping[str, str] = field(default_factory=dict)

    def label(self, facet: Facet, value: str) -> object:
        known: dict[Facet, Callable[[str], object]] = {
            Facet.DISCIPLINE: lambda code: self.disciplines.get(code, code),
            Facet.SECTOR: lambda code: self.sectors.get(code, code),
            Facet.LANGUAGE: language_name,
            Facet.CITY: lambda town: self.towns.get(town, town),
        }
        return known[facet](value) if facet in known else ORDERED[facet].get(value, value)


# All that can be read in the list; the name comes first and always.
COLUMNS: dict[str, Column] = {
    column.key: column
    for column in (
        Column("name", _("Name"), sortable=True),
        Column("level", _("Level")),
        Column("disciplines", _("Disciplines")),
        Column("sectors", _("Sub-sectors")),
        Column("languages", _("Languages")),
        Column("place", _("Place")),
        Column("travel", _("Travels (km)"), numeric=True),
        Column("available", _("Available from"), sortable=True),
        Column("days", _("Days"), numeric=True),
        Column("rate", _("Day rate"), sortable=True, numeric=True),
        Column("cases", _("Cases"), numeric=True),
        Column("referees", _("Cases with a referee"), numeric=True),
        Column("email", _("E-mail address")),
        Column("phone", _("Telephone")),
    )
}
FIRST = ("name", "level", "disciplines", "place", "available", "days", "rate")
# What tells who somebody is.
NAMING = frozenset({"email", "phone"})
