"""What the bureau does with a request as a whole: end it, open it again, give it to somebody else, judge spam."""

from datetime import datetime

from django.db.models import QuerySet

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.people.queries import guard_to_be
from interregnum.stages.ask.actions.ask_second_opinion import ask_second_opinion, plugged_in
from interregnum.stages.ask.actions.decline import write_refusal
from interregnum.stages.ask.actions.mail_link import mail_link
from interregnum.stages.ask.facts import (
    OwnerChanged,
    RequestEnded,
    RequestReceived,
    RequestReleased,
    RequestReopened,
    RequestThrownAway,
)
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.promise import promised_call
from interregnum.stages.ask.queries.rows import guarded_requests, held_request_of, request_of
from interregnum.stages.ask.rules.states import ENDED, OPEN, RequestState


@action
def end_request(*, request: str, state: RequestState, reason: str, by: Actor, at: datetime) -> Refused | None:
    """Lost, handed to an adviser, not our trade, or answered otherwise: with the reason why."""
    row = request_of(request, seen_by=by)
    if state is RequestState.LOST and not reason:
        return Refused.because("ask.reason_needed", "reason")
    if not _moved(row, (*OPEN, RequestState.CONFIRMED), state, reason):
        return Refused.because("ask.cannot_end")
    record(RequestEnded(request=row.code, state=state, reason=reason), by=by, at=at)
    if state is RequestState.DECLINED:
        write_refusal(row)
    return None


@action
def reopen_request(*, request: str, by: Actor, at: datetime) -> Refused | None:
    """What had ended goes on: with its brief when there was one, else it is to be confirmed again."""
    row = request_of(request, seen_by=by)
    has_brief = Request.objects.filter(pk=row.pk, brief__isnull=False).exists()
    if not _moved(row, ENDED, RequestState.CONFIRMED if has_brief else RequestState.REOPENED, ""):
        return Refused.because("ask.cannot_reopen")
    urgency = row.triage.proposal.get("urgency")
    Request.objects.filter(pk=row.pk).update(call_by=promised_call(urgency, at=at))
    record(RequestReopened(request=row.code), by=by, at=at)
    return None


def _moved(row: Request, before: tuple[RequestState, ...], state: RequestState, reason: str) -> int:
    # The filter carries the old state: of two people at once, one is first. What was signed ends by its contract.
    rows: QuerySet[Request] = Request.objects.filter(pk=row.pk, state__in=before)
    unsigned = rows.exclude(pk__in=Request.objects.filter(pk=row.pk, brief__contracts__isnull=False).values("pk"))
    return unsigned.update(state=state, state_reason=reason)


@action
def give_to(*, request: str, owner: str, by: Actor, at: datetime) -> Refused | None:
    """The request and all that came of it goes into somebody else's portfolio."""
    row = request_of(request, seen_by=by)
    person = guard_to_be(owner)
    if person is None:
        return Refused.because("ask.no_such_owner", "owner")
    if row.owner_id == person.pk:
        return None
    Request.objects.filter(pk=row.pk).update(owner=person)
    record(OwnerChanged(request=row.code, owner=person.code), by=by, at=at)
    return None


@action
def give_all(*, account: str, owner: Account, by: Actor, at: datetime) -> None:
    """Every request of one who leaves goes into the portfolio of a colleague."""
    for row in list(guarded_requests(account).order_by("pk")):
        # Given to somebody else at the same moment it stays theirs.
        if guarded_requests(account).filter(pk=row.pk).update(owner=owner):
            record(OwnerChanged(request=row.code, owner=owner.code), by=by, at=at)


@action
def release_request(*, request: str, by: Actor, at: datetime) -> Refused | None:
    """A person says that this is a real request: from now on it is one, and whoever asked gets their mail."""
    row = held_request_of(request, seen_by=by)
    if row is None:
        return Refused.because("ask.released_already")
    aside = Request.objects.filter(pk=row.pk, state__in=(RequestState.HELD, RequestState.THROWN_AWAY))
    proposal = row.triage.proposal
    promised = promised_call(proposal.get("urgency"), at=at)
    if not aside.update(state=RequestState.RECEIVED, call_by=promised):
        return Refused.because("ask.released_already")
    record(RequestReleased(request=row.code), by=by, at=at)
    fact = {"category": proposal.get("category") or "", "need": proposal["need"]}
    record(RequestReceived(request=row.code, **fact), by=by, at=at)
    row.call_by = promised
    mail_link(row, at=at)
    if plugged_in():
        ask_second_opinion.enqueue(row.code)
    return None


@action
def throw_away(*, request: str, by: Actor, at: datetime) -> Refused | None:
    """Spam it is, also after all: it stays on its list, so that a mistake can be undone."""
    row = held_request_of(request, seen_by=by)
    if row is None:
        return Refused.because("ask.released_already")
    waits = Request.objects.filter(pk=row.pk, state__in=(RequestState.HELD, RequestState.RECEIVED))
    if not waits.update(state=RequestState.THROWN_AWAY):
        return Refused.because("ask.released_already")
    record(RequestThrownAway(request=row.code), by=by, at=at)
    return None
