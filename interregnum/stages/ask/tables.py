"""The lists of requests."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.ask.texts import STATES
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.words import choices, word_of

TONES = {RequestState.RECEIVED: Tone.WARN, RequestState.CONFIRMED: Tone.GOOD, RequestState.CLOSED: Tone.NEUTRAL}


class RequestFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *STATES.items()], required=False)
    category = forms.ChoiceField(label=_("Category"), choices=choices("category", empty=_("All")), required=False)


class BureauRequests(Listing):
    columns = (
        Column("client", _("Client"), sortable=True),
        Column("problem", _("Problem")),
        Column("category", _("Category")),
        Column("state", _("State"), sortable=True),
        Column("received", _("Received"), sortable=True),
    )
    sorts = {"client": ["organisation_name"], "state": ["state"], "received": ["received_at"]}
    default_sort = "-received"
    search_fields: ClassVar[Sequence[str]] = ("organisation_name", "text", "contact_name", "contact_email")
    filter_form = RequestFilter
    filters = {"state": "state", "category": "triage__proposal__category"}
    caption = _("Requests")
    empty_title = _("No requests here")
    empty_text = _("Requests from the public page and from clients come in here by themselves.")
    address = "bureau:ask-triage"

    def row(self, obj: Any) -> Row:
        understood = obj.triage.verdict or obj.triage.proposal
        return Row(
            (
                Cell(obj.organisation_name, note=obj.contact_name),
                Truncator(obj.text).words(16),
                word_of(understood["category"] or "", "category"),
                Badge(STATES[RequestState(obj.state)], TONES[RequestState(obj.state)]),
                obj.received_at,
            ),
            url=reverse(self.address, args=[obj.code]),
        )


class ClientRequests(BureauRequests):
    search_fields = ("text", "contact_name")
    empty_text = _("State your first problem: you get an answer at once.")
    address = "client:ask-request"
