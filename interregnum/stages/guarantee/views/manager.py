"""The two managers of a guarantee: one is heard and hands over, the other takes over; and standing by."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.guarantee import texts
from interregnum.stages.guarantee.actions.hand_over import take_over_work, write_hand_over
from interregnum.stages.guarantee.actions.hear import say
from interregnum.stages.guarantee.actions.stand_by import stand_by
from interregnum.stages.guarantee.forms import HandOverForm, SayForm, StandByForm, TakeOverForm
from interregnum.stages.guarantee.queries.own_pages import own_case_page, successor_page
from interregnum.stages.guarantee.queries.standing_by import stand_by_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def own(request: Request, code: str) -> HttpResponse:
    """Be heard, in one's own words."""
    page = own_case_page(code, seen_by=request.actor)
    form = bind(request, SayForm)
    done = submit(
        request,
        form,
        lambda: say(complaint=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("Thank you. The bureau reads it before anything comes into your record."),
    )
    return done or render(request, "guarantee/manager/own.html", {"page": page, "form": form}, status=status_of(form))


def hand_over(request: Request, code: str) -> HttpResponse:
    page = own_case_page(code, seen_by=request.actor)
    form: Any = bind(request, HandOverForm, initial=HandOverForm.initial_of(page.handed))
    back = reverse("manager:guarantee-own", args=[code])
    done = submit(
        request,
        form,
        lambda: write_hand_over(complaint=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: back,
        words=texts.REFUSALS,
        done=_("Kept. Your successor reads it as soon as there is one."),
    )
    context = {"page": page, "form": form, "back": back}
    return done or render(request, "guarantee/hand_over.html", context, status=status_of(form))


def take_over(request: Request, code: str) -> HttpResponse:
    page = successor_page(code, seen_by=request.actor)
    form = bind(request, TakeOverForm)
    done = submit(
        request,
        form,
        lambda: take_over_work(complaint=code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-assignment", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Good. It is yours now."),
    )
    return done or render(
        request, "guarantee/manager/take_over.html", {"page": page, "form": form}, status=status_of(form)
    )


def standing(request: Request, code: str) -> HttpResponse:
    page = stand_by_page(code, seen_by=request.actor, on=timezone.localdate())
    form = bind(request, StandByForm)
    agrees = request.POST.get("do") != "stop"
    done = submit(
        request,
        form,
        lambda: stand_by(candidacy=code, agrees=agrees, by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("You stand by.") if agrees else _("You do not stand by any more."),
    )
    return done or render(
        request, "guarantee/manager/stand_by.html", {"page": page, "form": form}, status=status_of(form)
    )
