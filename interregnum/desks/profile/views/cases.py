"""Cases of a manager, what a referee says of one, and from when a manager is free."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.profile.case_forms import AvailabilityForm, CaseForm, RefereeForm, initial_of
from interregnum.people.availability import manager_of_link, own_profile, said_at, say_availability, say_by_link
from interregnum.people.cases import ask_referee, case_of_link, cases_of, judge_case, own_case, save_case
from interregnum.people.models import Case, Manager
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def cases(request: Request) -> HttpResponse:
    """All cases of whoever looks."""
    lines = cases_of(request.actor.manager, seen_by=request.actor)
    return render(request, "profile/cases.html", {"cases": lines})


def new(request: Request) -> HttpResponse:
    return _edit(request, None)


def case(request: Request, code: str) -> HttpResponse:
    """Changing a case, and asking its referee."""
    row = own_case(code, seen_by=request.actor)
    if request.method == "POST" and request.POST.get("do") == "ask":
        return _ask(request, row)
    return _edit(request, row)


def _edit(request: Request, row: Case | None, ask: Form | None = None) -> HttpResponse:
    form = CaseForm(initial=initial_of(row)) if ask else bind(request, CaseForm, initial=initial_of(row))
    done = (
        None
        if ask
        else submit(
            request,
            form,
            lambda: save_case(code=row.code if row else "", values=form.value(), by=request.actor, at=timezone.now()),
            then=lambda code: reverse("manager:people-case", args=[code]),
            words=REFUSALS,
            done=_("Saved."),
        )
    )
    page = {"form": form, "case": row, "ask": ask or Form()}
    return done or render(request, "profile/case.html", page, status=status_of(ask or form))


def _ask(request: Request, row: Case) -> HttpResponse:
    form = bind(request, Form)
    done = submit(
        request,
        form,
        lambda: ask_referee(code=row.code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:people-case", args=[row.code]),
        words=REFUSALS,
        done=_("Your referee gets a mail with a link."),
    )
    return done or _edit(request, row, form)


def referee(request: Request, token: str) -> HttpResponse:
    """Opening the link says nothing, for mail scanners open links too; sending the form does."""
    row, form = case_of_link(token), bind(request, RefereeForm)
    done = submit(
        request,
        form,
        lambda: judge_case(
            token=token,
            is_confirmed=form.cleaned_data["answer"] == "yes",
            words=form.cleaned_data["words"],
            at=timezone.now(),
        ),
        then=lambda _none: reverse("front:home"),
        words=REFUSALS,
        done=_("Thank you. Your answer is with the bureau and the manager."),
    )
    status = status_of(form) if row else 410
    return done or render(request, "profile/referee.html", {"form": form, "case": row}, status=status)


def _initial(manager: Manager | None) -> dict[str, object]:
    return {"available_on": manager.available_on, "days_a_week": manager.days_a_week} if manager else {}


def by_link(request: Request, token: str) -> HttpResponse:
    """ "Still from 1 March, four days?" - one press, or another day."""
    manager = manager_of_link(token)
    form = bind(request, AvailabilityForm, initial=_initial(manager))
    done = submit(
        request,
        form,
        lambda: say_by_link(token=token, at=timezone.now(), **form.value()),  # type: ignore[arg-type]
        then=lambda _none: reverse("front:home"),
        words=REFUSALS,
        done=_("Thank you: we know when you are free."),
    )
    page = {"form": form, "manager": manager}
    return done or render(request, "profile/by_link.html", page, status=status_of(form) if manager else 410)


def availability(request: Request) -> HttpResponse:
    """The same on the manager's own page."""
    form = bind(request, AvailabilityForm, initial=_initial(own_profile(request.actor)))
    done = submit(
        request,
        form,
        lambda: say_availability(by=request.actor, at=timezone.now(), **form.value()),  # type: ignore[arg-type]
        then=lambda _none: reverse("manager:people-availability"),
        words=REFUSALS,
        done=_("Saved."),
    )
    page = {"form": form, "said_at": said_at(request.actor.manager)}
    return done or render(request, "profile/availability.html", page, status=status_of(form))
