"""Requests as pages show them; each query asks who is looking."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import ALL_OF_THE_FIRM, Actor, Role
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.course import course, own_course
from interregnum.stages.ask.queries.second_opinion import SecondOpinion, second_opinion_of
from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.ask.texts import ANSWERS, FIELDS, QUESTIONS, understood
from interregnum.web.history import history
from interregnum.web.pieces import Definition, Event, Step


@dataclass(frozen=True)
class Marked:
    """A stretch of the request's text; `fields` says in words what it is evidence for, "" when for nothing."""

    text: str
    fields: str


@dataclass(frozen=True)
class TriagePage:
    """What a bureau person confirms or corrects."""

    code: str
    state: str
    received_at: datetime
    organisation_name: str
    contact_name: str
    contact_email: str
    contact_phone: str
    marked: tuple[Marked, ...]
    proposal: dict[str, Any]
    verdict: dict[str, Any] | None
    decided: tuple[Definition, ...]
    corrected: tuple[object, ...]
    questions: tuple[object, ...]
    confidence: int
    owner: str
    confirmed_at: datetime | None
    confirmed_by: str
    steps: tuple[Step, ...]
    history: tuple[Event, ...]
    second_opinion: SecondOpinion | None


@dataclass(frozen=True)
class AnswerPage:
    """What the person who asked gets at once: what was understood, whether advice is enough, what is still open."""

    code: str
    text: str
    understood: tuple[Definition, ...]
    answer: object
    questions: tuple[object, ...]
    is_confirmed: bool
    contact_name: str
    steps: tuple[Step, ...]
    history: tuple[Event, ...] = ()


@dataclass(frozen=True)
class RequestFacts:
    """What later stages need of a request; `understood` is the proposal as far as no verdict went over it."""

    code: str
    text: str
    organisation: str
    organisation_name: str
    owner: str
    contact_name: str
    contact_email: str
    language: str
    understood: dict[str, Any]


@dataclass(frozen=True)
class RequestLine:
    code: str
    organisation_name: str
    text: str
    state: str
    received_at: datetime


def visible_to(actor: Actor) -> QuerySet[Request]:
    """The requests that somebody may know of: a partner all, an account manager new and own, a client their own."""
    requests = Request.objects.select_related("triage", "organisation", "owner")
    match actor.role:
        case role if role in ALL_OF_THE_FIRM:
            return requests
        case Role.ACCOUNT_MANAGER:
            return requests.filter(Q(owner=None) | Q(owner__code=actor.code))
        case Role.CLIENT:
            return requests.filter(organisation__code=actor.organisation)
        case _:
            return requests.none()


def request_of(code: str, *, seen_by: Actor) -> Request:
    """Raises Http404 for a request that is not there, or not theirs."""
    request = visible_to(seen_by).filter(code=code).first()
    if request is None:
        raise Http404
    return request


def requests_table(*, seen_by: Actor) -> QuerySet[Request]:
    """Rows of the list of requests, for the web's table."""
    return visible_to(seen_by)


def open_requests(*, seen_by: Actor, limit: int = 10) -> tuple[RequestLine, ...]:
    """Requests that wait for a person to confirm them, oldest first."""
    rows = visible_to(seen_by).filter(state=RequestState.RECEIVED).order_by("received_at", "pk")[:limit]
    return tuple(RequestLine(row.code, row.organisation_name, row.text, row.state, row.received_at) for row in rows)


def triage_page(code: str, *, seen_by: Actor) -> TriagePage:
    request = request_of(code, seen_by=seen_by)
    triage = request.triage
    verdict = triage.verdict
    return TriagePage(
        code=request.code,
        state=request.state,
        received_at=request.received_at,
        organisation_name=request.organisation.name if request.organisation else request.organisation_name,
        contact_name=request.contact_name,
        contact_email=request.contact_email,
        contact_phone=request.contact_phone,
        marked=marked(request.text, triage.proposal["evidence"]),
        proposal=triage.proposal,
        verdict=verdict,
        decided=tuple(understood(verdict, dict(discipline_choices()), dict(sector_choices()))) if verdict else (),
        corrected=tuple(FIELDS[name] for name in corrected_fields(triage.proposal, verdict or {})),
        questions=tuple(QUESTIONS[code] for code in triage.proposal["questions"]),
        confidence=triage.proposal["confidence"],
        owner=request.owner.name if request.owner else "",
        confirmed_at=triage.confirmed_at,
        confirmed_by=triage.confirmed_by.name if triage.confirmed_by else "",
        steps=course("request", request=request.code),
        history=history(request.code, seen_by=seen_by),
        second_opinion=second_opinion_of(triage.second_opinion, triage.proposal),
    )


def own_request_page(code: str, *, seen_by: Actor) -> AnswerPage:
    """The same answer for a client who is signed in. Raises Http404 for a request that is not theirs."""
    page = answer_page(request_of(code, seen_by=seen_by).code)
    return replace(page, history=history(page.code, seen_by=seen_by))


def answer_page(code: str) -> AnswerPage:
    """For whoever has the link: its code cannot be guessed. Raises Http404 for an unknown one."""
    request = Request.objects.select_related("triage").filter(code=code).first()
    if request is None:
        raise Http404
    verdict = request.triage.verdict
    values = request.triage.proposal | (verdict | {"second": None} if verdict else {})
    return AnswerPage(
        code=request.code,
        text=request.text,
        understood=tuple(understood(values, dict(discipline_choices()), dict(sector_choices()))),
        answer=ANSWERS[values["need"]],
        # Whoever confirmed the request has asked them.
        questions=() if verdict else tuple(QUESTIONS[code] for code in values["questions"]),
        is_confirmed=verdict is not None,
        contact_name=request.contact_name,
        steps=own_course("request", request=request.code),
    )


def request_facts(code: str) -> RequestFacts:
    """For later stages, which check by their own objects who may look. Raises Http404 for an unknown one."""
    request = Request.objects.select_related("triage", "organisation", "owner").filter(code=code).first()
    if request is None:
        raise Http404
    return RequestFacts(
        code=request.code,
        text=request.text,
        organisation=request.organisation.code if request.organisation else "",
        organisation_name=request.organisation.name if request.organisation else request.organisation_name,
        owner=request.owner.code if request.owner else "",
        contact_name=request.contact_name,
        contact_email=request.contact_email,
        language=request.language,
        understood=request.triage.proposal | (request.triage.verdict or {}),
    )


def corrected_fields(proposal: dict[str, Any], verdict: dict[str, Any]) -> list[str]:
    """In which fields a person differs from the rules; nothing said and nothing chosen are the same."""
    return [name for name, value in verdict.items() if (value or None) != (proposal.get(name) or None)]


def marked(text: str, evidence: list[list[Any]]) -> tuple[Marked, ...]:
    """The text cut where evidence begins and ends, to be marked; evidence is [field, code, quote, start, end]."""
    edges = sorted({0, len(text), *(row[3] for row in evidence), *(row[4] for row in evidence)})
    pieces = []
    for start, end in pairwise(edges):
        fields = sorted({row[0] for row in evidence if row[3] <= start and end <= row[4]})
        pieces.append(Marked(text[start:end], ", ".join(dict.fromkeys(str(FIELDS.get(name, name)) for name in fields))))
    return tuple(pieces)
