"""The list of cases of the library, for the bureau."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.learn.case_texts import STATES, case_badge
from interregnum.stages.learn.models import CaseText
from interregnum.stages.learn.rules.case_states import CaseState
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day
from interregnum.web.words import word_of

ANY_STATE = [("", _("All")), *((str(one), words) for one, words in STATES.items() if one != CaseState.REPLACED)]


class StateFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=ANY_STATE, required=False)


class CaseList(Listing):
    columns = (
        Column("title", _("Practice case")),
        Column("client", _("Client"), sortable=True),
        Column("category", _("Category"), sortable=True),
        Column("state", _("State"), sortable=True),
        Column("until", _("Consent until"), sortable=True),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "client": ["case__assignment__organisation__name"],
        "category": ["case__assignment__category"],
        "state": ["case__state"],
        "until": ["case__live_until"],
        "made": ["case__made_at"],
    }
    default_sort = "-made"
    search_fields = ("title_nl", "title_en", "case__assignment__number", "case__assignment__organisation__name")
    filter_form = StateFilter
    filters: ClassVar[dict[str, str]] = {"state": "case__state"}
    caption = _("Case library")
    empty_title = _("No case yet")
    empty_text = _("Open an assignment that is closed, and choose Practice case: the software drafts it.")

    def __init__(self, request: Request) -> None:
        own = visible_to(request.actor).order_by().values("pk")
        rows = CaseText.objects.filter(number=F("case__version"), case__assignment__in=own)
        super().__init__(request, rows.select_related("case__assignment__organisation"))

    def row(self, obj: Any) -> Row:
        about = obj.case.assignment
        title = obj.title_en if self.request.LANGUAGE_CODE == "en" else obj.title_nl
        until = day(obj.case.live_until) if obj.case.live_until else "–"
        badge = case_badge(obj.case.state, is_held=obj.case.objected_at is not None)
        cells = (Cell(title, note=about.number), about.organisation.name, word_of(about.category, "category"))
        return Row((*cells, badge, until), url=reverse("bureau:learn-case", args=[about.code]))
