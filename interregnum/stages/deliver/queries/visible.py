"""Which assignments somebody may know of, and one of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Subquery
from django.http import Http404

from interregnum.kernel.actor import ALL_OF_THE_FIRM, CLIENT_SIDE, Actor, Role
from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.period import Period
from interregnum.people.models import Account
from interregnum.people.queries import profile_at
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.rules.reporting import is_late, own_part, weeks_begun
from interregnum.stages.deliver.rules.states import AssignmentState

# Who may know where somebody stands, by name: nobody else, the firm included.
BY_NAME = frozenset({Role.MANAGER, Role.SHADOW})


@dataclass(frozen=True)
class AssignmentFacts:
    """What later stages need of an assignment."""

    code: str
    number: str
    organisation: str
    organisation_name: str
    manager: str
    manager_name: str
    owner: str
    category: Category
    assurance: Assurance
    state: AssignmentState
    starts_on: date
    ends_on: date


def visible_to(actor: Actor) -> QuerySet[Assignment]:
    """The firm sees all, an account manager own ones and those of nobody, a client and a manager their own.

    A shadow manager sees those to which they were appointed; a later stage keeps that table, hence by relation.
    """
    rows = Assignment.objects.select_related("organisation", "manager", "owner").defer(*profile_at("manager"))
    match actor.role:
        case role if role in ALL_OF_THE_FIRM:
            return rows
        case Role.ACCOUNT_MANAGER:
            return rows.filter(Q(owner=None) | Q(owner__code=actor.code))
        case role if role in CLIENT_SIDE:
            return rows.filter(organisation__code=actor.organisation)
        case Role.MANAGER:
            return rows.filter(manager__code=actor.manager)
        case Role.SHADOW:
            return rows.filter(shadow_appointment__shadow__code=actor.code)
        case _:
            return rows.none()


def assignment_of(code: str, *, seen_by: Actor, along: tuple[str, ...] = (), **beside: Subquery) -> Assignment:
    """Raises Http404 for an assignment that is not there, or not theirs.

    `along` names what is read with it, `beside` gives it attributes that are asked in the same query.
    """
    rows = visible_to(seen_by).annotate(**beside)
    row = (rows.select_related(*along) if along else rows).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def terms_of_manager(manager: str, *, on: date) -> list[tuple[str, Period]]:
    """Code and term of every assignment of a manager that is not over, whoever guards it; nothing of the client."""
    rows = Assignment.objects.filter(manager__code=manager, ends_on__gte=on).exclude(state=AssignmentState.CLOSED)
    found = rows.order_by("starts_on", "pk").values_list("code", "starts_on", "ends_on")
    return [(code, Period(first, last)) for code, first, last in found]


def report_of(code: str, *, seen_by: Actor) -> WeeklyReport:
    """Raises Http404 for a report that is not there, or of an assignment that is not theirs."""
    rows = WeeklyReport.objects.select_related(
        "assignment__organisation", "assignment__manager", "assignment__contract__brief"
    )
    rows = rows.defer(*profile_at("assignment__manager"))
    row = rows.filter(code=code, assignment__in=visible_to(seen_by)).first()
    if row is None:
        raise Http404
    return row


def assignment_facts(code: str, *, seen_by: Actor) -> AssignmentFacts:
    """Raises Http404 for an assignment that is not theirs."""
    return facts_of(assignment_of(code, seen_by=seen_by))


def facts_of(row: Assignment) -> AssignmentFacts:
    return AssignmentFacts(
        code=row.code,
        number=row.number,
        organisation=row.organisation.code,
        organisation_name=row.organisation.name,
        manager=row.manager.code,
        manager_name=row.manager.name,
        owner=row.owner.code if row.owner else "",
        category=row.category,
        assurance=row.assurance,
        state=row.state,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


def account_owners_of(organisation: str) -> frozenset[str]:
    """Who in the bureau looks after this client: the owners of its assignments and requests, by account code."""
    rows = Account.objects.filter(
        Q(assignments__organisation__code=organisation) | Q(requests__organisation__code=organisation)
    )
    return frozenset(rows.values_list("code", flat=True))


def readers_of(assignment: Assignment, role: Role) -> Iterable[Account]:
    """The accounts of the client's people, of its delegates, or of the manager, of one assignment."""
    seat = {"organisation": assignment.organisation} if role in CLIENT_SIDE else {"manager": assignment.manager}
    seats = {f"seats__{name}": value for name, value in seat.items()}
    return Account.objects.filter(is_active=True, seats__role=role, **seats).distinct()


def term_of(row: Assignment) -> Period:
    return Period(row.starts_on, row.ends_on)


def own_term(row: Assignment) -> Period:
    """The days of the manager of now: from the first one on, where another manager was replaced."""
    return own_part(term_of(row), row.manager_since)


def weeks_to_report(row: Assignment, *, on: date) -> tuple[date, ...]:
    """The weeks that the manager of now is asked to report: none before it starts, whatever holds it back, and none of
    a manager who was replaced."""
    return () if row.state == AssignmentState.LANDING else weeks_begun(own_term(row), on=on)


def weeks_late(row: Assignment, *, reported: Collection[date], on: date) -> tuple[date, ...]:
    """Those that are over and have no report, oldest first."""
    return tuple(day for day in weeks_to_report(row, on=on) if is_late(day, on=on) and day not in reported)
