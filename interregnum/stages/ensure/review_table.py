"""The bureau's list of three-party reviews."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import local_day
from interregnum.stages.ensure.queries.reviews import is_overdue, signals_of_reviews
from interregnum.stages.ensure.review_texts import DECISIONS, KINDS, OVERDUE, STATES, badge_of, signal_badge
from interregnum.stages.ensure.rules.reviews import ReviewState
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import moment

STANDS = [
    ("", _("All")),
    ("overdue", OVERDUE),
    *((state.value, words) for state, words in STATES.items() if state != ReviewState.CANCELLED),
]


class ReviewFilter(forms.Form):
    stand = forms.ChoiceField(label=_("State"), choices=STANDS, required=False)
    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("", _("All")), *((one.value, words) for one, words in DECISIONS.items())],
        required=False,
    )


class BureauReviews(Listing):
    columns = (
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("at", _("When"), sortable=True),
        Column("stand", _("State"), sortable=True),
        Column("decision", _("Decision"), sortable=True),
        Column("signal", _("Signal")),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "client": ["assignment__organisation__name"],
        "manager": ["assignment__manager__name"],
        "at": ["starts_at"],
        "stand": ["stand", "starts_at"],
        "decision": ["decision", "starts_at"],
    }
    default_sort = "-at"
    search_fields = ("assignment__number", "assignment__organisation__name", "assignment__manager__name")
    filter_form = ReviewFilter
    filters: ClassVar[dict[str, str]] = {"stand": "stand", "decision": "decision"}
    caption = _("Three-party reviews")
    empty_title = _("No reviews here")
    empty_text = _("Reviews are planned by themselves once an assignment runs and has a shadow manager.")

    def __init__(self, request: Request, rows: QuerySet[Any], *, at: datetime) -> None:
        super().__init__(request, rows)
        self.at = at

    def rows_of(self, page: Sequence[Any]) -> list[Row]:
        signals = signals_of_reviews(page, on=local_day(self.at))
        return [
            Row(
                (
                    Cell(obj.assignment.organisation.name, note=obj.assignment.number),
                    obj.assignment.manager.name,
                    Cell(moment(obj.starts_at), note=KINDS[obj.kind]),
                    badge_of(obj.state, is_overdue=is_overdue(obj, self.at)),
                    DECISIONS[obj.decision] if obj.decision else "–",
                    signal_badge(signals[obj.pk]),
                ),
                url=reverse("bureau:ensure-review", args=[obj.code]),
            )
            for obj in page
        ]
