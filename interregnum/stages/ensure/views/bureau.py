"""The bureau appoints a shadow manager, and records what one knows."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.ensure import queries, texts
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.actions.note_knowledge import note_knowledge
from interregnum.stages.ensure.actions.state_independence import state_independence
from interregnum.stages.ensure.forms import AppointForm, IndependenceForm, KnowledgeForm
from interregnum.stages.ensure.queries.independence import independence_page
from interregnum.stages.ensure.queries.knowledge import knowledge_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def appoint(request: Request, code: str) -> HttpResponse:
    page = queries.appoint_page(code, seen_by=request.actor, on=timezone.localdate())
    # All candidates may be posted, so that a refusal says why and not merely that the choice is unknown.
    form = bind(request, AppointForm, candidates=page.candidates if request.method == "POST" else page.free)
    done = submit(
        request,
        form,
        lambda: appoint_shadow_manager(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("bureau:deliver-assignment", args=[code]),
        words=texts.REFUSALS,
        done=_("The shadow manager is appointed and has had a message."),
    )
    return done or render(request, "ensure/bureau/appoint.html", {"page": page, "form": form}, status=status_of(form))


def knowledge(request: Request, code: str) -> HttpResponse:
    page = knowledge_page(code)
    form = bind(request, KnowledgeForm, initial=page.recorded)
    done = submit(
        request,
        form,
        lambda: note_knowledge(account=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:ensure-knowledge", args=[code]),
        words=texts.REFUSALS,
        done=_("Recorded. The proposal of a shadow manager goes by it."),
    )
    return done or render(request, "ensure/bureau/knowledge.html", {"page": page, "form": form}, status=status_of(form))


def independent(request: Request, code: str) -> HttpResponse:
    page, form = independence_page(code, seen_by=request.actor), bind(request, IndependenceForm)
    done = submit(
        request,
        form,
        lambda: state_independence(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:ensure-appoint", args=[code]),
        words=texts.REFUSALS,
        done=_("Stated. It stands with the appointment."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "ensure/bureau/independent.html", context, status=status_of(form))
