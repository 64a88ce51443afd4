"""What the bureau's pages of data requests are given."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.desks.own.pages import RequestLine, request_lines, state_badge
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.records.models import DataRequest
from interregnum.records.obligations import kept_by_law, obstacles
from interregnum.records.requests import person_of_request
from interregnum.records.states import RequestState, Wanted
from interregnum.records.texts import REFUSALS, WANTED
from interregnum.web.forms import Form
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.templatetags.web import day


class DecisionForm(Form):
    do = forms.ChoiceField(
        label=gettext_lazy("Your decision"),
        choices=[
            ("grant", gettext_lazy("It is this person: do what is asked")),
            ("refuse", gettext_lazy("Refuse, with the reason below")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason of a refusal"), required=False, max_length=2000, widget=forms.Textarea
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("do") == "refuse" and not data.get("reason", "").strip():
            self.add_error("reason", REFUSALS["records.reason_needed"])
        return data


class HoldForm(Form):
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=2000, widget=forms.Textarea)


class DataRequestTable(Listing):
    columns = (
        Column("asked", gettext_lazy("Asked on"), sortable=True),
        Column("who", gettext_lazy("Who")),
        Column("wanted", gettext_lazy("What is asked")),
        Column("due", gettext_lazy("Answer by"), sortable=True),
        Column("state", gettext_lazy("State")),
    )
    sorts = {"asked": ["asked_at"], "due": ["due_on"]}
    default_sort = "-asked"
    search_fields = ("name", "email", "code")
    caption = gettext_lazy("Requests for one's own data")
    empty_title = gettext_lazy("Nobody asked yet")
    empty_text = gettext_lazy(
        "Whoever asks to see their data, or to be erased, stands here with the last day to answer."
    )

    def row(self, obj: Any) -> Row:
        url = reverse("bureau:data-request", args=[obj.code])
        who = Cell(obj.name, note=obj.email)
        return Row((local_day(obj.asked_at), who, WANTED[obj.wanted], obj.due_on, state_badge(obj.state)), url=url)


@dataclass(frozen=True)
class DecisionPage:
    """One request with what a partner must know: what stands in the way, what would stay, and what is known of them."""

    name: str
    email: str
    has_account: bool
    line: RequestLine
    is_open: bool
    is_erasure: bool
    obstacles: tuple[str, ...]
    stays: str


def decision_page(row: DataRequest, *, at: datetime) -> DecisionPage:
    person = person_of_request(row)
    (line,) = request_lines([row], at=at)
    is_erasure, is_open = row.wanted == Wanted.ERASURE, row.state == RequestState.ASKED
    refused = obstacles(person) if is_erasure and is_open else None
    kept = kept_by_law(person, years=value("records.fiscal_years", on=local_day(at)))
    stays = _("%(count)s contracts stay under a pseudonym until %(until)s: the law keeps them for seven years.")
    return DecisionPage(
        name=row.name,
        email=row.email,
        has_account=bool(row.account),
        line=line,
        is_open=is_open,
        is_erasure=is_erasure,
        obstacles=tuple(str(REFUSALS[why.code]) % dict(why.facts) for why in refused.reasons)
        if refused is not None
        else (),
        stays=stays % {"count": kept.contracts, "until": day(kept.until)} if kept.contracts else "",
    )
