"""Framework agreements: what a client has yet to sign on the bureau's desk, and all there are on the client's own."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import Section, due
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.contract.queries.frameworks import frameworks_of, frameworks_waiting
from interregnum.web.pieces import Cell, Column, Row, Table, ToDo
from interregnum.web.templatetags.web import day


def framework_todos(actor: Actor, *, on: date, most: int) -> list[ToDo]:
    """For whom each waits and since when, with the last day on which it can be signed."""
    words = _("Framework agreement %(number)s waits for %(client)s since %(day)s")
    return [
        ToDo(
            words % {"number": row.number, "client": row.organisation_name, "day": day(local_day(row.drawn_at))},
            reverse("bureau:contract-frameworks", args=[row.organisation]),
            note=row.contact_name,
            due=due(row.last_day, today=on) if row.last_day else None,
        )
        for row in frameworks_waiting(seen_by=actor, on=on, most=most)
    ]


def framework_section(actor: Actor, *, on: date) -> list[Section]:
    """The client's own, to be found again after signing; no section where there is none."""
    lines = frameworks_of(actor.organisation, seen_by=actor, on=on)
    if not lines:
        return []
    table = Table(
        id="frameworks",
        columns=(
            Column("number", _("Framework agreement")),
            Column("signed", _("Signed on")),
            Column("state", _("State")),
        ),
        rows=[
            Row(
                (
                    Cell(line.number, note=_("On paper, from before") if line.is_from_before else ""),
                    line.paper_on or line.signed_at or "–",
                    line.state,
                ),
                url=reverse("client:contract-framework", args=[line.code]),
            )
            for line in lines
        ],
        searchable=False,
    )
    return [Section(_("Your framework agreements"), table)]
