"""Whose names a text about an assignment could hold, and how many assignments are alike: for whoever tells of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from interregnum.kernel.actor import READERS, Role
from interregnum.people.models import Account, Contact, Manager
from interregnum.stages.deliver.models import Assignment, Decision, Stakeholder
from interregnum.stages.deliver.rules.commitment import StakeKind


@dataclass(frozen=True, kw_only=True)
class Names:
    """`noted` was typed where mostly a name stands, `free` where mostly a function does."""

    people: tuple[str, ...]
    organisation: str
    places: tuple[str, ...]
    exact: tuple[str, ...]
    noted: tuple[str, ...]
    free: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Alike:
    """What could be told of one assignment that is over."""

    organisation: str
    category: str
    sector: str
    discipline: str
    level: str
    year: int


def names_about(row: Assignment) -> Names:
    """Of the client and its people, of each manager it had, and of all of the firm; six queries."""
    client = row.organisation
    managers = list(Manager.objects.filter(tenures__assignment=row).values_list("name", "place").distinct())
    managers.append((row.manager.name, row.manager.place))
    accounts = Account.objects.filter(seats__role__in=READERS | {Role.SHADOW}) | Account.objects.filter(
        seats__organisation=client
    )
    stakes = Stakeholder.objects.filter(assignment=row).exclude(kind=StakeKind.GROUP)
    people = [
        *(name for name, _place in managers),
        *accounts.distinct().values_list("name", flat=True),
    ]
    noted = [
        *Contact.objects.filter(organisation=client).values_list("name", flat=True),
        *stakes.values_list("name", flat=True),
        row.contract.brief.request.contact_name,
    ]
    free = [row.reports_to, *Decision.objects.filter(assignment=row).values_list("named", flat=True)]
    return Names(
        people=_said(people),
        organisation=client.name,
        places=_said([client.city, *(place for _name, place in managers)]),
        exact=_said([client.street, client.postal_code, client.phone, client.kvk, client.vat_number]),
        noted=_said(noted),
        free=_said(free),
    )


def _said(texts: list[str]) -> tuple[str, ...]:
    return tuple(sorted({text.strip() for text in texts if text and text.strip()}))


def alike_until(day: date) -> Iterator[Alike]:
    """Every assignment that was over on a day; one query."""
    rows = Assignment.objects.filter(ends_on__lt=day).order_by()
    names = ("category", "organisation__sector", "ends_on", "organisation__code")
    brief = ("contract__brief__sector", "contract__brief__disciplines", "contract__brief__level")
    for category, of_client, ends_on, code, sector, disciplines, level in rows.values_list(*names, *brief):
        yield Alike(
            organisation=code,
            category=category,
            sector=sector or of_client,
            discipline=disciplines[0] if disciplines else "",
            level=level or "",
            year=ends_on.year,
        )


def alike_of(row: Assignment) -> Alike:
    brief = row.contract.brief
    return Alike(
        organisation=row.organisation.code,
        category=row.category,
        sector=brief.sector or row.organisation.sector,
        discipline=brief.disciplines[0] if brief.disciplines else "",
        level=brief.level or "",
        year=row.ends_on.year,
    )
