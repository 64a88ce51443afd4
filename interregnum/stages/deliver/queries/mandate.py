"""The mandate of an assignment: who decides what, and whether people know."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.parameters.values import value
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.visible import assignment_of, visible_to
from interregnum.stages.deliver.rules.mandate import Announcement, MandateFacts, announcement, mandate_gaps
from interregnum.stages.deliver.rules.states import AssignmentState, Domain, Right
from interregnum.web.pieces import Badge, Tone

TONES = {
    Announcement.TO_COME: Tone.INFO,
    Announcement.IN_TIME: Tone.GOOD,
    Announcement.LATE: Tone.WARN,
    Announcement.MISSING: Tone.BAD,
}


@dataclass(frozen=True)
class DomainView:
    domain: object
    right: object
    limit: Money | None
    note: str


@dataclass(frozen=True)
class MandateView:
    lines: tuple[DomainView, ...]
    reports_to: str
    announced_on: date | None
    announced_how: str
    exclusions: str
    announcement: Badge
    is_late: bool
    gaps: tuple[object, ...]


@dataclass(frozen=True)
class MandatePage:
    """What the form to set a mandate begins with."""

    code: str
    number: str
    client: str
    manager: str
    starts_on: date
    reports_to: str
    announced_on: date | None
    announced_how: str
    exclusions: str
    rights: dict[Domain, Right]
    limit: Money | None
    notes: dict[Domain, str]


def mandate_view(row: Assignment, *, within_days: int, on: date) -> MandateView:
    """The mandate with what it still lacks."""
    lines = list(row.mandate.all())
    limit = next((line.limit for line in lines if line.domain == Domain.MONEY), None)
    facts = MandateFacts(row.reports_to, {line.domain: line.right for line in lines}, limit)
    told = announcement(row.starts_on, row.announced_on, within_days=within_days, on=on)
    return MandateView(
        tuple(
            DomainView(texts.DOMAINS[line.domain], texts.RIGHTS[line.right], line.limit, line.note) for line in lines
        ),
        row.reports_to,
        row.announced_on,
        row.announced_how,
        row.exclusions,
        Badge(texts.ANNOUNCEMENTS[told], TONES[told]),
        told in {Announcement.LATE, Announcement.MISSING},
        tuple(texts.GAPS[gap] for gap in mandate_gaps(facts)),
    )


@dataclass(frozen=True)
class Unannounced:
    """An assignment of which the organisation was not told in time who may decide what."""

    code: str
    client: str
    manager: str


def unannounced(*, seen_by: Actor, on: date, most: int) -> tuple[Unannounced, ...]:
    """Where the days to announce the mandate are over and nobody was told; the longest ago first."""
    last_start = on - timedelta(days=value("deliver.announce_within_days", on=on) + 1)
    rows = visible_to(seen_by).filter(state=AssignmentState.RUNNING, starts_on__lte=last_start, ends_on__gte=on)
    rows = rows.filter(Q(announced_on=None) | Q(announced_on__gt=on)).order_by("starts_on", "pk")
    return tuple(
        Unannounced(*found) for found in rows.values_list("code", "organisation__name", "manager__name")[:most]
    )


def mandate_page(code: str, *, seen_by: Actor) -> MandatePage:
    """Raises Http404 for an assignment that is not theirs."""
    row = assignment_of(code, seen_by=seen_by)
    lines = {line.domain: line for line in row.mandate.all()}
    return MandatePage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        manager=row.manager.name,
        starts_on=row.starts_on,
        reports_to=row.reports_to,
        announced_on=row.announced_on,
        announced_how=row.announced_how,
        exclusions=row.exclusions,
        rights={domain: line.right for domain, line in lines.items()},
        limit=lines[Domain.MONEY].limit if Domain.MONEY in lines else None,
        notes={domain: line.note for domain, line in lines.items()},
    )
