"""One's own data: asked for, followed, and fetched."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from interregnum.desks.own.forms import AskForm, VisitorForm
from interregnum.desks.own.group_forms import GroupsForm
from interregnum.desks.own.limits import limit
from interregnum.desks.own.pages import request_lines
from interregnum.records.groups import own_answer, say_groups
from interregnum.records.pool import name_of_stay, renew_stay
from interregnum.records.requests import (
    ask_as_visitor,
    ask_for_data,
    confirm_request,
    fetch_package,
    house_fetches,
    own_package,
    own_requests,
    request_of_token,
)
from interregnum.records.states import RequestState
from interregnum.records.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def data(request: Request) -> HttpResponse:
    """What somebody who is signed in asked, and the form to ask."""
    form = bind(request, AskForm)
    limit(request, form)
    done = submit(
        request,
        form,
        lambda: ask_for_data(wanted=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("account-data"),
        words=REFUSALS,
        done=_("Your request is with the bureau. You get a mail with the answer."),
    )
    lines = request_lines(own_requests(request.actor), at=timezone.now())
    return done or render(request, "own/data.html", {"form": form, "lines": lines}, status=status_of(form))


def groups(request: Request) -> HttpResponse:
    """What a manager chooses to say of themselves; it can be changed and taken back at any time."""
    row = own_answer(request.actor)
    form = bind(request, GroupsForm, initial={"age": row.age, "gender": row.gender} if row else {})
    done = submit(
        request,
        form,
        lambda: say_groups(**form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("account-groups"),
        words=REFUSALS,
        done=_("Kept as you said it. Thank you."),
    )
    return done or render(request, "own/groups.html", {"form": form, "row": row}, status=status_of(form))


def package(request: Request) -> HttpResponse:
    """The newest package of whoever is signed in: the address names nobody, so it can be nobody else's."""
    at = timezone.now()
    row = own_package(request.actor, at=at)
    if row is None:
        messages.warning(request, _("There is nothing to fetch now. Ask for your data on this page."))
        return redirect("account-data")
    return _zip(fetch_package(row, by=request.actor, at=at))


def ask(request: Request) -> HttpResponse:
    """A visitor asks; the same answer whether the address is known or not."""
    form = bind(request, VisitorForm)
    limit(request, form)
    done = submit(
        request,
        form,
        lambda: ask_as_visitor(
            wanted=form.value(),
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            language=get_language() or settings.LANGUAGE_CODE,
            at=timezone.now(),
        ),
        then=lambda _code: reverse("front:own-data"),
        words=REFUSALS,
        done=_("Look in your mailbox: there is a link to confirm it. Nothing is done before you do."),
    )
    return done or render(request, "own/ask.html", {"form": form}, status=status_of(form))


def confirm(request: Request, token: str) -> HttpResponse:
    """Opening the link changes nothing, for mail scanners open links too; sending the form does."""
    row = request_of_token(token)
    if row is None:
        return render(request, "own/over.html", status=410)
    form = bind(request, Form)
    if request.method == "POST" and row.state == RequestState.READY:
        return _zip(house_fetches(row, at=timezone.now()))
    done = submit(
        request,
        form,
        lambda: confirm_request(token=token, at=timezone.now()),
        then=lambda _none: request.path,
        words=REFUSALS,
        done=_("Confirmed. The bureau answers within the term that stands here."),
    )
    (line,) = request_lines([row], at=timezone.now())
    return done or render(request, "own/confirm.html", {"form": form, "line": line}, status=status_of(form))


def stay(request: Request, token: str) -> HttpResponse:
    """A manager says that the profile may stay; opening the link alone says nothing."""
    form = bind(request, Form)
    name = name_of_stay(token)
    done = submit(
        request,
        form,
        lambda: renew_stay(token=token, at=timezone.now()),
        then=lambda _none: reverse("front:home"),
        words=REFUSALS,
        done=_("Thank you: your profile stays."),
    )
    return done or render(request, "own/stay.html", {"form": form, "name": name}, status=200 if name else 410)


def _zip(content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="data.zip"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/zip", headers=headers)
