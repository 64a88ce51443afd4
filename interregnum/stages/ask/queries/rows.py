"""Which requests somebody may know of, and what holds of one: the rules, the client's answers, a person's word."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from interregnum.kernel.actor import ALL_OF_THE_FIRM, Actor, Role
from interregnum.stages.ask.models import Judgement, Request
from interregnum.stages.ask.rules.intake import UNDERSTOOD
from interregnum.stages.ask.rules.judging import overlaid, proposed_of
from interregnum.stages.ask.rules.states import ASIDE


def visible_to(actor: Actor) -> QuerySet[Request]:
    """The requests that somebody may know of: a partner all, an account manager new and own, a client their own."""
    requests = Request.objects.select_related("triage__confirmed_by", "organisation", "owner")
    requests = requests.exclude(state__in=ASIDE)
    match actor.role:
        case role if role in ALL_OF_THE_FIRM:
            return requests
        case Role.ACCOUNT_MANAGER:
            return requests.filter(Q(owner=None) | Q(owner__code=actor.code))
        case Role.CLIENT:
            return requests.filter(organisation__code=actor.organisation)
        case _:
            return requests.none()


def guarded_requests(account: str) -> QuerySet[Request]:
    """Every request that somebody guards, whatever has become of it."""
    return Request.objects.filter(owner__code=account).order_by()


def request_of(code: str, *, seen_by: Actor) -> Request:
    """Raises Http404 for a request that is not there, or not theirs."""
    words = Prefetch("judgements", Judgement.objects.select_related("by"))
    request = visible_to(seen_by).prefetch_related("answers", words).filter(code=code).first()
    if request is None:
        raise Http404
    return request


def held_requests(*, seen_by: Actor) -> QuerySet[Request]:
    """What looks like spam, for whoever works at the bureau."""
    held = Request.objects.select_related("triage").filter(state__in=ASIDE)
    return held if seen_by.is_bureau else held.none()


def held_request_of(code: str, *, seen_by: Actor) -> Request | None:
    """What bears signs of spam: aside for the whole bureau, let through for whoever may see it; else nothing."""
    theirs = Q(state__in=ASIDE) | Q(pk__in=visible_to(seen_by).order_by().values("pk"))
    rows = Request.objects.select_related("triage").filter(theirs, code=code).exclude(signs=[])
    return rows.first() if seen_by.is_bureau else None


def answers_of(request: Request) -> dict[str, Any]:
    """Field -> the latest answer of the intake."""
    return {answer.field: answer.value for answer in request.answers.all()}


def understood_of(request: Request) -> dict[str, Any]:
    """What holds: the rules' proposal, over it what the client answered, over that a person's word."""
    said = {field: value for field, value in answers_of(request).items() if field in UNDERSTOOD}
    words = {row.field: row.chosen for row in request.judgements.all() if row.is_standing}
    proposal = request.triage.proposal
    return overlaid(proposal, {"rate": proposed_of(proposal, "rate")}, said, words)
