"""Requests in lists, on desks, and as later stages need them; each query asks who is looking."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.promise import call_badge
from interregnum.stages.ask.queries.rows import answers_of, held_requests, request_of, understood_of, visible_to
from interregnum.stages.ask.rules.mix import wanted_mix
from interregnum.stages.ask.rules.states import OPEN, RequestState
from interregnum.stages.ask.texts import STATES
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class RequestFacts:
    """What later stages need of a request; `understood` is what holds, `answers` what the intake says by field.

    `role_mix` is the one that the client asked for, where it is not simply that of the category.
    """

    code: str
    text: str
    organisation: str
    organisation_name: str
    owner: str
    contact_name: str
    contact_email: str
    language: str
    understood: dict[str, Any]
    answers: dict[str, Any]
    role_mix: RoleMix | None


@dataclass(frozen=True)
class RequestLine:
    """A request on somebody's desk, with the call that was promised."""

    code: str
    organisation_name: str
    text: str
    state: str
    received_at: datetime
    call: Badge | None


def requests_table(*, seen_by: Actor) -> QuerySet[Request]:
    """Rows of the list of requests, for the web's table."""
    return visible_to(seen_by)


@dataclass(frozen=True)
class Waiting:
    """What waits for the bureau, oldest first: to be confirmed, and confirmed without a brief yet."""

    to_confirm: tuple[RequestLine, ...]
    in_intake: tuple[RequestLine, ...]


def requests_waiting(*, seen_by: Actor, at: datetime, limit: int = 20) -> Waiting:
    """At most so many requests, those that came in first."""
    waits = Q(state__in=OPEN) | Q(state=RequestState.CONFIRMED, brief__isnull=True)
    rows = visible_to(seen_by).filter(waits).order_by("received_at", "pk")[:limit]
    lines = [(row, _line(row, call_badge(row.call_by, at=at) if row.state in OPEN else None)) for row in rows]
    return Waiting(
        tuple(line for row, line in lines if row.state in OPEN),
        tuple(line for row, line in lines if row.state not in OPEN),
    )


def held_waiting(*, seen_by: Actor) -> QuerySet[Request]:
    """Requests that wait to be judged as spam, to be counted."""
    return held_requests(seen_by=seen_by).filter(state=RequestState.HELD)


def _line(row: Request, call: Badge | None) -> RequestLine:
    return RequestLine(row.code, row.organisation_name, row.text, row.state, row.received_at, call)


@dataclass(frozen=True)
class RequestHead:
    """Whose request it is, where it stands and who guards it."""

    code: str
    organisation_name: str
    badge: Badge
    owner_code: str


def request_head(code: str, *, seen_by: Actor) -> RequestHead:
    """Raises Http404 for a request that is not there, or not theirs."""
    row = request_of(code, seen_by=seen_by)
    name = row.organisation.name if row.organisation else row.organisation_name
    return RequestHead(row.code, name, Badge(STATES[row.state]), row.owner.code if row.owner else "")


def _read_for(request: Request, understood: dict[str, Any]) -> Category | None:
    """The category under which the rules read the role mix that holds; None when a person gave that mix."""
    proposal = request.triage.proposal
    is_theirs = understood.get("role_mix") != proposal.get("role_mix")
    return None if is_theirs or not proposal.get("category") else Category(proposal["category"])


def request_facts(code: str) -> RequestFacts:
    """For later stages, which check by their own objects who may look. Raises Http404 for an unknown one."""
    request = Request.objects.select_related("triage", "organisation", "owner").filter(code=code).first()
    if request is None:
        raise Http404
    understood = understood_of(request)
    category = Category(understood["category"]) if understood.get("category") else None
    return RequestFacts(
        code=request.code,
        text=request.told,
        organisation=request.organisation.code if request.organisation else "",
        organisation_name=request.organisation.name if request.organisation else request.organisation_name,
        owner=request.owner.code if request.owner else "",
        contact_name=request.contact_name,
        contact_email=request.contact_email,
        language=request.language,
        understood=understood,
        answers=answers_of(request),
        role_mix=wanted_mix(understood.get("role_mix"), category, read_for=_read_for(request, understood)),
    )
