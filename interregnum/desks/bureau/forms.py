"""What may be typed on the bureau's own pages."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interregnum.desks.bureau.practice_texts import name_of_part
from interregnum.kernel.actor import Role
from interregnum.people.invitations import organisation_choices
from interregnum.people.queries import bureau_choices
from interregnum.web.forms import Form
from interregnum.web.mail_log import MAIL_STATE
from interregnum.web.words import ROLE

INVITABLE = (
    Role.CLIENT,
    Role.DELEGATE,
    Role.MANAGER,
    Role.SHADOW,
    Role.ACCOUNT_MANAGER,
    Role.BACK_OFFICE,
    Role.AUDITOR,
    Role.PARTNER,
)


def _all(words: dict[Any, Any]) -> list[tuple[str, object]]:
    return [("", _("All")), *words.items()]


class MailFilter(forms.Form):
    state = forms.ChoiceField(
        label=_("State"), choices=_all({state: badge.text for state, badge in MAIL_STATE.items()}), required=False
    )


class AgainForm(Form):
    """Send this mail again, to the address as it was or as it should have been."""

    to = forms.EmailField(label=_("Send to"), max_length=254)


class JobForm(Form):
    """Run this job again."""

    job = forms.UUIDField(widget=forms.HiddenInput)


class PersonForm(Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("For an interim manager: the address of the profile on the roster.")
    )
    role = forms.ChoiceField(label=_("Role"), choices=[(role, ROLE[role]) for role in INVITABLE])
    organisation = forms.ChoiceField(
        label=_("Organisation"),
        choices=organisation_choices,
        required=False,
        help_text=_("Only for a client or a delegate."),
    )
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)

    def value(self) -> dict[str, Any]:
        data = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        return data | {"role": Role(data["role"])}


class PersonDeedForm(Form):
    """What is done to an account; `seat` names the role that is taken away, `owner` whoever guards its work then."""

    do = forms.ChoiceField(
        choices=[(each, each) for each in ("take", "confirm", "refuse", "close", "reopen", "factor")]
    )
    seat = forms.IntegerField(required=False, min_value=0)

    def __init__(self, *args: Any, account: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = forms.ChoiceField(
            label=_("Who guards it from now on"),
            choices=[("", "–"), *(one for one in bureau_choices() if one[0] != account)],
            required=False,
            widget=forms.Select(attrs={"required": True}),
        )


class DiedForm(Form):
    """A manager died, who has no contract that runs and no case of the guarantee."""

    is_certain = forms.BooleanField(label=_("I know this for certain"))


class DeathForm(Form):
    """A death that was noted by mistake."""

    why = forms.CharField(label=_("This was a mistake, because"), max_length=300)
    is_read = forms.BooleanField(label=_("I read above what does not come back by itself"))


class LossForm(Form):
    """What is done about a lost second factor."""

    loss = forms.SlugField(max_length=26)
    do = forms.ChoiceField(choices=[(each, each) for each in ("approve", "remove", "refuse")])


class ParameterForm(Form):
    """A new value of the same kind as the present one: a field for each number in it, text or JSON for the rest."""

    def __init__(self, *args: Any, present: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = present
        self.parts = list(_parts(present))
        for number, (key, value) in enumerate(self.parts):
            self.fields[f"part_{number}"] = _field_for(value, name_of_part(name, key))
        self.fields["valid_from"] = forms.DateField(
            label=_("Holds from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        )
        self.fields["source"] = forms.CharField(
            label=_("Source"), help_text=_("Where it comes from: a law, a decision of the partners."), max_length=300
        )

    def value(self) -> Any:
        """The new value in the shape of the present one."""
        typed = [self.cleaned_data[f"part_{number}"] for number in range(len(self.parts))]
        if isinstance(self.present, dict):
            return dict(zip(self.present, typed, strict=True))
        return typed if isinstance(self.present, list) else typed[0]

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal of the value as a whole stands beside its field when there is one, else above the form."""
        if field == "value":
            field = "part_0" if len(self.parts) == 1 else None
        super().add_error(field, error)

    def refuse(self, refused: Any, words: Any) -> None:
        for reason in refused.reasons:
            known = reason.field in self.fields or reason.field == "value"
            self.add_error(reason.field if known else None, words[reason.code] % dict(reason.facts))


def _parts(present: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(present, dict):
        yield from present.items()
    elif isinstance(present, list):
        yield from ((str(number), value) for number, value in enumerate(present))
    else:
        yield "", present


def _field_for(value: Any, label: str) -> forms.Field:
    if isinstance(value, bool):
        return forms.BooleanField(label=label, initial=value, required=False)
    if isinstance(value, int):
        return forms.IntegerField(label=label, initial=value, min_value=0, max_value=10_000_000)
    if isinstance(value, str):
        return forms.CharField(label=label, initial=value, max_length=200)
    return forms.JSONField(label=label, initial=value)
