"""The list of assignments."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver import texts
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.visible import term_of, weeks_late
from interregnum.stages.deliver.rules.reporting import weeks_left
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.requests import Request
from interregnum.web.words import choices, word_of


class AssignmentFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *texts.STATES.items()], required=False)
    category = forms.ChoiceField(label=_("Category"), choices=choices("category", empty=_("All")), required=False)


class BureauAssignments(Listing):
    columns = (
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("category", _("Category"), sortable=True),
        Column("left", _("Weeks to go"), sortable=True, numeric=True),
        Column("report", _("Last report"), sortable=True),
        Column("state", _("State"), sortable=True),
    )
    sorts = {
        "client": ["organisation__name"],
        "manager": ["manager__name"],
        "category": ["category"],
        "left": ["ends_on"],
        "report": ["last_monday"],
        "state": ["state"],
    }
    default_sort = "left"
    search_fields = ("number", "organisation__name", "manager__name", "problem")
    filter_form = AssignmentFilter
    filters = {"state": "state", "category": "category"}
    caption = _("Assignments")
    empty_title = _("No assignments here")
    empty_text = _("An assignment opens by itself as soon as both sides have signed the contract.")

    def __init__(self, request: Request, rows: QuerySet[Any], *, on: date) -> None:
        super().__init__(request, rows)
        self.on = on

    def row(self, obj: Any) -> Row:
        return Row(
            (
                Cell(obj.organisation.name, note=obj.number),
                obj.manager.name,
                word_of(obj.category),
                weeks_left(term_of(obj), on=self.on),
                self._report(obj),
                looks.state_badge(obj.state),
            ),
            url=reverse("bureau:deliver-assignment", args=[obj.code]),
        )

    def _report(self, obj: Any) -> object:
        """The newest report; a badge when a week after it is over."""
        late = [
            monday
            for monday in weeks_late(obj, reported=(), on=self.on)
            if obj.last_monday is None or monday > obj.last_monday
        ]
        if late and obj.state != "closed":
            return Badge(_("%(week)s is late") % {"week": looks.week_name(late[0])}, Tone.WARN)
        return looks.week_name(obj.last_monday) if obj.last_monday else "–"
