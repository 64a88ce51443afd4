"""What the base page needs on every page."""

from typing import Any

from django.urls import reverse

from interregnum.people.models import Firm
from interregnum.people.permissions import BY_ADDRESS
from interregnum.people.seats import named_clients
from interregnum.web.navigation import navigation
from interregnum.web.requests import Request


def page(request: Request) -> dict[str, Any]:
    firm: Firm | None = getattr(request, "firm", None)
    theme = request.COOKIES.get("theme", "")
    request.theme = theme if theme in {"light", "dark"} else ""
    seats = getattr(request, "seats", ())
    clients = named_clients([actor.organisation for actor in seats]) if len(seats) > 1 else []
    return {
        "firm_name": firm.name if firm else "",
        "logo_url": reverse("logo", args=[firm.logo.code]) if firm and firm.logo else "",
        "has_languages": not firm or len(firm.languages) > 1,
        "is_demonstration": bool(firm and firm.is_demonstration),
        "navigation": navigation(request) if firm and firm.is_set_up else [],
        "at_bureau": _opens(request, "bureau:search", "GET"),
        "may_call": _opens(request, "bureau:note-new", "POST"),
        "clients": clients,
        "client_at": dict(clients).get(request.actor.organisation, ""),
        "desks": [actor.role for actor in request.actors],
    }


def _opens(request: Request, address: str, verb: str) -> bool:
    """Whether this address is open to whoever sees this page."""
    return BY_ADDRESS[address].allows(request.actor.role, verb)
