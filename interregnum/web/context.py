"""What the base page needs on every page."""

from typing import Any

from interregnum.people.models import Firm
from interregnum.web.navigation import navigation
from interregnum.web.requests import Request


def page(request: Request) -> dict[str, Any]:
    firm = Firm.objects.first()
    theme = request.COOKIES.get("theme", "")
    request.theme = theme if theme in {"light", "dark"} else ""
    return {
        "firm_name": firm.name if firm else "",
        "is_demonstration": bool(firm and firm.is_demonstration),
        "navigation": navigation(request),
        "desks": [actor.role for actor in request.actors],
    }
