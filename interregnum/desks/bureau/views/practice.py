"""What sets the practice up: the list of those pages, and its dated values."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.forms import ParameterForm
from interregnum.desks.bureau.practice_texts import group_lines, name_of, shown_value
from interregnum.kernel.period import local_day
from interregnum.people.practice import change_parameter, parameter_lines
from interregnum.people.rules.new_value import ADDS_UP
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import settings_of
from interregnum.web.requests import Request


def settings(request: Request) -> HttpResponse:
    return render(request, "bureau/settings.html", {"definitions": settings_of(request.actor.role)})


def parameters(request: Request) -> HttpResponse:
    """All values; with a name in the address, the form that changes that one."""
    on = local_day(timezone.now())
    lines = parameter_lines(on=on)
    name = request.GET.get("name", "")
    if not name:
        return render(request, "bureau/parameters.html", {"groups": group_lines(lines)})
    today = next((line.today for line in lines if line.name == name), None)
    if today is None:
        raise Http404
    form = bind(request, ParameterForm, present=today.value, name=name, initial={"valid_from": on})
    page = {"name": name_of(name), "today": shown_value(name, today), "adds_up": name.startswith(ADDS_UP)}
    done = _save(request, form, name)
    return done or render(request, "bureau/parameter.html", {"page": page, "form": form}, status=status_of(form))


def _save(request: Request, form: ParameterForm, name: str) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: change_parameter(
            name=name,
            new=form.value(),
            valid_from=form.cleaned_data["valid_from"],
            source=form.cleaned_data["source"],
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: reverse("bureau:parameters"),
        words=REFUSALS,
        done=_("Saved. The new value holds from the day that you chose."),
    )
