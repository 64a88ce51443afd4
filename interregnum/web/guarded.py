"""What guards a public form without asking anything of people: a trap, and the time it took to fill it in."""

from datetime import datetime
from typing import Any

from django import forms
from django.core import signing

from interregnum.web.forms import Form

SALT = "form opened"


class TrapInput(forms.TextInput):
    """A field that people do not see and programs fill in."""

    template_name = "web/widgets/trap.html"

    @property
    def is_hidden(self) -> bool:
        return True


class GuardedForm(Form):
    """A form that knows when it was opened; begin it with `opened=stamp(now)`."""

    website = forms.CharField(widget=TrapInput, required=False, max_length=2000)
    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def seconds_open(self, at: datetime) -> float | None:
        """How long it took, None when no page with this form was opened."""
        try:
            opened: Any = signing.loads(self.cleaned_data.get("opened") or "", salt=SALT)
        except signing.BadSignature:
            return None
        return at.timestamp() - float(opened)


def stamp(at: datetime) -> str:
    """When a form was opened, signed so that nobody makes it up."""
    return signing.dumps(at.timestamp(), salt=SALT)
