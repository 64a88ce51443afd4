"""From when a manager is free, and when away: on their own page, and behind a link in a mail."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.profile.calendar import ahead_of
from interregnum.desks.profile.free_forms import AnswerForm, AvailabilityForm, AwayForm
from interregnum.kernel.period import local_day
from interregnum.people.availability import (
    away_by_link,
    manager_of_link,
    own_profile,
    said_at,
    say_availability,
    say_by_link,
)
from interregnum.people.availability_calendar import say_away, take_away
from interregnum.people.models import Manager
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def _initial(manager: Manager | None) -> dict[str, object]:
    return {"available_on": manager.available_on, "days_a_week": manager.days_a_week} if manager else {}


def by_link(request: Request, token: str) -> HttpResponse:
    """ "Still from 1 March, four days?" - one press, or another day."""
    manager, at = manager_of_link(token), timezone.now()
    form = bind(request, AnswerForm, initial=_initial(manager))
    done = submit(
        request,
        form,
        lambda: say_by_link(token=token, at=at, **form.value()),
        then=lambda _none: reverse("front:home"),
        words=REFUSALS,
        done=_("Thank you: we know when you are free."),
    )
    page = {"form": form, "manager": manager, "away": away_by_link(token, on=local_day(at))}
    return done or render(request, "profile/by_link.html", page, status=status_of(form) if manager else 410)


def availability(request: Request) -> HttpResponse:
    """The same on the manager's own page, with the months ahead."""
    form = bind(request, AvailabilityForm, initial=_initial(own_profile(request.actor)))
    said = lambda: say_availability(by=request.actor, at=timezone.now(), **form.value())  # noqa: E731
    return _done(request, form, said, _("Saved.")) or _page(request, form, AwayForm())


def away(request: Request) -> HttpResponse:
    """Days away are added, or taken away again."""
    if request.POST.get("do") == "remove":
        return _taken_away(request)
    form = bind(request, AwayForm)
    added = lambda: say_away(by=request.actor, at=timezone.now(), **form.value())  # noqa: E731
    return _done(request, form, added, _("Saved.")) or _page(request, _own(request), form, form)


def _taken_away(request: Request) -> HttpResponse:
    form, code = bind(request, Form), request.POST.get("code", "")[:26]
    gone = lambda: take_away(code=code, by=request.actor, at=timezone.now())  # noqa: E731
    return _done(request, form, gone, _("Taken away.")) or _page(request, _own(request), AwayForm(), form)


def _done(request: Request, form: Form, act: Callable[[], object], said: str) -> HttpResponse | None:
    address = reverse("manager:people-availability")
    return submit(request, form, act, then=lambda _none: address, words=REFUSALS, done=said)


def _own(request: Request) -> AvailabilityForm:
    return AvailabilityForm(initial=_initial(own_profile(request.actor)))


def _page(request: Request, form: Form, away_form: Form, sent: Form | None = None) -> HttpResponse:
    manager, on = own_profile(request.actor), local_day(timezone.now())
    page = {
        "form": form,
        "away_form": away_form,
        "removal": sent if sent and sent is not away_form else Form(),
        "said_at": said_at(manager.code),
        "ahead": ahead_of(manager.code, manager.available_on, seen_by=request.actor, on=on),
    }
    return render(request, "profile/availability.html", page, status=status_of(sent or form))
