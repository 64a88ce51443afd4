"""The gate: no page opens without a row in people/permissions.py, and every page knows in which role it is seen."""

import logging
from collections.abc import Callable

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from interregnum.kernel.actor import READERS, VISITOR, Actor, Role
from interregnum.people.accounts import actors_of
from interregnum.people.permission import Row
from interregnum.people.permissions import BY_ADDRESS
from interregnum.people.queries import present_firm
from interregnum.people.second_factor import has_factor, is_shown, is_waived
from interregnum.people.sessions import is_over, sign_of_life
from interregnum.web.kept import keep_form
from interregnum.web.requests import Request, account_of

# For which client somebody is at work who has several; kept in the session.
SEAT = "seat"
log = logging.getLogger(__name__)


class Gate:
    """Middleware that runs before each view; sets `request.actor` and `request.actors`.

    Whoever may not open an address gets the same answer as for an address that does not exist.
    """

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.actor = VISITOR
        request.actors = ()
        request.seats = ()
        request.may_write = False
        return self.get_response(request)

    def process_view(self, request: Request, *_view: object) -> HttpResponse | None:
        match = request.resolver_match
        row = BY_ADDRESS.get(match.view_name if match else "")
        if row is None:
            log.error("no permission row for the address %r", match and match.view_name)
            raise Http404
        if not (request.firm or row.is_before_a_firm) and present_firm() is None:
            return redirect("set-up")
        request.actors = _actors_of(request)
        actor = _actor_for(request.actors, row, request.method or "")
        if actor is None:
            return _turned_away(request, row)
        if _is_too_early(request, row, actor):
            return redirect("bureau:firm" if actor.role is Role.PARTNER else "set-up")
        request.actor = actor
        request.may_write = row.allows(actor.role, "POST")
        if not row.allows(actor.role, request.method or ""):
            return HttpResponseNotAllowed(row.verbs.split())
        if actor.role in READERS and not row.is_of_account and not (is_shown(request) or is_waived()):
            return _ask_for_factor(request)
        return None


def _is_too_early(request: Request, row: Row, actor: Actor) -> bool:
    """Until the set-up is over only its own pages are open."""
    if not request.firm or request.firm.is_set_up or row.is_before_a_firm or row.is_of_account:
        return False
    return not (actor.role is Role.PARTNER and row.address.startswith("bureau:firm"))


def _turned_away(request: Request, row: Row) -> HttpResponse:
    """Raises Http404, save for a stranger and for whoever came home and has no role any more."""
    if not request.user.is_authenticated:
        return _ask_to_sign_in(request)
    if request.actors or row.address != "home":
        raise Http404
    return render(request, "web/no_role.html", status=403)


def _actor_for(actors: tuple[Actor, ...], row: Row, verb: str) -> Actor | None:
    """The first role of this person that may do this here, else one that may only look; a stranger is a visitor."""
    stranger = VISITOR if row.knows(Role.VISITOR) else None
    known = [actor for actor in actors if row.knows(actor.role)]
    return next((actor for actor in known if row.allows(actor.role, verb)), known[0] if known else stranger)


def _actors_of(request: Request) -> tuple[Actor, ...]:
    """Who was away for too long, or here for too long, is nobody until they sign in again."""
    if not request.user.is_authenticated:
        return ()
    account = account_of(request)
    at, actors = timezone.now(), actors_of(account) if account.actors is None else account.actors
    if is_over(request.session, is_bureau=any(actor.is_bureau for actor in actors), at=at):
        logout(request)
        return ()
    sign_of_life(request.session, at=at)
    request.seats = tuple(actor for actor in actors if actor.organisation)
    return _at_one_client(actors, request.session.get(SEAT, ""))


def _at_one_client(actors: tuple[Actor, ...], chosen: str) -> tuple[Actor, ...]:
    """Of several clients the one that was chosen, else the first; at that one nothing is done for another."""
    clients = [actor.organisation for actor in actors if actor.organisation]
    here = chosen if chosen in clients else next(iter(clients), "")
    return tuple(actor for actor in actors if actor.organisation in {"", here})


def _ask_for_factor(request: Request) -> HttpResponse:
    """Before any page of the bureau: show the second factor, or set one up."""
    if has_factor(account_of(request)):
        return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
    return redirect("factor_first")


def _ask_to_sign_in(request: Request) -> HttpResponse:
    if request.method == "POST":
        keep_form(request)
    return redirect_to_login(request.get_full_path())
