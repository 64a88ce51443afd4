"""A request as our views get it: with what the gate and the middleware before it have put on it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from interregnum.kernel.actor import Actor
from interregnum.people.models import Account, Firm


class Request(HttpRequest):
    """For type hints alone; what comes in is Django's own request. `actor` is the role in which this page is seen.

    `actors` are all roles at one client at most; `seats` those at every client, to choose from.
    `may_write` says whether that role may send a form to this address; who may only look gets it closed.
    """

    actor: Actor
    may_write: bool
    actors: tuple[Actor, ...]
    seats: tuple[Actor, ...]
    htmx: HtmxDetails
    theme: str
    firm: Firm | None


def account_of(request: Request) -> Account:
    """The account of a page that only somebody who is signed in may open."""
    assert isinstance(request.user, Account)
    return request.user
