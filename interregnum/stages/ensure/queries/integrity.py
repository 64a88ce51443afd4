"""The register of introduced persons of one assignment, and for the bureau what they share with others."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.models import Business
from interregnum.stages.deliver.queries.tenures import assignment_for_hours
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.ensure import integrity_texts as words
from interregnum.stages.ensure.models import IntroducedPerson
from interregnum.stages.ensure.queries.no_commission import Statement, own_statements
from interregnum.stages.ensure.rules.overlap import Marks, Overlap, Whose, is_late, overlaps

TERMS = "ensure.introduced"


@dataclass(frozen=True)
class PersonView:
    """`alerts` are sentences for the bureau alone; the numbers themselves are shown to nobody."""

    code: str
    name: str
    tie: str
    introduced_on: date
    declared_at: datetime | None
    noted_by: str
    is_late: bool
    alerts: tuple[str, ...]
    answer: str
    may_answer: bool


@dataclass(frozen=True)
class OverlapLine:
    """An overlap that nobody of the firm looked into yet."""

    assignment: str
    client: str
    manager: str
    found_at: datetime


@dataclass(frozen=True)
class IntroducedPage:
    code: str
    number: str
    client: str
    manager: str
    people: tuple[PersonView, ...]
    within_days: int
    is_manager: bool
    is_past: bool
    statements: tuple[Statement, ...]
    alerts: tuple[str, ...]


def introduced_page(code: str, *, seen_by: Actor, on: date) -> IntroducedPage:
    """Raises Http404 for an assignment that is not theirs. Who was replaced on it states what is theirs to state, and
    reads no register of what came after."""
    row = assignment_for_hours(code, seen_by=seen_by, along=("organisation",))
    is_past = seen_by.role == Role.MANAGER and not visible_to(seen_by).filter(pk=row.pk).exists()
    people = [] if is_past else list(row.introduced.select_related("noted_by"))
    others = _others(row) if seen_by.role in BUREAU else []
    within = value(TERMS, on=on)["within_days"]
    return IntroducedPage(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        tuple(_person(one, others, within, is_bureau=seen_by.role in BUREAU) for one in people),
        within,
        seen_by.role == Role.MANAGER,
        is_past,
        own_statements(row.code, manager=row.manager.code),
        _of_manager(others),
    )


def _of_manager(others: list[tuple[Whose, str, Marks]]) -> tuple[str, ...]:
    """What the interim manager shares with the client or another manager."""
    apart = [other for other in others if other[0] in {Whose.CLIENT, Whose.OTHER_MANAGER}]
    own = [marks for whose, _name, marks in others if whose is Whose.MANAGER]
    return tuple(words.alert_of(found) for marks in own for found in overlaps(marks, apart))


def who_overlaps(row: Any) -> list[int]:
    """The keys of the persons introduced on an assignment who share something with somebody."""
    others = _others(row)
    return [one.pk for one in row.introduced.all() if _overlaps(one, others)]


def overlaps_waiting(*, seen_by: Actor, most: int) -> tuple[OverlapLine, ...]:
    """For the bureau's desk: the newest first."""
    rows = IntroducedPerson.objects.filter(overlap_answer="", assignment__in=visible_to(seen_by).order_by())
    names = ("assignment__code", "assignment__organisation__name", "assignment__manager__name", "overlap_at")
    waits = rows.exclude(overlap_at=None).order_by("-overlap_at", "-pk").values_list(*names)
    return tuple(OverlapLine(*line) for line in waits[:most])


def _overlaps(one: IntroducedPerson, others: list[tuple[Whose, str, Marks]]) -> tuple[Overlap, ...]:
    apart = [other for other in others if other[0] is not Whose.OTHER_PERSON or other[1] != one.name]
    return overlaps(Marks(one.iban, one.kvk, one.address), apart)


def _person(
    one: IntroducedPerson, others: list[tuple[Whose, str, Marks]], within: int, *, is_bureau: bool
) -> PersonView:
    found = _overlaps(one, others)
    declared_on = local_day(one.declared_at) if one.declared_at else None
    late = declared_on is not None and is_late(one.introduced_on, declared_on, within_days=within)
    return PersonView(
        one.code,
        one.name,
        one.tie,
        one.introduced_on,
        one.declared_at,
        one.noted_by.name,
        late,
        tuple(words.alert_of(overlap) for overlap in found),
        one.overlap_answer if is_bureau else "",
        is_bureau and one.overlap_at is not None and not one.overlap_answer,
    )


def _others(row: Any) -> list[tuple[Whose, str, Marks]]:
    """The manager, the client, all other managers, and everybody else who was ever introduced."""
    businesses = (
        Business.objects.exclude(iban="", kvk="").select_related("manager").only("iban", "kvk", "manager__name")
    )
    client = row.organisation
    address = f"{client.street} {client.postal_code}" if client.street and client.postal_code else ""
    people = IntroducedPerson.objects.values_list("name", "iban", "kvk", "address")
    return [
        *(
            (
                Whose.MANAGER if one.manager_id == row.manager_id else Whose.OTHER_MANAGER,
                one.manager.name,
                Marks(one.iban, one.kvk),
            )
            for one in businesses
        ),
        (Whose.CLIENT, client.name, Marks(kvk=client.kvk, address=address)),
        *((Whose.OTHER_PERSON, name, Marks(iban, kvk, street)) for name, iban, kvk, street in people),
    ]


def integrity_of(assignments: Collection[int], on: date) -> Mapping[int, Mapping[str, Any]]:
    """For the early warning: what is not declared, and what was declared too late of late."""
    rows = list(
        IntroducedPerson.objects.filter(assignment__in=assignments, introduced_on__lte=on).values_list(
            "assignment", "introduced_on", "declared_at"
        )
    )
    terms = value(TERMS, on=on) if rows else {}
    found: dict[int, dict[str, int]] = defaultdict(lambda: {"undeclared": 0, "declared_late": 0})
    for key, introduced_on, declared_at in rows:
        if declared_at is None or local_day(declared_at) > on:
            found[key]["undeclared"] += 1
        elif is_late(introduced_on, local_day(declared_at), within_days=terms["within_days"]):
            found[key]["declared_late"] += local_day(declared_at) > on - timedelta(days=terms["remember_days"])
    return found
