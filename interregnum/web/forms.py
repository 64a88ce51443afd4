"""One way for every form: bind it, let one action run once, show refusals beside their fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.web.kept import kept_form
from interregnum.web.models import Submission
from interregnum.web.requests import Request
from interregnum.web.years import DatedForm


class Form(DatedForm):
    """Base of all forms. `once` names this very form, so that a second press of its button makes no second object."""

    required_css_class = "required"
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = new_token

    def send_next(self, name: str, value: object) -> None:
        """At the next press this goes along, whatever was sent before: who was told of a change has seen it by then."""
        if self.is_bound:
            typed: Any = self.data
            typed = typed.copy()
            typed[name] = str(value)
            self.data = typed

    def refuse(self, refused: Refused, words: Mapping[str, Any]) -> None:
        """Say each reason beside the field that it belongs to, or above the form."""
        for reason in refused.reasons:
            self.add_error(
                reason.field if reason.field in self.fields else None,
                words[reason.code] % dict(reason.facts),
            )


class SharedForm(Form):
    """A form of texts that two people may have open: what one saved is shown to the other, and not written over unseen.

    `seen` is the mark of what the form began with; `standing` label and text of each field that a colleague saved
    meanwhile, otherwise than it was typed here.
    """

    standing: Sequence[tuple[Any, str]] = ()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def labels(self) -> Mapping[str, Any]:
        """How each text is called on the page."""
        return {name: field.label for name, field in self.fields.items()}

    def put_beside(self, saved: Mapping[str, str], typed: Mapping[str, str], *, mark: str) -> None:
        """Show what a colleague saved where it is not what was typed; whoever presses again has seen it."""
        labels = self.labels()
        differs = [name for name, text in saved.items() if text.splitlines() != typed[name].splitlines()]
        self.standing = [(labels[name], saved[name]) for name in differs]
        self.send_next("seen", mark)


def bind[F: Form](request: Request, form_class: type[F], **options: Any) -> F:
    """The form with what was typed now, or what was kept when the session ended, or empty with its initial values."""
    if request.method == "POST":
        return form_class(request.POST, request.FILES, **options)
    kept = kept_form(request)
    if kept is None:
        return form_class(**options)
    messages.warning(request, _("Your session had ended. What you typed is still here: check it and send it again."))
    return form_class(kept, **options)


def submit(
    request: Request,
    form: Form,
    act: Callable[[], Any],
    *,
    then: Callable[[Any], str],
    words: Mapping[str, Any],
    done: str = "",
) -> HttpResponse | None:
    """Run `act` for a valid POST, once, and redirect to `then(result)`; None when the page is to be shown (again).

    `done` is said on the next page. A refusal undoes everything and is put on the form in `words`.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    with transaction.atomic():
        row, is_first = Submission.objects.get_or_create(
            token=form.cleaned_data.get("once") or new_token(), defaults={"account": request.actor.code}
        )
        if not is_first:
            # A token of somebody else's form leads nowhere.
            return HttpResponseRedirect(row.location if row.account == request.actor.code else request.path)
        result = act()
        if isinstance(result, Refused):
            transaction.set_rollback(True)
        else:
            row.location = then(result)
            row.save(update_fields=["location"])
    if isinstance(result, Refused):
        form.refuse(result, words)
        return None
    if done:
        messages.success(request, done)
    return HttpResponseRedirect(row.location)


class UnitField(forms.DecimalField):
    """A figure with its unit beside it on the page."""

    def __init__(self, *, unit: Any, **options: Any) -> None:
        self.unit = unit
        super().__init__(**options)


@dataclass(frozen=True)
class Act:
    """What a button does: its form, the action, and what is said then."""

    form: type[Form]
    act: Callable[..., Any]
    done: Any


def pressed(
    request: Request, acts: Mapping[str, Act], options: Callable[[Act], dict[str, Any]] = lambda _act: {}
) -> tuple[str, dict[str, Any]]:
    """The name of the button that was pressed, else of the first one, and the form of each; bound is the one of that
    name."""
    name = request.POST.get("do", "")
    name = name if name in acts else next(iter(acts))
    return name, {
        key: bind(request, one.form, **options(one)) if key == name else one.form(**options(one))
        for key, one in acts.items()
    }


def status_of(form: Form) -> int:
    """422 for a page that shows what is wrong with a form, else 200."""
    return 422 if form.is_bound and form.errors else 200
