"""The menu of each desk, and the pages that set the practice up."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Role
from interregnum.people.permissions import BY_ADDRESS
from interregnum.web.pieces import Cell, Definition, NavItem, Tab
from interregnum.web.requests import Request

MENU: dict[str, tuple[tuple[str, object], ...]] = {
    "bureau": (
        ("bureau:home", _("Today")),
        ("bureau:ask-requests", _("Requests")),
        ("bureau:deliver-assignments", _("Assignments")),
        ("bureau:people-clients", _("Clients")),
        ("bureau:people-roster", _("Managers")),
        ("bureau:contract-contracts", _("Contracts")),
        ("bureau:settings", _("Settings")),
    ),
    "client": (
        ("client:home", _("Today")),
        ("client:ask-requests", _("Requests")),
        ("client:ask-problem", _("New request")),
    ),
    "manager": (
        ("manager:home", _("Today")),
        ("manager:people-profile", _("My profile")),
        ("manager:people-cases", _("My cases")),
        ("manager:people-availability", _("When I am free")),
        ("manager:people-file", _("My file")),
    ),
    "shadow": (("shadow:home", _("Today")),),
    "front": (
        ("front:home", _("Interim management")),
        ("front:learn-cases", _("Practice cases")),
        ("front:questions", _("Questions and answers")),
        ("front:ask-problem", _("State a problem")),
        ("front:join", _("For interim managers")),
    ),
}
# What is looked at now and then: address, name, and what it is for.
SETTINGS: tuple[tuple[str, object, object], ...] = (
    ("bureau:firm", _("The firm"), _("Name, numbers, logo, languages, mail server and address.")),
    ("bureau:people-invite", _("People"), _("Who may sign in, and in which role.")),
    ("bureau:parameters", _("Parameters"), _("Amounts, terms and defaults, each with the day from which it holds.")),
    ("bureau:lists", _("Lists"), _("Disciplines and sub-sectors, with the words by which clients speak of them.")),
    (
        "bureau:contract-clauses",
        _("Clauses"),
        _("The words of the agreements, each with the day from which they hold."),
    ),
    ("bureau:ask-questions", _("Questions and answers"), _("What clients ask, and your answers on the public page.")),
    (
        "bureau:ask-asked",
        _("Questions of visitors"),
        _("What the public page could not answer, and who waits."),
    ),
    (
        "bureau:choose-oversight",
        _("How we choose"),
        _("How often a choice departs from the list, and why."),
    ),
    (
        "bureau:ensure-soundings",
        _("Sounding board"),
        _("Where interim managers asked their shadow manager something, and the hours that it took."),
    ),
    ("bureau:mail", _("Mail"), _("What was sent to whom, and what did not arrive.")),
    ("bureau:jobs", _("Work in the background"), _("What waits, runs and failed.")),
    ("bureau:data-requests", _("Requests for one's own data"), _("Who asks to see their data, or to be erased.")),
    (
        "bureau:terms",
        _("What goes when"),
        _("How long what is kept of people stays, and what goes soon."),
    ),
    ("bureau:journal", _("Journal"), _("All that happened in the firm, sealed so that a change in the past shows.")),
)
# The pages of somebody's own account, as tabs: address and name.
ACCOUNT: tuple[tuple[str, object], ...] = (
    ("mfa_index", _("Security")),
    ("account-data", _("Your data")),
    ("account-groups", _("Treated alike")),
    ("account_change_password", _("Password")),
    ("mail_wishes", _("Mail to me")),
)
DESK = {
    Role.PARTNER: "bureau",
    Role.ACCOUNT_MANAGER: "bureau",
    Role.BACK_OFFICE: "bureau",
    Role.AUDITOR: "bureau",
    Role.CLIENT: "client",
    Role.DELEGATE: "client",
    Role.MANAGER: "manager",
    Role.SHADOW: "shadow",
    Role.VISITOR: "front",
}


def navigation(request: Request) -> list[NavItem]:
    """The menu of the desk on which this page is seen, without what this role may not open."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    items = MENU[DESK.get(request.actor.role, "front")]
    is_setting = here in {address for address, *_ in SETTINGS}
    return [
        NavItem(label, reverse(address), _is_at(here, address) or (is_setting and address == "bureau:settings"))
        for address, label in items
        if BY_ADDRESS[address].allows(request.actor.role, "GET")
    ]


def account_tabs(request: Request) -> list[Tab]:
    """The pages of somebody's own account, as far as this role may open them."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        Tab(label, reverse(address), here == address)
        for address, label in ACCOUNT
        if BY_ADDRESS[address].allows(request.actor.role, "GET")
    ]


def _is_at(here: str, address: str) -> bool:
    """A page that has an address for each language stands in the menu once."""
    return here == address or here in {f"{address}-{language}" for language in ("nl", "en")}


def settings_of(role: Role) -> list[Definition]:
    """The pages that set the practice up, as far as this role may open them, each with what it is for."""
    return [
        Definition(Cell(label, url=reverse(address)), purpose)
        for address, label, purpose in SETTINGS
        if BY_ADDRESS[address].allows(role, "GET")
    ]
