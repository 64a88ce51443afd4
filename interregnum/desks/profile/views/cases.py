"""Cases of a manager, and what a referee says of one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.profile.case_forms import CaseForm, RefereeForm, initial_of
from interregnum.people.cases import ask_referee, case_of_link, cases_of, judge_case, own_case, save_case, withdraw_case
from interregnum.people.models import Case
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.middleware import in_language_of
from interregnum.web.requests import Request


def cases(request: Request) -> HttpResponse:
    """All cases of whoever looks."""
    lines = cases_of(request.actor.manager, seen_by=request.actor)
    return render(request, "profile/cases.html", {"cases": lines})


def new(request: Request) -> HttpResponse:
    return _edit(request, None)


def case(request: Request, code: str) -> HttpResponse:
    """Changing a case, asking its referee, and withdrawing it."""
    row = own_case(code, seen_by=request.actor)
    match request.POST.get("do") if request.method == "POST" else "":
        case "ask":
            return _ask(request, row)
        case "withdraw" | "back" as deed:
            return _withdraw(request, row, is_back=deed == "back")
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


def _withdraw(request: Request, row: Case, *, is_back: bool) -> HttpResponse:
    form = bind(request, Form)
    done = submit(
        request,
        form,
        lambda: withdraw_case(code=row.code, is_back=is_back, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(
            "manager:people-case" if is_back else "manager:people-cases", args=[row.code] * is_back
        ),
        words=REFUSALS,
        done=_("Put back: it counts again.") if is_back else _("Withdrawn. You can put it back here."),
    )
    return done or _edit(request, row, form)


def referee(request: Request, token: str) -> HttpResponse:
    """In the language that the manager said the referee reads."""
    row = case_of_link(token)
    with in_language_of(request, row.referee_language if row else ""):
        response = _judged(request, token, row)
        response.headers["Content-Language"] = request.LANGUAGE_CODE
    return response


def _judged(request: Request, token: str, row: Case | None) -> HttpResponse:
    """Opening the link says nothing, for mail scanners open links too; sending the form does."""
    form = bind(request, RefereeForm)
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
