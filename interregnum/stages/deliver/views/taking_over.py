"""The bureau takes over an assignment that already runs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.people.texts import REFUSALS as PEOPLE
from interregnum.stages.contract.queries.scan_words import SCAN_REFUSALS
from interregnum.stages.deliver import gate_texts as texts
from interregnum.stages.deliver.actions.take_over import take_over
from interregnum.stages.deliver.take_over_forms import TakeOverForm, what_we_promise
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def take(request: Request) -> HttpResponse:
    form = bind(request, TakeOverForm, initial=what_we_promise(local_day(timezone.now())))
    done = submit(
        request,
        form,
        lambda: take_over(running=form.value(), scans=form.scans(), by=request.actor, at=timezone.now()),
        then=lambda code: reverse("bureau:deliver-assignment", args=[code]),
        words=texts.REFUSALS | PEOPLE | SCAN_REFUSALS,
        done=_("Taken over. From now on it is an assignment like any other."),
    )
    return done or render(request, "deliver/bureau/take_over.html", {"form": form}, status=status_of(form))
