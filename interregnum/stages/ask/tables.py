"""The lists of requests."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from interregnum.people.queries import bureau_choices
from interregnum.stages.ask.queries.promise import call_badge
from interregnum.stages.ask.rules.states import ASIDE, OPEN, RequestState
from interregnum.stages.ask.texts import SPAM_SIGNS, STATES, TONES
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Cell, Column, Row, Tone
from interregnum.web.templatetags.web import moment
from interregnum.web.words import choices, word_of

SHOWN_STATES = [(state, words) for state, words in STATES.items() if state not in ASIDE]


def _holds(field: str) -> Callable[[Any], Q]:
    """Rows of which a field is this now: as a person confirmed it, else as the rules read it."""
    return lambda value: (
        Q(**{f"triage__verdict__{field}": value})
        | Q(**{f"triage__verdict__{field}__isnull": True, f"triage__proposal__{field}": value})
    )


class RequestFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *SHOWN_STATES], required=False)
    category = forms.ChoiceField(label=_("Category"), choices=choices("category", empty=_("All")), required=False)


class BureauFilter(RequestFilter):
    urgency = forms.ChoiceField(label=_("Urgency"), choices=choices("urgency", empty=_("All")), required=False)
    owner = forms.ChoiceField(label=_("Owner"), choices=lambda: [("", _("All")), *bureau_choices()], required=False)


class Requests(Listing):
    """What all lists of requests have in common."""

    columns: Sequence[Column] = (
        Column("client", _("Client"), sortable=True),
        Column("problem", _("Problem")),
        Column("category", _("Category")),
        Column("state", _("State"), sortable=True),
        Column("received", _("Received"), sortable=True),
    )
    sorts = {"client": ["organisation_name"], "state": ["state"], "received": ["received_at"]}
    default_sort = "-received"
    search_fields: ClassVar[Sequence[str]] = ("organisation_name", "text", "contact_name", "contact_email")
    filter_form: ClassVar[type[forms.Form]] = RequestFilter
    filters: ClassVar[Mapping[str, str | Callable[[Any], Q]]] = {"state": "state", "category": _holds("category")}
    caption = _("Requests")
    empty_title = _("No requests here")
    empty_text = _("State your first problem: you get an answer at once.")
    address = "client:ask-request"

    def cells(self, obj: Any) -> tuple[object, ...]:
        understood = obj.triage.verdict or obj.triage.proposal
        return (
            Cell(obj.organisation_name, note=obj.contact_name),
            Truncator(obj.text[:500]).words(16),
            word_of(understood["category"] or "", "category"),
            Badge(STATES[RequestState(obj.state)], TONES.get(RequestState(obj.state), Tone.NEUTRAL)),
            obj.received_at,
        )

    def row(self, obj: Any) -> Row:
        return Row(self.cells(obj), url=reverse(self.address, args=[obj.code]))


class ClientRequests(Requests):
    search_fields = ("text", "contact_name")


class BureauRequests(Requests):
    """With the call that was promised, and who guards the request."""

    columns = (*Requests.columns, Column("call", _("Call"), sortable=True), Column("owner", _("Owner"), sortable=True))
    sorts = {**Requests.sorts, "call": ["call_by"], "owner": ["owner__name"]}
    filter_form = BureauFilter
    filters = {**Requests.filters, "urgency": _holds("urgency"), "owner": "owner__code"}
    empty_text = _("Requests from the public page and from clients come in here by themselves.")
    address = "bureau:ask-triage"
    head = (
        _("Client"), _("Contact"), _("E-mail"), _("Telephone"), _("State"), _("Reason"), _("Category"), _("Urgency"),
        _("Received"), _("Owner"), _("Problem"),
    )  # fmt: skip

    def cells(self, obj: Any) -> tuple[object, ...]:
        is_open = obj.state in OPEN
        call = call_badge(obj.call_by, at=timezone.now()) if is_open else None  # noqa: TID251 - how late it is now
        return (*super().cells(obj), call or "", obj.owner.name if obj.owner else "")

    def line(self, obj: Any) -> tuple[object, ...]:
        """One request in the order of `head`."""
        understood = obj.triage.proposal | (obj.triage.verdict or {})
        return (
            obj.organisation_name,
            obj.contact_name,
            obj.contact_email,
            obj.contact_phone,
            STATES[RequestState(obj.state)],
            obj.state_reason,
            word_of(understood.get("category") or "", "category"),
            word_of(understood.get("urgency") or "", "urgency"),
            moment(obj.received_at),
            obj.owner.name if obj.owner else "",
            obj.text,
        )


class HeldFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("All")), *((state, STATES[state]) for state in ASIDE)], required=False
    )


class HeldRequests(Listing):
    """What was held as spam, with the signs that it bears and a button for each way out."""

    columns = (
        Column("from", _("From"), sortable=True),
        Column("text", _("Text")),
        Column("signs", _("Why it was held")),
        Column("received", _("Received"), sortable=True),
        Column("do", _("What is it?")),
    )
    sorts = {"from": ["contact_email"], "received": ["received_at"]}
    default_sort = "-received"
    search_fields = ("organisation_name", "text", "contact_name", "contact_email")
    filter_form = HeldFilter
    filters = {"state": "state"}
    caption = _("Held as spam")
    empty_title = _("Nothing was held")
    empty_text = _("A request that looks like spam waits here until somebody of the firm has looked at it.")

    def row(self, obj: Any) -> Row:
        buttons = render_to_string(
            "ask/bureau/held_buttons.html",
            {"code": obj.code, "is_held": obj.state == RequestState.HELD},
            request=self.request,
        )
        return Row(
            (
                Cell(obj.contact_name, note=f"{obj.organisation_name} · {obj.contact_email}"),
                Truncator(obj.text[:2000]).words(60),
                ", ".join(str(SPAM_SIGNS.get(sign, sign)) for sign in obj.signs),
                obj.received_at,
                buttons,
            )
        )
