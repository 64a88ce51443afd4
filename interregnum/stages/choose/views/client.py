"""The client reads a proposal and chooses."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.choose import queries, texts
from interregnum.stages.choose.actions.decide_proposal import accept_proposal, decline_proposal
from interregnum.stages.choose.forms import ChooseForm, DeclineForm
from interregnum.stages.choose.queries.told_cases import cases_with
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def proposal(request: Request, code: str) -> HttpResponse:
    page = queries.own_proposal_page(code, seen_by=request.actor)
    declines = request.POST.get("do") == "decline"
    form = bind(request, DeclineForm if declines else ChooseForm)
    done = _decline(request, code, form) if declines else _accept(request, code, form)
    if done:
        return done
    picked = request.GET.get("choose", "")
    context = {
        "page": page,
        "cases": cases_with(code, on=local_day(timezone.now())),
        "form": form,
        "decline_form": form if declines else DeclineForm(),
        "choices": [(each, ChooseForm(initial={"candidacy": each.code}, auto_id=False)) for each in page.candidates],
        "picked": next((each for each in page.candidates if each.code == picked), None),
        "picked_form": ChooseForm(initial={"candidacy": picked}, auto_id=False),
    }
    return render(request, "choose/client/proposal.html", context, status=status_of(form))


def _accept(request: Request, code: str, form: Form) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: accept_proposal(
            proposal=code, candidacy=form.cleaned_data["candidacy"], by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("client:choose-proposal", args=[code]),
        words=texts.REFUSALS,
        done=_("Your choice is made."),
    )


def _decline(request: Request, code: str, form: Form) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: decline_proposal(
            proposal=code, reason=form.cleaned_data["reason"], by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("client:choose-proposal", args=[code]),
        words=texts.REFUSALS,
        done=_("We have read why, and will come back to you."),
    )
