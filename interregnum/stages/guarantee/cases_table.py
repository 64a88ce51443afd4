"""The firm's list of guarantees, with the clock of each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.guarantee.queries.clock import OWN, clock_of
from interregnum.stages.guarantee.queries.desks import codes_seen
from interregnum.stages.guarantee.queries.rows import grants_of
from interregnum.stages.guarantee.rules.clock import Kept
from interregnum.stages.guarantee.texts import REASONS, STATES, badge_of, kept_badge, step_words
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import moment


class CaseFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), *((one.value, words) for one, words in STATES.items())],
        required=False,
    )


class GuaranteeCases(Listing):
    columns = (
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("at", _("Invoked"), sortable=True),
        Column("state", _("State"), sortable=True),
        Column("next", _("Clock")),
        Column("kept", _("Against the promise")),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "client": ["assignment__organisation__name"],
        "manager": ["manager__name"],
        "at": ["complained_at"],
        "state": ["state", "complained_at"],
    }
    default_sort = "-at"
    search_fields = ("assignment__number", "assignment__organisation__name", "manager__name")
    filter_form = CaseFilter
    filters: ClassVar[dict[str, str]] = {"state": "state"}
    caption = _("Guarantees")
    empty_title = _("Nobody invoked the guarantee")
    empty_text = _("When a client is not content, the case stands here with its clock.")

    def __init__(self, request: Request, rows: QuerySet[Any], *, at: datetime) -> None:
        super().__init__(request, rows)
        self.at = at

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        own = value(OWN, on=local_day(self.at))
        theirs = codes_seen([obj.pk for obj in page], seen_by=self.request.actor)
        return [self._row(obj, own, has_page=obj.code in theirs) for obj in page]

    def _row(self, obj: Any, own: Any, *, has_page: bool) -> Row:
        clock = clock_of(obj, at=self.at, own=own)
        kept = [one.kept(self.at) for one in clock]
        open_steps = [one for one in clock if one.done_at is None]
        nearest = min(open_steps, key=lambda one: one.due_at, default=None)
        worst = next((each for each in (Kept.OVERDUE, Kept.LATE) if each in kept), Kept.IN_TIME)
        return Row(
            (
                Cell(obj.assignment.organisation.name, note=obj.assignment.number),
                obj.manager.name,
                Cell(moment(obj.complained_at), note=REASONS[obj.reason]),
                badge_of(obj.state),
                Cell(step_words(nearest.step, grants_of(obj)), note=moment(nearest.due_at)) if nearest else "–",
                kept_badge(worst),
            ),
            url=reverse("bureau:guarantee-case", args=[obj.code]) if has_page else "",
        )
