"""What may be typed about a mandate, an answer to a plan or to a decision."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.actions.set_mandate import DomainRight, Mandate
from interregnum.stages.deliver.queries.mandate import MandatePage
from interregnum.stages.deliver.rules.states import Domain, Right
from interregnum.web.forms import Form

LONGEST = 4000


class MandateForm(Form):
    """Reporting line, announcement, and a decision right in each domain."""

    reports_to = forms.CharField(
        label=_("Reports to"), help_text=_("Name and position of one person."), max_length=120, required=False
    )
    announced_on = forms.DateField(
        label=_("Announced on"),
        help_text=_("The day on which the organisation is told who may decide what."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    announced_how = forms.CharField(
        label=_("Announced how, and by whom"),
        help_text=_("For example: by the director, in the weekly meeting and by mail."),
        max_length=200,
        required=False,
    )
    exclusions = forms.CharField(
        label=_("Excluded"),
        help_text=_("What the manager does not decide, in whatever domain. Write “nothing” when nothing is."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        announced = ["announced_on", "announced_how"]
        self.fieldsets: list[tuple[Any, list[str]]] = [
            (_("Line and limits"), ["reports_to", "exclusions"]),
            (_("Announcement"), announced),
        ]
        for domain in Domain:
            names = [f"right_{domain}", f"note_{domain}"]
            self.fields[names[0]] = forms.ChoiceField(
                label=_("Right"), help_text=texts.DOMAIN_EXPLAINED[domain], choices=list(texts.RIGHTS.items())
            )
            if domain == Domain.MONEY:
                names.insert(1, "limit")
                self.fields["limit"] = _limit_field()
            self.fields[names[-1]] = forms.CharField(
                label=_("Remark"), help_text=_("For example what is excluded."), max_length=200, required=False
            )
            self.fieldsets.append((texts.DOMAINS[domain], names))

    def value(self) -> Mandate:
        data = self.cleaned_data
        limit = Money(data["limit"]) if data["limit"] is not None else None
        lines = tuple(
            DomainRight(
                domain,
                Right(data[f"right_{domain}"]),
                limit if domain == Domain.MONEY else None,
                data[f"note_{domain}"],
            )
            for domain in Domain
        )
        told = {name: data[name] for name in ("reports_to", "announced_on", "announced_how", "exclusions")}
        return Mandate(lines=lines, **told)


def _limit_field() -> forms.DecimalField:
    field = forms.DecimalField(
        label=_("Limit for each commitment"),
        help_text=_("Above it the manager asks first."),
        min_value=Decimal(0),
        max_digits=11,
        decimal_places=2,
        required=False,
    )
    field.unit = _("euros, excluding VAT")  # type: ignore[attr-defined]
    return field


def mandate_initial(page: MandatePage) -> dict[str, object]:
    """The mandate as it is now, for the form."""
    names = ("reports_to", "announced_on", "announced_how", "exclusions")
    fields: dict[str, object] = {name: getattr(page, name) for name in names}
    fields["limit"] = f"{page.limit.amount.normalize():f}" if page.limit else None
    for domain, right in page.rights.items():
        fields |= {f"right_{domain}": right, f"note_{domain}": page.notes[domain]}
    return fields


class SendBackForm(Form):
    note = forms.CharField(
        label=_("What should be different?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST
    )


class WordsForm(Form):
    """What was decided, where it is not simply what was asked."""

    words = forms.CharField(
        label=_("What did you decide?"),
        help_text=_("The manager, we and the shadow manager read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write what you decided; or press “Decided as asked”.")},
    )


class ReadForm(Form):
    """Only its button: the client has read this report."""
