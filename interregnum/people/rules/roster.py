"""A roster of managers as a sheet: the good rows come in, every cell that cannot be understood is named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules import cells
from interregnum.people.rules.importing import Field, Fields, Line


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One manager. `day_rate` is the manager's own, a day excluding VAT; `travel_km` is as the crow flies, one way.

    `categories` and `reasons` count proven cases (D3); `first_result_weeks` is the median over past cases (D4),
    None when none was measured; `wants_permanent` is the manager's own declaration (D7).
    """

    name: str
    place: str
    travel_km: int
    available_on: date
    days_a_week: int
    day_rate: Money
    level: Level
    disciplines: tuple[str, ...]
    sectors: tuple[str, ...]
    languages: tuple[str, ...]
    role_mix: RoleMix
    categories: Mapping[Category, int]
    reasons: Mapping[Reason, int]
    first_result_weeks: int | None
    deadlocks_broken: int
    cases_with_referee: int
    former_employers: tuple[str, ...]
    wants_permanent: bool


@dataclass(frozen=True, kw_only=True)
class RosterRow(Profile):
    """A profile with the ways to reach somebody, as it stands in a file."""

    email: str
    phone: str
    summary: str


# A list from elsewhere tells of no cases: what only they prove is nought, and what their owner has to say is neutral
# until they say it. An empty cell of a column that is there stays a fault: nothing that was said is lost by it.
FIELDS: Fields = {
    "name": Field(lambda cell: cells.text(cell, longest=120), ("naam", "volledige naam", "full name", "manager")),
    "email": Field(cells.mail, ("e-mail", "e-mailadres", "mail", "mailadres", "e-mail address")),
    "phone": Field(cells.phone, ("telefoon", "telefoonnummer", "mobiel", "telephone", "mobile")),
    "place": Field(lambda cell: cells.text(cell, longest=80), ("plaats", "woonplaats", "city", "stad")),
    "travel_km": Field(
        lambda cell: cells.count(cell, lowest=0, highest=500), ("reisafstand", "reist (km)", "km"), "50"
    ),
    "available_on": Field(cells.day, ("beschikbaar vanaf", "beschikbaar", "available from", "available")),
    "days_a_week": Field(lambda cell: cells.count(cell, lowest=1, highest=5), ("dagen per week", "dagen"), "5"),
    "day_rate": Field(cells.money, ("dagtarief", "tarief", "rate")),
    "level": Field(lambda cell: cells.one_of(cell, Level, "cell.level"), ("niveau",)),
    "disciplines": Field(cells.codes, ("vakgebieden", "vakgebied", "discipline")),
    "sectors": Field(lambda cell: cells.codes(cell, required=False), ("deelsectoren", "sectoren", "sub-sectors")),
    "languages": Field(lambda cell: cells.codes(cell, pattern=cells.LANGUAGE), ("talen", "taal", "language")),
    "role_mix": Field(cells.role_mix, ("rolverdeling",), "operational:25|adviser:25|coach:25|change:25"),
    "categories": Field(lambda cell: cells.cases(cell, Category), ("zaken per categorie", "cases per category")),
    "reasons": Field(lambda cell: cells.cases(cell, Reason), ("zaken per reden", "redenen", "cases per reason")),
    "first_result_weeks": Field(
        lambda cell: cells.count(cell, lowest=0, highest=520) if cell else None, ("weken tot eerste resultaat",)
    ),
    "deadlocks_broken": Field(lambda cell: cells.count(cell, lowest=0, highest=99), ("doorbraken", "deadlocks"), "0"),
    "cases_with_referee": Field(lambda cell: cells.count(cell, lowest=0, highest=99), ("zaken met referent",), "0"),
    "former_employers": Field(cells.names, ("vorige werkgevers", "werkgevers", "employers")),
    "wants_permanent": Field(cells.yes_or_no, ("wil vaste baan", "vaste baan"), "no"),
    "summary": Field(lambda cell: cells.text(cell, longest=2_000, required=False), ("samenvatting", "profiel")),
}
HEADER = tuple(FIELDS)


def unlike(lines: Iterable[Line]) -> Iterator[Line]:
    """The same rows, with those refused whose address stands higher up already."""
    seen: set[str] = set()
    for line in lines:
        address = str(line.values.get("email", "")).casefold()
        if address and address in seen:
            yield line.refused("email", line.values["email"], "roster.double")
        else:
            seen.add(address)
            yield line


def new_row(line: Line) -> RosterRow:
    """A manager who was not known: what the file has no column for is empty."""
    empty = {name: field.read(field.without) for name, field in FIELDS.items() if name not in line.values}
    values: dict[str, Any] = empty | dict(line.values)
    return RosterRow(**values)


def roster_line(row: RosterRow) -> list[str]:
    """The inverse of reading: the cells of one manager in the order of HEADER, safe to open in a spreadsheet."""
    return [cells.guard(_written(getattr(row, column))) for column in HEADER]


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case RoleMix(operational, adviser, coach, change):
            return f"operational:{operational}|adviser:{adviser}|coach:{coach}|change:{change}"
        case tuple():
            # A bar inside a name would split it on the way back.
            return cells.LIST.join(part.replace(cells.LIST, "/") for part in value)
        case Mapping():
            return cells.LIST.join(f"{code}:{number}" for code, number in value.items() if number)
        case _:
            return str(value)
