"""What may be typed about an assignment that already runs."""

from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.money import Money
from interregnum.outside.scans.read import LARGEST_BYTES
from interregnum.parameters.values import value
from interregnum.stages.contract.rules.clauses import GuaranteeTerms
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.deliver.actions.take_over import SCANS
from interregnum.stages.deliver.gate_forms import LONGEST
from interregnum.stages.deliver.gate_texts import GATES
from interregnum.stages.deliver.rules.gates import Gate
from interregnum.stages.deliver.rules.taking_over import Running
from interregnum.web.forms import Form
from interregnum.web.words import choices


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def _rate(label: Any) -> forms.DecimalField:
    field = forms.DecimalField(label=label, max_digits=8, decimal_places=2)
    field.unit = _("euros a day, excluding VAT")  # type: ignore[attr-defined]
    return field


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=366)


def _scan(label: Any) -> forms.FileField:
    kinds = {"accept": "application/pdf,image/png,image/jpeg"}
    words = _("PDF, PNG or JPEG, at most 10 MB.")
    return forms.FileField(label=label, help_text=words, widget=forms.FileInput(attrs=kinds), allow_empty_file=True)


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=LONGEST)


def what_we_promise(on: date) -> dict[str, int]:
    """What stands in the form before anybody types: the terms of our own contracts on a day."""
    own = {name: value(f"contract.{name}", on=on) for name in ("notice_days", "payment_days")}
    return own | dict(value("contract.guarantee", on=on))


class TakeOverForm(Form):
    """Client and manager, what is agreed, the paper, and which gates were passed before."""

    client = forms.CharField(label=_("Client"), help_text=_("The name, or a part of it."), max_length=120)
    manager = forms.CharField(
        label=_("Interim manager"), help_text=_("The e-mail address, or a part of the name."), max_length=254
    )
    category = forms.ChoiceField(label=_("Category"), choices=choices("category"))
    level = forms.ChoiceField(label=_("Level"), choices=choices("level"))
    problem = _text(_("Problem"))
    result_wanted = _text(_("Result wanted"))
    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day"))
    days_a_week = forms.IntegerField(label=_("Days a week"), min_value=1, max_value=5)
    client_rate = _rate(_("The client pays"))
    manager_rate = _rate(_("The manager gets"))
    hours_billed = forms.DecimalField(label=_("Hours billed until today"), max_digits=8, decimal_places=2, min_value=0)
    notice_days = _number(_("Days of notice"))
    payment_days = _number(_("Days to pay"))
    profile_hours = _number(_("Two profiles within so many hours"))
    start_working_days = _number(_("Start of the next manager within so many working days"))
    handover_days = _number(_("Days to hand over, paid by the firm"))
    improvement_weeks = _number(_("Weeks to improve, at most"))
    decision_working_days = _number(_("Working days in which to choose"))
    client_scan = _scan(_("The client's contract, scanned"))
    manager_scan = _scan(_("The manager's contract, scanned"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [name for name in self.fields if name != "once"]
        for gate in Gate:
            self.fields[f"passed_{gate}"] = forms.CharField(label=GATES[gate], max_length=200, required=False)
        self.fieldsets = [
            (_("Who and what"), asked[:6]),
            (_("Term and money"), asked[6:14]),
            (_("Guarantee: as the paper has it; filled in is what we promise now"), asked[14:19]),
            (_("On paper"), asked[19:]),
            (_("Passed before: say how you know"), [f"passed_{gate}" for gate in Gate]),
        ]

    def value(self) -> Running:
        data = self.cleaned_data
        names = ("client", "manager", "problem", "result_wanted", "starts_on", "ends_on", "days_a_week")
        guarantee = {one.name: data[one.name] for one in fields(GuaranteeTerms)}
        return Running(
            **{name: data[name] for name in (*names, "notice_days", "payment_days", "hours_billed")},
            guarantee=GuaranteeTerms(**guarantee),
            category=Category(data["category"]),
            level=Level(data["level"]),
            client_rate=Money(data["client_rate"]),
            manager_rate=Money(data["manager_rate"]),
            passed={gate: data[f"passed_{gate}"] for gate in Gate if data[f"passed_{gate}"]},
        )

    def scans(self) -> dict[Side, bytes]:
        # One byte more than may be kept tells that a file is too large without reading all of it.
        return {side: bytes(self.cleaned_data[name].read(LARGEST_BYTES + 1)) for side, name in SCANS.items()}
