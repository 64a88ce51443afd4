"""Decisions that managers wait for: on an assignment, on the desk of who must decide, and those that are late."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.people.models import Account
from interregnum.people.queries import profile_at
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.models import Assignment, Decision
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.decisions import days_open, is_overdue
from interregnum.stages.deliver.rules.states import AssignmentState, DecisionState
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import day

STATE_TONES = {DecisionState.TAKEN: Tone.GOOD, DecisionState.DROPPED: Tone.NEUTRAL}


@dataclass(frozen=True)
class DecisionView:
    """One decision as everybody on the assignment reads it; `url` is where this reader answers it, or ""."""

    code: str
    what: str
    whom: str
    asked_on: date
    due_on: date
    days: int
    state: DecisionState
    badge: Badge
    is_open: bool
    is_overdue: bool
    words: str
    answered_at: datetime | None
    report: int
    url: str


@dataclass(frozen=True)
class DecisionPage:
    """One decision to be answered."""

    decision: DecisionView
    assignment: str
    number: str
    client: str
    manager: str


@dataclass(frozen=True)
class DecisionLine:
    """An open decision on a desk."""

    code: str
    assignment: str
    client: str
    manager: str
    what: str
    whom: str
    due_on: date


def whom_of(row: Decision) -> str:
    """Who must decide; the client as a whole when a contact is not known any more."""
    return row.contact.name if row.contact else row.named or row.assignment.organisation.name


def decisions_of(row: Assignment, *, seen_by: Actor, on: date) -> tuple[DecisionView, ...]:
    """All decisions of an assignment: the open ones first, the most urgent on top; then the newest answers."""
    found = list(row.decisions.select_related("contact"))
    for one in found:
        one.assignment = row
    open_ones = [one for one in found if one.state == DecisionState.OPEN]
    settled = sorted((one for one in found if one.answered_at), key=lambda one: str(one.answered_at), reverse=True)
    return tuple(decision_view(one, seen_by=seen_by, on=on) for one in (*open_ones, *settled))


def decision_view(row: Decision, *, seen_by: Actor, on: date) -> DecisionView:
    late = is_overdue(row.state, row.due_on, on=on)
    is_open = row.state == DecisionState.OPEN
    return DecisionView(
        code=row.code,
        what=row.what,
        whom=whom_of(row),
        asked_on=row.asked_on,
        due_on=row.due_on,
        days=days_open(row.asked_on, on=on),
        state=row.state,
        badge=_badge(row, late=late),
        is_open=is_open,
        is_overdue=late,
        words=row.words,
        answered_at=row.answered_at,
        report=row.report_id,
        url=reverse("client:deliver-decision", args=[row.code]) if is_open and seen_by.role is Role.CLIENT else "",
    )


def _badge(row: Decision, *, late: bool) -> Badge:
    if row.state != DecisionState.OPEN:
        return Badge(texts.DECISION_STATES[row.state], STATE_TONES[row.state])
    facts = {"day": day(row.due_on)}
    return Badge(_("Late: due %(day)s") % facts, Tone.BAD) if late else Badge(_("Due %(day)s") % facts, Tone.WARN)


def _readable(seen_by: Actor) -> QuerySet[Decision]:
    rows = Decision.objects.select_related("assignment__organisation", "assignment__manager", "contact")
    return rows.defer(*profile_at("assignment__manager")).filter(assignment__in=visible_to(seen_by))


def decision_of(code: str, *, seen_by: Actor) -> Decision:
    """Raises Http404 for a decision on an assignment that is not theirs."""
    row = _readable(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def decision_page(code: str, *, seen_by: Actor, on: date) -> DecisionPage:
    row = decision_of(code, seen_by=seen_by)
    about = row.assignment
    view = decision_view(row, seen_by=seen_by, on=on)
    return DecisionPage(view, about.code, about.number, about.organisation.name, about.manager.name)


def decisions_to_take(*, seen_by: Actor, on: date, limit: int = 5) -> tuple[DecisionLine, ...]:
    """What waits for this person of the client: asked of them, of somebody who cannot sign in, or late."""
    people = Account.objects.filter(
        is_active=True,
        email__iexact=OuterRef("contact__email"),
        seats__role=Role.CLIENT,
        seats__organisation=OuterRef("assignment__organisation"),
    )
    rows = _open(seen_by).annotate(decider=Subquery(people.values("code")[:1]))
    mine = Q(decider=seen_by.code) | Q(decider=None) | Q(due_on__lt=on)
    return _lines(rows.filter(mine), limit)


def decisions_overdue(*, seen_by: Actor, on: date, limit: int = 5) -> tuple[DecisionLine, ...]:
    """The decisions that are open after their day, oldest first; for manager, bureau and shadow manager."""
    return _lines(_open(seen_by).filter(due_on__lt=on), limit)


def _open(seen_by: Actor) -> QuerySet[Decision]:
    rows = _readable(seen_by).filter(state=DecisionState.OPEN)
    return rows.exclude(assignment__state=AssignmentState.CLOSED).order_by("due_on", "pk")


OF_LINE = (
    "code", "what", "named", "due_on", "contact__name",
    "assignment__code", "assignment__organisation__name", "assignment__manager__name",
)  # fmt: skip


def _lines(rows: QuerySet[Decision], limit: int) -> tuple[DecisionLine, ...]:
    return tuple(
        DecisionLine(
            row.code,
            row.assignment.code,
            row.assignment.organisation.name,
            row.assignment.manager.name,
            row.what,
            whom_of(row),
            row.due_on,
        )
        for row in rows.only(*OF_LINE)[:limit]
    )
