"""Decisions that the manager needs: asked and followed in a report, answered by the client with one press."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.facts import DecisionAsked, DecisionSettled
from interregnum.stages.deliver.models import Assignment, Decision, WeeklyReport
from interregnum.stages.deliver.queries.decisions import decision_of
from interregnum.stages.deliver.rules.decisions import check_due, same_words
from interregnum.stages.deliver.rules.states import DecisionState


@dataclass(frozen=True, kw_only=True)
class Needed:
    """A decision that is asked: of a contact of the client by code, or of somebody else who is `named`."""

    what: str
    due_on: date
    contact: str = ""
    named: str = ""


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What the manager says of an open decision, by its code."""

    code: str
    state: DecisionState
    due_on: date
    words: str = ""


def fresh(report: WeeklyReport, needed: tuple[Needed, ...]) -> list[Needed]:
    """Those that this report has not asked yet, and that are not open from an earlier one."""
    rows = Decision.objects.filter(assignment=report.assignment)
    known = [row.what for row in rows if row.report_id == report.pk or row.state == DecisionState.OPEN]
    return [one for one in needed if not any(same_words(one.what, what) for what in known)]


def check_needed(assignment: Assignment, needed: tuple[Needed, ...], *, on: date) -> Refused | None:
    """Whom and by when: said before anything is written."""
    if needed:
        codes = {one.contact for one in needed if one.contact}
        known = assignment.organisation.contacts.filter(code__in=codes).values_list("code", flat=True)
        if codes - set(known):
            return Refused.because("deliver.decision_of_whom")
    reasons = [reason for one in needed if (reason := check_due(one.due_on, asked_on=on))]
    return Refused(tuple(reasons)) if reasons else None


def check_decisions(
    assignment: Assignment, needed: tuple[Needed, ...], followed: tuple[Followed, ...], *, on: date
) -> Refused | None:
    """What is asked, and to which day an open one is moved; one that is overdue may stay as it was."""
    refused = check_needed(assignment, needed, on=on)
    if refused is not None or not followed:
        return refused
    rows = Decision.objects.filter(assignment=assignment, state=DecisionState.OPEN).values_list("code", "due_on")
    known = dict(rows)
    moved = [one for one in followed if one.state == DecisionState.OPEN and one.due_on != known.get(one.code)]
    reasons = [reason for one in moved if one.code in known and (reason := check_due(one.due_on, asked_on=on))]
    return Refused(tuple(reasons)) if reasons else None


def ask_decisions(report: WeeklyReport, needed: list[Needed], *, by: Actor, at: datetime) -> None:
    """Rows for what a report asks, as `check_needed` let pass; the caller is an action."""
    codes = {one.contact for one in needed}
    contacts = {one.code: one for one in report.assignment.organisation.contacts.filter(code__in=codes)}
    for one in needed:
        row = Decision.objects.create(
            assignment=report.assignment,
            report=report,
            what=one.what,
            contact=contacts.get(one.contact),
            named="" if one.contact else one.named,
            asked_on=local_day(at),
            due_on=one.due_on,
        )
        record(DecisionAsked(assignment=report.assignment.code, decision=row.code), by=by, at=at)


def follow_decisions(report: WeeklyReport, followed: tuple[Followed, ...], *, by: Actor, at: datetime) -> None:
    """Move, settle or drop open decisions; what was answered meanwhile stands. The caller is an action."""
    for one in followed:
        still_open = Decision.objects.filter(assignment=report.assignment, code=one.code, state=DecisionState.OPEN)
        if one.state == DecisionState.OPEN:
            still_open.update(due_on=one.due_on)
        else:
            _settle(still_open, report.assignment.code, one, by=by, at=at)


@action
def answer_decision(*, decision: str, words: str, by: Actor, at: datetime) -> Refused | None:
    """The client decides: as it was asked, or in other words. Who comes second reads what was decided."""
    row = decision_of(decision, seen_by=by)
    answer = Followed(code=row.code, state=DecisionState.TAKEN, due_on=row.due_on, words=words)
    still_open = Decision.objects.filter(pk=row.pk, state=DecisionState.OPEN)
    if not _settle(still_open, row.assignment.code, answer, by=by, at=at):
        return Refused.because("deliver.decision_settled")
    return None


def _settle(rows: QuerySet[Decision], assignment: str, answer: Followed, *, by: Actor, at: datetime) -> bool:
    """The filter of `rows` carries the old state: of two answers, one is kept."""
    account = Account.objects.get(code=by.code)
    is_first = rows.update(state=answer.state, words=answer.words, answered_at=at, answered_by=account)
    if is_first:
        record(DecisionSettled(assignment=assignment, decision=answer.code, state=answer.state), by=by, at=at)
    return bool(is_first)
