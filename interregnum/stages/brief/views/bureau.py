"""The bureau writes a brief, puts it before the client, and takes it back to change it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.stages.brief import queries, texts
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.actions.reopen_brief import reopen_brief
from interregnum.stages.brief.forms import BriefForm, Press, initial_of
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def edit(request: Request, code: str) -> HttpResponse:
    page = _page(request, code)
    form = _form(request, page)
    done = submit(
        request,
        form,
        lambda: _keep(request, page, form),
        then=lambda _none: reverse("bureau:brief-edit", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief has been saved."),
    )
    return done or _show(request, page, form)


def offer(request: Request, code: str) -> HttpResponse:
    """The other button of the same form: what was typed is kept and goes to the client in one go."""
    page = _page(request, code)
    form = _form(request, page)

    def keep_and_offer() -> int | Refused:
        refused = _keep(request, page, form)
        return offer_brief(brief=code, by=request.actor, at=timezone.now()) if refused is None else refused

    done = submit(
        request,
        form,
        keep_and_offer,
        then=lambda _number: reverse("bureau:brief-edit", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief is with the client, who approves it or sends it back."),
    )
    return done or _show(request, page, form)


def reopen(request: Request, code: str) -> HttpResponse:
    page, press = _page(request, code), bind(request, Press)
    done = submit(
        request,
        press,
        lambda: reopen_brief(brief=code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:brief-edit", args=[code]),
        words=texts.REFUSALS,
        done=_("You can change the brief. The client approves the new version."),
    )
    return done or _show(request, page, press)


def _page(request: Request, code: str) -> queries.BriefPage:
    return queries.brief_page(code, seen_by=request.actor, on=local_day(timezone.now()))


def _keep(request: Request, page: queries.BriefPage, form: BriefForm) -> Refused | None:
    typed, seen = form.value(), form.cleaned_data["seen"]
    refused = change_brief(brief=page.code, wanted=typed, seen=seen, by=request.actor, at=timezone.now())
    if refused == Refused.because("brief.changed_meanwhile"):
        form.put_beside(queries.shown_in_texts(page.values), queries.shown_in_texts(typed), mark=page.mark)
    return refused


def _form(request: Request, page: queries.BriefPage) -> BriefForm:
    return bind(request, BriefForm, initial=initial_of(page.values) | {"seen": page.mark}, results=page.values.results)


def _show(request: Request, page: queries.BriefPage, form: Form) -> HttpResponse:
    context = {"page": page, "form": form, "press": Press(auto_id=False)}
    return render(request, "brief/bureau/edit.html", context, status=status_of(form))
