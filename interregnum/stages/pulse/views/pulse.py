"""The pulse of an assignment: its results for all who may see it, and its set-up for manager and bureau."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.pulse import texts
from interregnum.stages.pulse.actions.hide_words import hide_words
from interregnum.stages.pulse.actions.run_rounds import start_pulse, stop_pulse
from interregnum.stages.pulse.actions.set_up import give_addresses, set_up_pulse
from interregnum.stages.pulse.forms import AddressesForm, SetUpForm, StartForm
from interregnum.stages.pulse.queries.pages import assignment_of_quote, pulse_page, set_up_initial, sheets
from interregnum.stages.pulse.rules.questions import PROPOSED
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def _desk(request: Request) -> str:
    return request.resolver_match.namespace if request.resolver_match else ""


def _home(request: Request, code: str) -> str:
    return reverse(f"{_desk(request)}:pulse-pulse", args=[code])


def pulse(request: Request, code: str) -> HttpResponse:
    """Whoever may write here starts or stops it."""
    page = pulse_page(code, seen_by=request.actor, at=timezone.now())
    is_stop = request.POST.get("do") == "stop"
    first = max(local_day(timezone.now()), page.first_day)
    form = bind(request, Form if is_stop else StartForm, **({} if is_stop else {"initial": {"starts_on": first}}))
    told: dict[str, Any] = {"assignment": code, "by": request.actor, "at": timezone.now()}
    done = submit(
        request,
        form,
        lambda: stop_pulse(**told) if is_stop else start_pulse(**told, starts_on=form.cleaned_data["starts_on"]),
        then=lambda _code: _home(request, code),
        words=texts.REFUSALS,
        done=_("The pulse is over.") if is_stop else _("The pulse has started."),
    )
    context = {"page": page, "form": form, "desk": _desk(request), "stop": Form()}
    return done or render(request, "pulse/pulse.html", context, status=status_of(form))


def set_up(request: Request, code: str) -> HttpResponse:
    initial = set_up_initial(code, seen_by=request.actor, proposed=PROPOSED)
    form = bind(request, SetUpForm, initial=initial)
    done = submit(
        request,
        form,
        lambda: set_up_pulse(assignment=code, wanted=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: _home(request, code),
        words=texts.REFUSALS,
        done=_("Saved. Check it below, then start it."),
    )
    page = pulse_page(code, seen_by=request.actor, at=timezone.now())
    context = {"page": page, "form": form, "desk": _desk(request), "home": _home(request, code)}
    return done or render(request, "pulse/set_up.html", context, status=status_of(form))


def addresses(request: Request, code: str) -> HttpResponse:
    """Client, manager and bureau hand in addresses; nobody reads them back."""
    page = pulse_page(code, seen_by=request.actor, at=timezone.now())
    groups = [(one.code, f"{one.name} ({one.people})") for one in page.groups]
    chosen = {"initial": {"group": request.GET.get("group", "")}, "groups": groups}
    form = bind(request, AddressesForm, **chosen)
    told: dict[str, Any] = {"assignment": code, "by": request.actor, "at": timezone.now()}
    done = submit(
        request,
        form,
        lambda: give_addresses(
            **told, group=form.cleaned_data["group"], text=form.text(), replace=form.cleaned_data["replace"]
        ),
        then=lambda _count: _home(request, code),
        words=texts.REFUSALS,
        done=_("Saved. The page shows how many each group has."),
    )
    context = {"page": page, "form": form, "desk": _desk(request), "home": _home(request, code)}
    return done or render(request, "pulse/addresses.html", context, status=status_of(form))


def sheet(request: Request, code: str) -> HttpResponse:
    """A page to print for each group, with its QR code."""
    page = pulse_page(code, seen_by=request.actor, at=timezone.now())
    found = sheets(code, seen_by=request.actor)
    context = {"page": page, "sheets": found, "home": _home(request, code), "desk": _desk(request)}
    return render(request, "pulse/sheet.html", context)


def hide(request: Request, code: str) -> HttpResponse:
    """Words that tell of somebody go for good."""
    assignment, form = assignment_of_quote(code, seen_by=request.actor), bind(request, Form)
    done = submit(
        request,
        form,
        lambda: hide_words(quote=code, by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("bureau:pulse-pulse", args=[assignment]),
        words=texts.REFUSALS,
        done=_("Hidden. Nobody reads these words any more."),
    )
    return done or render(request, "pulse/hide.html", {"form": form, "assignment": assignment}, status=status_of(form))
