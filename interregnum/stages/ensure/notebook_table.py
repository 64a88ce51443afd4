"""The firm's list of sounding boards: that something was asked, and the hours of the shadow manager."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.minutes import clock
from interregnum.kernel.period import local_day
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.templatetags.web import day


class Soundings(Listing):
    columns = (
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("shadow", _("Shadow manager"), sortable=True),
        Column("times", _("Times asked"), sortable=True, numeric=True),
        Column("open", _("Open"), sortable=True, numeric=True),
        Column("hours", _("Hours"), sortable=True, numeric=True),
        Column("last", _("Last asked"), sortable=True),
    )
    sorts = {
        "client": ["organisation__name"],
        "manager": ["manager__name"],
        "shadow": ["shadow_appointment__shadow__name"],
        "times": ["times"],
        "open": ["open"],
        "hours": ["minutes"],
        "last": ["last"],
    }
    default_sort = "-last"
    search_fields = ("number", "organisation__name", "manager__name", "shadow_appointment__shadow__name")
    caption = _("Sounding board")
    empty_title = _("Nobody asked anything yet")
    empty_text = _("An interim manager may ask the shadow manager something in confidence; that stands here then.")

    def row(self, obj: Any) -> Row:
        appointment = getattr(obj, "shadow_appointment", None)
        return Row(
            (
                Cell(obj.organisation.name, note=obj.number),
                obj.manager.name,
                appointment.shadow.name if appointment else "–",
                obj.times,
                obj.open,
                clock(obj.minutes),
                day(local_day(obj.last)),
            ),
            url=reverse("bureau:deliver-assignment", args=[obj.code]),
        )
