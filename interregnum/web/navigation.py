"""The menu of each desk."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Role
from interregnum.people.permissions import BY_ADDRESS
from interregnum.web.pieces import NavItem
from interregnum.web.requests import Request

MENU: dict[str, tuple[tuple[str, object], ...]] = {
    "bureau": (
        ("bureau:home", _("Today")),
        ("bureau:ask-requests", _("Requests")),
        ("bureau:deliver-assignments", _("Assignments")),
        ("bureau:people-roster", _("Managers")),
        ("bureau:contract-contracts", _("Contracts")),
        ("bureau:people-invite", _("People")),
        ("bureau:parameters", _("Parameters")),
        ("bureau:mail", _("Mail")),
        ("bureau:jobs", _("Work in the background")),
    ),
    "client": (
        ("client:home", _("Today")),
        ("client:ask-requests", _("Requests")),
        ("client:ask-problem", _("New request")),
    ),
    "manager": (("manager:home", _("Today")),),
    "shadow": (("shadow:home", _("Today")),),
    "front": (("front:home", _("Interim management")), ("front:ask-problem", _("State a problem"))),
}
DESK = {
    Role.PARTNER: "bureau",
    Role.ACCOUNT_MANAGER: "bureau",
    Role.CLIENT: "client",
    Role.MANAGER: "manager",
    Role.SHADOW: "shadow",
    Role.VISITOR: "front",
}


def navigation(request: Request) -> list[NavItem]:
    """The menu of the desk on which this page is seen, without what this role may not open."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    items = MENU[DESK.get(request.actor.role, "front")]
    return [
        NavItem(label, reverse(address), here == address)
        for address, label in items
        if BY_ADDRESS[address].allows(request.actor.role, "GET")
    ]
