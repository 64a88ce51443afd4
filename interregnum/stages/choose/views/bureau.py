"""The bureau draws a shortlist, asks managers, and sends the proposal."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.actor import BUREAU
from interregnum.kernel.period import local_day
from interregnum.stages.choose import queries, texts
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.actions.stop_proposal import stop_proposal
from interregnum.stages.choose.forms import InviteForm, Press, SendForm, StopForm, WeightsForm
from interregnum.stages.choose.queries.told_cases import cases_with
from interregnum.stages.choose.tables import ExcludedManagers
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.pieces import Tab
from interregnum.web.requests import Request


def draw(request: Request, code: str) -> HttpResponse:
    """`code` is the brief's: the list follows the weights that are moved, until the button draws and keeps it."""
    on = local_day(timezone.now())
    brief = queries.brief_to_draw(code, seen_by=request.actor, on=on)
    sent = request.POST if request.method == "POST" else request.GET
    weights = WeightsForm(sent or None, preset=brief.preset)
    page = queries.draw_page(brief, seen_by=request.actor, on=on, weights=weights.value())
    form = bind(request, Press)
    done = submit(
        request,
        form,
        lambda: draw_shortlist(brief=code, moved=weights.value(), by=request.actor, at=timezone.now()),
        then=lambda shortlist: reverse("bureau:choose-shortlist", args=[shortlist]),
        words=texts.REFUSALS,
    )
    context = {"page": page, "form": form, "weights": weights}
    return done or render(request, "choose/bureau/draw.html", context, status=status_of(form))


def open_briefs(request: Request) -> HttpResponse:
    page = queries.open_briefs_page(seen_by=request.actor, on=local_day(timezone.now()))
    return render(request, "choose/bureau/open_briefs.html", {"page": page})


def shortlist(request: Request, code: str) -> HttpResponse:
    by_name = request.GET.get("order") == "name"
    page = queries.shortlist_page(code, seen_by=request.actor, on=local_day(timezone.now()), by_name=by_name)
    form = bind(request, InviteForm, listed=page.listed)
    done = submit(
        request,
        form,
        lambda: invite_managers(shortlist=code, by=request.actor, at=timezone.now(), **form.answers()),
        then=lambda proposal: reverse("bureau:choose-proposal", args=[proposal]),
        words=texts.REFUSALS,
        done=_("The managers have been asked. You see their answers here."),
    )
    context = {
        "page": page,
        "form": form,
        "cards": [(each, form.fields_of(each.code), form.is_open(each.code)) for each in page.listed],
        "tabs": [Tab(_("By points"), request.path, not by_name), Tab(_("By name"), "?order=name", by_name)],
    }
    return done or render(request, "choose/bureau/shortlist.html", context, status=status_of(form))


def excluded(request: Request, code: str) -> HttpResponse:
    page = queries.excluded_page(code, seen_by=request.actor)
    who = request.GET.get("who", "")[:80]
    context = {"page": page, "who": who, "may_ask": request.actor.role in BUREAU}
    found = queries.found_managers(who) if context["may_ask"] else ()
    return ExcludedManagers(request, page).answer("choose/bureau/excluded.html", found=found, **context)


def why(request: Request, code: str, manager: str) -> HttpResponse:
    page = queries.why_page(code, manager, seen_by=request.actor)
    return render(request, "choose/bureau/why.html", {"page": page})


def replay(request: Request, code: str) -> HttpResponse:
    page = queries.replay(code, seen_by=request.actor)
    return render(request, "choose/bureau/replay.html", {"page": page})


def proposal(request: Request, code: str) -> HttpResponse:
    page = queries.proposal_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    form = bind(request, SendForm)
    done = submit(
        request,
        form,
        lambda: send_proposal(proposal=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse("bureau:choose-proposal", args=[code]),
        words=texts.REFUSALS,
        done=_("The proposal is with the client."),
    )
    context = {"page": page, "form": form, "cases": cases_with(code, on=local_day(timezone.now()))}
    return done or render(request, "choose/bureau/proposal.html", context, status=status_of(form))


def stop(request: Request, code: str) -> HttpResponse:
    page = queries.stop_page(code, seen_by=request.actor)
    form = bind(request, StopForm, seen=page.state, is_sent=page.is_sent)
    done = submit(
        request,
        form,
        lambda: stop_proposal(proposal=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse("bureau:choose-proposal", args=[code]),
        words=texts.REFUSALS,
        done=_("The proposal was stopped, and whoever had a part in it is told. You can make another one."),
    )
    return done or render(request, "choose/bureau/stop.html", {"page": page, "form": form}, status=status_of(form))
