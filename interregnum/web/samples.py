"""Invented content for the page that shows every piece of the look, once on light paper and once on dark."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.web import charts
from interregnum.web.pieces import (
    Badge,
    Cell,
    Column,
    Definition,
    Event,
    Figure,
    Meter,
    Row,
    Step,
    StepState,
    Tab,
    Table,
    ToDo,
    Tone,
)
from interregnum.web.role_mix import RoleMixField
from interregnum.web.words import ROLE_MIX, choices

ENDS_ON = date(2026, 6, 30)


class SampleForm(forms.Form):
    """One field of each kind; two of them are wrong on purpose."""

    fieldsets = (
        (_("The problem"), ["problem", "category", "reasons"]),
        (_("The terms"), ["starts_on", "days", "ceiling", "mix", "confidential"]),
    )

    problem = forms.CharField(
        label=_("What is going on?"),
        help_text=_("In your own words; two or three sentences are enough."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    category = forms.ChoiceField(label=_("Category"), choices=lambda: choices("category", empty=_("Choose one")))
    reasons = forms.MultipleChoiceField(
        label=_("Reasons"), choices=lambda: choices("reason"), widget=forms.CheckboxSelectMultiple, required=False
    )
    starts_on = forms.DateField(label=_("Start"), widget=forms.DateInput(attrs={"type": "date"}))
    days = forms.IntegerField(label=_("Days a week"), min_value=1, max_value=5)
    ceiling = forms.DecimalField(label=_("Highest rate"), required=False, help_text=_("Per hour, excluding VAT."))
    mix = RoleMixField(label=_("Role mix"))
    confidential = forms.BooleanField(label=_("Show my name only after I agree"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["ceiling"].unit = _("euros")  # type: ignore[attr-defined]


class SampleFilters(forms.Form):
    category = forms.ChoiceField(
        label=_("Category"), choices=lambda: choices("category", empty=_("All")), required=False
    )


@dataclass(frozen=True)
class Side:
    """Everything once in one theme; ids differ, so that the two sides may share a page."""

    theme: str
    title: object
    form: SampleForm
    table: Table
    empty_table: Table
    dialog_id: str


def _form(theme: str) -> SampleForm:
    typed = {
        "problem": "",
        "category": Category.CHANGE,
        "reasons": [Reason.PERFORMANCE],
        "starts_on": "2026-03-02",
        "days": "7",
        "mix_0": "40",
        "mix_1": "20",
        "mix_2": "15",
        "mix_3": "25",
    }
    return SampleForm(typed, auto_id=f"{theme}_%s")


COLUMNS = (
    Column("client", _("Client"), sortable=True),
    Column("category", _("Category"), sortable=True),
    Column("starts_on", _("Start"), sortable=True),
    Column("rate", _("Rate per hour"), sortable=True, numeric=True),
    Column("state", _("State")),
)
ROWS = (
    (
        "Zilvermeer Verzekeringen",
        _("Claims department"),
        Category.CRISIS,
        date(2026, 1, 12),
        "165.00",
        "bad",
        _("Off course"),
    ),
    (
        "Bank De Zwaluw",
        _("Mortgages, middle office"),
        Category.CHANGE,
        date(2026, 2, 2),
        "148.50",
        "good",
        _("On course"),
    ),
    (
        "Pensioenfonds Noorderlicht",
        _("Board office"),
        Category.BRIDGING,
        date(2026, 3, 2),
        "135.00",
        "warn",
        _("Review is late"),
    ),
    ("Kaap & Kust Leasing", _("New core system"), Category.PROJECT, date(2026, 4, 1), "152.00", "info", _("Proposed")),
    (
        "Assurantiekantoor Veldhoen",
        _("Risk and compliance"),
        Category.EXPERTISE,
        date(2026, 4, 20),
        "129.75",
        "neutral",
        _("Draft"),
    ),
)


def _table(theme: str, title: object) -> Table:
    rows = tuple(
        Row((Cell(client, what), category, starts_on, Money(rate), Badge(state, Tone(tone))), url="#sample")
        for client, what, category, starts_on, rate, tone, state in ROWS
    )
    return Table(
        id=f"{theme}-list",
        columns=COLUMNS,
        caption=title,
        rows=rows,
        sort="starts_on",
        filters=SampleFilters(auto_id=f"{theme}_filter_%s"),
        page=Paginator(range(118), len(ROWS)).get_page(3),
        export_url="#sample",
    )


def _side(theme: str, title: object) -> Side:
    empty = Table(
        id=f"{theme}-empty",
        columns=COLUMNS,
        rows=(),
        searchable=False,
        empty_title=_("No requests yet"),
        empty_text=_("A request comes in by the box on the front page, or you write down one that came by telephone."),
        empty_url="#sample",
        empty_label=_("Write down a request"),
    )
    return Side(theme, title, _form(theme), _table(theme, title), empty, f"{theme}-dialog")


def _course() -> dict[str, object]:
    life = (_("Request"), _("Brief"), _("Shortlist"), _("Contract"), _("Assignment"), _("Hand-over"), _("Aftercare"))
    states = [StepState.DONE] * 4 + [StepState.CURRENT] + [StepState.TODO] * 2
    return {
        "steps": [
            Step(label, state, "#sample" if state == "done" else "") for label, state in zip(life, states, strict=True)
        ],
        "tabs": [
            Tab(_("Overview"), "#sample", is_current=True),
            Tab(_("Weekly reports"), "#sample", count=2),
            Tab(_("Hours"), "#sample"),
            Tab(_("Documents"), "#sample"),
        ],
        "events": [
            Event(datetime(2026, 3, 9, 15, 20, tzinfo=UTC), _("Weekly report sent"), "Max Voorbeeld", "#sample"),
            Event(
                datetime(2026, 3, 6, 9, 5, tzinfo=UTC), _("Progress meeting held, two actions agreed"), "Sara Voorbeeld"
            ),
            Event(datetime(2026, 2, 2, 8, 0, tzinfo=UTC), _("Assignment started"), "Bea Voorbeeld"),
        ],
        "todos": [
            ToDo(
                _("Confirm the triage of a request"),
                "#sample",
                "Zilvermeer Verzekeringen",
                Badge(_("Today"), Tone.WARN),
            ),
            ToDo(
                _("Send the shortlist to the client"), "#sample", "Bank De Zwaluw", Badge(_("Two days late"), Tone.BAD)
            ),
            ToDo(_("Read the weekly report"), "#sample", "Pensioenfonds Noorderlicht", Badge(_("This week"))),
        ],
    }


def _values() -> dict[str, object]:
    return {
        "figures": [
            Figure(_("Running assignments"), 12, _("two need attention")),
            Figure(_("Days to a shortlist"), Decimal("2.5"), _("median of this year")),
            Figure(_("Rate per hour"), Money("148.50"), _("average, excluding VAT")),
            Figure(_("What stuck"), "83%", _("twelve months after hand-over")),
        ],
        "definitions": [
            Definition(_("Commissioner"), "Carla Voorbeeld"),
            Definition(_("Category"), Category.CHANGE),
            Definition(_("From and to"), Cell(date(2026, 2, 2), _("five months, four days a week"))),
            Definition(_("Rate per hour"), Money("148.50")),
            Definition(_("State"), Badge(_("On course"), Tone.GOOD)),
        ],
        "meters": [
            Meter(_("Hours of this month"), 96, 128),
            Meter(_("Reports in time"), 7, 8, tone=Tone.GOOD),
            Meter(_("Actions late"), 3, 5, tone=Tone.BAD),
        ],
        "badges": [
            Badge(_("Draft")),
            Badge(_("Proposed"), Tone.INFO),
            Badge(_("On course"), Tone.GOOD),
            Badge(_("Review is late"), Tone.WARN),
            Badge(_("Off course"), Tone.BAD),
        ],
        "toasts": [
            {"level": "success", "text": _("The request is in. You get an answer within one working day.")},
            {"level": "warning", "text": _("Your session had ended. What you typed is still here.")},
            {"level": "error", "text": _("Somebody was first: this shortlist has been sent already.")},
        ],
    }


def _charts() -> dict[str, object]:
    measured = [
        (date(2026, 2, 2), 19.0),
        (date(2026, 2, 16), 18.0),
        (date(2026, 3, 2), 15.0),
        (date(2026, 3, 16), 13.5),
        (date(2026, 4, 6), 11.0),
    ]
    wanted = RoleMix(40, 20, 15, 25)
    weeks = [(40, 20, 15, 25), (45, 20, 10, 25), (50, 20, 10, 20), (55, 15, 10, 20), (60, 15, 5, 20), (50, 15, 15, 20)]
    return {
        "line": charts.line_chart(
            title=_("Days to settle a claim"),
            unit=_("working days, measured every two weeks"),
            measured=measured,
            baseline=19,
            target=8,
            target_on=ENDS_ON,
        ),
        "stacked": charts.stacked_chart(
            title=_("Role mix per week"),
            series=ROLE_MIX,
            weeks=[(str(number), shares) for number, shares in enumerate(weeks, start=6)],
            reference=(_("agreed"), tuple(wanted)),
        ),
        "radar": charts.radar_chart(
            title=_("Role mix wanted and offered"),
            labels=ROLE_MIX,
            first=tuple(wanted),
            first_label=_("wanted"),
            second=(30, 15, 25, 30),
            second_label=_("offered"),
        ),
        "bars": charts.bar_chart(
            title=_("Points per criterion"),
            rows=[
                (_("Experience with the issue"), 27, 30, _("three proven cases")),
                (_("Role mix"), 16, 20),
                (_("Sector"), 12.5, 15),
                (_("Start in time"), 15, 15, _("free from the first of March")),
                (_("Fresh eye"), 6, 20, _("worked for a competitor until last year")),
            ],
        ),
        "spark": charts.sparkline(title=_("Days to settle a claim"), values=[value for _on, value in measured]),
    }


def sample_components() -> dict[str, Any]:
    """The context of web/components.html."""
    sides = [_side("light", _("On light paper")), _side("dark", _("On dark paper"))]
    return {"sides": sides, "blocked": Money("1250.50"), **_course(), **_values(), **_charts()}
