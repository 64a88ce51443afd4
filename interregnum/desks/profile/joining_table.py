"""The list of those who signed up as an interim manager."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.people.queries import list_names
from interregnum.people.rules.applications import ApplicationState
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Column, Row, Tone
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day
from interregnum.web.words import word_of

STATE = {
    ApplicationState.HELD: Badge(_("held as spam"), Tone.WARN),
    ApplicationState.WAITING: Badge(_("to be decided"), Tone.INFO),
    ApplicationState.ACCEPTED: Badge(_("accepted"), Tone.GOOD),
    ApplicationState.DECLINED: Badge(_("declined")),
}


class ApplicationsTable(Listing):
    columns = (
        Column("name", _("Name"), sortable=True),
        Column("discipline", _("Discipline")),
        Column("level", _("Level")),
        Column("city", _("Place")),
        Column("state", _("State")),
        Column("sent", _("Signed up"), sortable=True),
    )
    sorts = {"name": ["name"], "sent": ["sent_at"]}
    default_sort = "-sent"
    search_fields = ("name", "email", "city")
    caption = _("Who signed up")
    empty_title = _("Nobody signed up yet")
    empty_text = _("Whoever signs up on the public page and confirms it by mail stands here.")

    def __init__(self, request: Request, rows: QuerySet[Any]) -> None:
        super().__init__(request, rows)
        self.disciplines = list_names()[0]

    def row(self, obj: Any) -> Row:
        cells = (
            obj.name,
            self.disciplines.get(obj.discipline, obj.discipline),
            word_of(obj.level),
            obj.city,
            STATE[obj.state],
            day(obj.sent_at),
        )
        return Row(cells, url=reverse("bureau:people-application", args=[obj.code]))
