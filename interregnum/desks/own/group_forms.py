"""What a manager may say of themselves, so that the firm can see whether it treats all alike."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.records.texts import AGES, GENDERS
from interregnum.web.forms import Form

UNSAID = ("", _("I would rather not say"))


class GroupsForm(Form):
    age = forms.ChoiceField(label=_("Age"), choices=[UNSAID, *AGES.items()], required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=[UNSAID, *GENDERS.items()], required=False)

    def value(self) -> dict[str, str]:
        return {"age": self.cleaned_data["age"], "gender": self.cleaned_data["gender"]}
