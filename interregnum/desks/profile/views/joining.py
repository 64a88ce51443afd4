"""Signing up as an interim manager, confirming it by a link, and what the bureau decides."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.profile.join_forms import AcceptForm, DeclineForm, JoinForm
from interregnum.desks.profile.joining_table import ApplicationsTable
from interregnum.outside.cvs.parse import LARGEST_BYTES
from interregnum.people.applications import (
    Handed,
    accept_application,
    application_of,
    application_of_link,
    applications_table,
    apply,
    confirm_application,
    decline_application,
    known_manager,
    release_application,
)
from interregnum.people.cv_texts import CV_REFUSALS
from interregnum.people.cvs import opened
from interregnum.people.models import Application
from interregnum.people.queries import list_names
from interregnum.people.rules.applications import signs_of_spam
from interregnum.people.site import came_from
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.guarded import stamp
from interregnum.web.limits import DAY, HOUR, is_too_often
from interregnum.web.requests import Request
from interregnum.web.words import language_name

WORDS = {**REFUSALS, **CV_REFUSALS}
# Nobody signs up oftener; a firm behind one network address may have several people who do.
MOST_OF_ADDRESS, MOST_OF_MAIL = 6, 3

# Both forms on the page ask why.
APART: dict[str, Any] = {"auto_id": "decline_%s"}


def join(request: Request) -> HttpResponse:
    """The same answer whoever it is."""
    at = timezone.now()
    form = bind(request, JoinForm, initial={"opened": stamp(at)})
    if _is_limited(request, form):
        return render(request, "profile/join.html", {"form": form}, status=429)
    done = submit(
        request,
        form,
        lambda: apply(applied=form.value(), cv=_cv_of(form), signs=_signs(form, at), at=at),
        then=lambda _code: f"{reverse('front:join')}?sent=1",
        words=WORDS,
    )
    page = {"form": form, "is_sent": "sent" in request.GET and not form.is_bound}
    return done or render(request, "profile/join.html", page, status=status_of(form))


def _is_limited(request: Request, form: JoinForm) -> bool:
    """Counted before a file is opened; what was typed stays on the page."""
    if request.method != "POST" or not form.is_valid():
        return False
    of_address = is_too_often("join", came_from(request), most=MOST_OF_ADDRESS, seconds=HOUR)
    of_mail = is_too_often("join-by-mail", form.cleaned_data["email"], most=MOST_OF_MAIL, seconds=DAY)
    if of_address or of_mail:
        form.add_error(None, _("This was sent often in a short time. What you typed is still here: try in an hour."))
    return of_address or of_mail


def _signs(form: JoinForm, at: datetime) -> tuple[str, ...]:
    return signs_of_spam(form.words(), trap=form.cleaned_data["website"], seconds=form.seconds_open(at))


def _cv_of(form: JoinForm) -> Handed | None:
    file = form.cleaned_data["cv"]
    if not file:
        return None
    content = file.read(LARGEST_BYTES + 1)
    return Handed(content, file.name or "", opened(content))


def confirm(request: Request, token: str) -> HttpResponse:
    """Opening the link changes nothing, for mail scanners open links too; sending the form does."""
    row, form = application_of_link(token), bind(request, Form)
    done = submit(
        request,
        form,
        lambda: confirm_application(token=token, at=timezone.now()),
        then=lambda _none: reverse("front:home"),
        words=REFUSALS,
        done=_("Thank you. We read it and call or write to you."),
    )
    status = status_of(form) if row else 410
    return done or render(request, "profile/join_confirm.html", {"form": form, "application": row}, status=status)


def applications(request: Request) -> HttpResponse:
    table = ApplicationsTable(request, applications_table(seen_by=request.actor))
    return table.answer("profile/applications.html")


def application(request: Request, code: str) -> HttpResponse:
    """One of them; a form that says nothing is refused as the one that asks for a reason."""
    row = application_of(code, seen_by=request.actor)
    do = request.POST.get("do", "decline") if request.method == "POST" else ""
    forms: dict[str, Any] = {
        "accept": bind(request, AcceptForm) if do == "accept" else AcceptForm(),
        "decline": bind(request, DeclineForm, **APART) if do == "decline" else DeclineForm(**APART),
        "release": bind(request, Form) if do == "release" else Form(),
    }
    form, here = forms.get(do, forms["release"]), reverse("bureau:people-application", args=[code])
    then = reverse("bureau:people-applications") if do == "release" else here
    done = submit(
        request,
        form,
        lambda: _decided(request, do, form, code),
        then=lambda _code: then,
        words=REFUSALS,
        done=_("Saved."),
    )
    return done or render(request, "profile/application.html", _page(row) | forms, status=status_of(form))


def _decided(request: Request, do: str, form: Any, code: str) -> object:
    by, at = request.actor, timezone.now()
    if do == "release":
        return release_application(code=code, by=by, at=at)
    reason = form.cleaned_data["reason"]
    if do == "accept":
        return accept_application(code=code, terms=form.terms(), reason=reason, by=by, at=at)
    return decline_application(code=code, reason=reason, by=by, at=at)


def _page(row: Application) -> dict[str, Any]:
    return {
        "row": row,
        "discipline": list_names()[0].get(row.discipline, row.discipline),
        "languages": ", ".join(map(language_name, row.languages)),
        "known": known_manager(row),
    }
