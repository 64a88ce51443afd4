"""The list of what visitors asked in vain."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ask.question_texts import ASKED_STATES
from interregnum.web.listing import Listing
from interregnum.web.pieces import Column, Row


class AskedFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), *((state, badge.text) for state, badge in ASKED_STATES.items())],
        required=False,
    )


class AskedTable(Listing):
    columns = (
        Column("question", _("Question")),
        Column("times", _("Asked"), sortable=True, numeric=True),
        Column("waiting", _("Wait for an answer"), sortable=True, numeric=True),
        Column("last", _("Last asked"), sortable=True),
        Column("state", _("State")),
    )
    sorts = {"times": ["times"], "waiting": ["waiting", "times"], "last": ["last_at"]}
    default_sort = "-waiting"
    search_fields = ("text",)
    filter_form = AskedFilter
    filters = {"state": "state"}
    caption = _("Questions without an answer")
    empty_title = _("Every question found its answer")
    empty_text = _("What visitors ask and the page does not answer stands here, with how often it was asked.")

    def row(self, obj: Any) -> Row:
        cells = (obj.text, obj.times, obj.waiting, obj.last_at, ASKED_STATES[obj.state])
        return Row(cells, url=reverse("bureau:ask-asked-one", args=[obj.code]))
