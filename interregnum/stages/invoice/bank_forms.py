"""What may be typed around files and lines of the bank."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.money import Money
from interregnum.stages.invoice.queries.bank import LinePage
from interregnum.stages.invoice.rules.bank_lines import LineState
from interregnum.stages.invoice.rules.payments import Share
from interregnum.web.forms import Form

# Room for invoices that were not proposed.
OTHERS = 3


class BankFileForm(Form):
    file = forms.FileField(
        label=_("File of the bank"),
        help_text=_("CAMT.053, as XML or several in a ZIP, at most 25 MB."),
        widget=forms.FileInput(attrs={"accept": ".xml,.zip,application/xml,application/zip"}),
        allow_empty_file=True,
    )


class SharesForm(Form):
    """An amount beside each invoice that comes into question, and room for others by their number."""

    def __init__(self, *args: Any, page: LinePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = [one.number for one in page.candidates]
        for one in page.candidates:
            self.fields[f"of_{one.number}"] = _amount(f"{one.number} · {one.client}", one.proposed)
        for place in range(1, OTHERS + 1):
            label = _("Another invoice, by its number") if place == 1 else _("And another one")
            self.fields[f"number_{place}"] = forms.CharField(label=label, max_length=20, required=False)
            # With nothing proposed, the whole line is what one will type.
            whole = page.row.amount if place == 1 and not page.candidates else None
            self.fields[f"amount_{place}"] = _amount(_("Amount"), whole)

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        typed = [(number, data.get(f"of_{number}")) for number in self.numbers]
        typed += [(data[f"number_{place}"].strip(), data[f"amount_{place}"]) for place in range(1, OTHERS + 1)]
        return {"shares": tuple(Share(number, Money(amount)) for number, amount in typed if number and amount)}


def _amount(label: Any, proposed: Money | None) -> forms.DecimalField:
    start: Decimal | None = proposed.amount if proposed else None
    return forms.DecimalField(label=label, max_digits=12, decimal_places=2, required=False, initial=start)


class AsideForm(Form):
    state = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (LineState.NOT_OURS.value, _("No payment of an invoice: interest, wages, a transfer of our own")),
            (LineState.UNKNOWN.value, _("Of an unknown party: we find out, or pay it back")),
            (LineState.KNOWN.value, _("A payment that was written down by hand before")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("Note"), max_length=300, required=False)

    def value(self) -> dict[str, Any]:
        return {"state": LineState(self.cleaned_data["state"]), "words": self.cleaned_data["words"]}


class UndoForm(Form):
    why = forms.CharField(label=_("Why it is taken back"), max_length=300)

    def value(self) -> dict[str, Any]:
        return {"why": self.cleaned_data["why"]}
