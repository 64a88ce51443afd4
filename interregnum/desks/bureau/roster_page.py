"""What stands around the list of managers: the views to choose from, the columns, and keeping what is seen."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.bureau.roster_forms import kept_query
from interregnum.desks.bureau.roster_table import RosterTable
from interregnum.kernel.actor import OFFICE
from interregnum.kernel.money import Money
from interregnum.people.list_views import Taste
from interregnum.web.pieces import Choice, Tab
from interregnum.web.requests import Request


def asked_for(request: Request, name: str) -> bool:
    return bool(request.GET.get(name))


def as_text(value: object) -> str:
    """A cell as a spreadsheet can go on with it: days by ISO 8601, money as a bare number."""
    if isinstance(value, Money):
        return str(value.amount)
    return value.isoformat() if isinstance(value, date) else str(value)


def offer_tools(table: RosterTable) -> None:
    """Below the list: which columns to read and where to keep this view, for whoever may keep something."""
    request = table.request
    table.more["whole_url"] = table.export_url
    if request.actor.role in OFFICE:
        read = {column.key for column in table.columns}
        choices = [Choice(key, column.label, 0, key in read) for key, column in table.readable.items() if key != "name"]
        query = kept_query(request.GET.urlencode())
        table.more |= {"tools": "bureau/roster_tools.html", "columns_to_choose": choices, "kept_query": query}


def view_tabs(request: Request, taste: Taste) -> list[Tab]:
    """Everybody, and each view; none while nobody keeps one."""
    here, start = kept_query(request.GET.urlencode()), reverse("bureau:people-roster")
    tabs = [Tab(_("All"), f"{start}?q=", not here)]
    for view in taste.views:
        label = view.name if view.is_own else _("%(name)s (%(owner)s)") % {"name": view.name, "owner": view.owner}
        tabs.append(Tab(label, f"{start}?{view.query or 'q='}", bool(here) and view.query == here))
    return tabs if taste.views else []
