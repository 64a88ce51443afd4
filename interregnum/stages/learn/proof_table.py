"""The list behind a figure of the proof."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category, Level
from interregnum.people.queries import discipline_choices
from interregnum.stages.learn.proof_texts import MEASURES, case_told
from interregnum.stages.learn.rules.measures import WAYS, Measure, Way
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.requests import Request
from interregnum.web.templatetags.web import day
from interregnum.web.words import word_of


class ProofFilter(forms.Form):
    """Which cases the figures are of."""

    measure = forms.ChoiceField(choices=[(str(one), words) for one, words in MEASURES.items()], required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    discipline = forms.ChoiceField(label=_("Discipline"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].widget = forms.HiddenInput()
        any_one: list[Any] = [("", _("All"))]
        named: dict[str, list[Any]] = {
            "category": [(str(one), word_of(one, "category")) for one in Category],
            "discipline": discipline_choices(),
            "level": [(str(one), word_of(one, "level")) for one in Level],
        }
        for name, choices in named.items():
            field: Any = self.fields[name]
            field.choices = [*any_one, *choices]

    def chosen(self) -> dict[str, str]:
        return {name: str(said) for name, said in self.cleaned_data.items() if said} if self.is_valid() else {}


class ProofList(Listing):
    columns = (
        Column("number", _("Assignment"), sortable=True),
        Column("category", _("Category"), sortable=True),
        Column("closed", _("Ended"), sortable=True),
        Column("value", _("Figure"), sortable=True, numeric=True),
    )
    sorts: ClassVar[dict[str, Sequence[str]]] = {
        "number": ["assignment__number"],
        "category": ["category"],
        "closed": ["closed_on"],
        "value": ["value"],
    }
    default_sort = "-closed"
    search_fields = ("assignment__number", "brief__request__organisation__name")
    filter_form = ProofFilter
    filters: ClassVar[dict[str, str]] = {name: name for name in ("category", "discipline", "level", "year")}
    caption = _("Cases behind this figure")
    empty_title = _("No case is known")
    empty_text = _("As soon as an assignment has ended, it stands here.")

    def __init__(self, request: Request, rows: QuerySet[Any], measure: Measure, **urls: str) -> None:
        self.measure = measure
        along = rows.select_related("assignment", "brief__request__organisation")
        super().__init__(request, along.annotate(value=F(str(measure))), **urls)

    def row(self, obj: Any) -> Row:
        number, client, category, closed, told = self.cells(obj)
        return Row((Cell(number, note=client), category, closed, told))

    def cells(self, obj: Any) -> tuple[str, str, str, str, str]:
        organisation = obj.brief.request.organisation
        of = getattr(obj, f"{self.measure}_of") if WAYS[self.measure] == Way.SHARE else 0
        return (
            obj.assignment.number if obj.assignment else "–",
            organisation.name if organisation else "",
            str(word_of(obj.category, "category")),
            day(obj.closed_on),
            case_told(self.measure, getattr(obj, str(self.measure)), of),
        )
