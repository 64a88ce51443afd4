"""The lists of client organisations and of their contacts."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.mails import bounced
from interregnum.people.queries import sector_choices
from interregnum.web.listing import Listing
from interregnum.web.mail_log import email_note
from interregnum.web.pieces import Badge, Cell, Column, Row, Table
from interregnum.web.requests import Request


class ClientFilter(forms.Form):
    sector = forms.ChoiceField(
        label=_("Sub-sector"), choices=lambda: [("", _("All")), *sector_choices()[1:]], required=False
    )


class ClientsTable(Listing):
    columns = (
        Column("name", _("Organisation"), sortable=True),
        Column("sector", _("Sub-sector")),
        Column("city", _("City"), sortable=True),
        Column("people", _("Contacts"), sortable=True, numeric=True),
    )
    sorts = {"name": ["name"], "city": ["city", "name"], "people": ["people"]}
    default_sort = "name"
    search_fields = ("name", "city", "kvk")
    filter_form = ClientFilter
    filters = {"sector": "sector"}
    caption = _("Client organisations")
    empty_title = _("No client yet")
    empty_text = _("Import the clients and contacts that you have in a spreadsheet, or add the first one by hand.")

    def __init__(self, request: Request, rows: QuerySet[Any]) -> None:
        super().__init__(request, rows)
        self.sectors = dict(sector_choices())

    def row(self, obj: Any) -> Row:
        return Row(
            (obj.name, self.sectors.get(obj.sector, obj.sector) if obj.sector else "", obj.city, obj.people),
            url=reverse("bureau:people-client", args=[obj.code]),
        )


def contacts_table(rows: QuerySet[Any], *, of: str) -> Table:
    """The contacts of one organisation."""
    people = list(rows)
    came_back = bounced([row.email for row in people])
    return Table(
        id="contacts",
        columns=(
            Column("name", _("Name")),
            Column("function", _("Function")),
            Column("email", _("E-mail address")),
            Column("phone", _("Telephone")),
        ),
        rows=[
            Row(
                (
                    Cell(row.name, note="" if row.is_active else Badge(_("Has left"))),
                    row.function,
                    email_note(row.email, came_back),
                    row.phone,
                ),
                url=reverse("bureau:people-contact-edit", args=[row.code]),
            )
            for row in people
        ],
        searchable=False,
        empty_title=_("No contact yet"),
        empty_text=_("Add the person whom you call."),
        empty_url=reverse("bureau:people-contact-new", args=[of]),
        empty_label=_("Add a contact"),
    )
