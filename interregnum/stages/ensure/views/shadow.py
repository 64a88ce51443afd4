"""The shadow manager resigns."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver.queries import assignment_facts
from interregnum.stages.ensure import texts
from interregnum.stages.ensure.actions.resign_shadow_manager import resign_shadow_manager
from interregnum.stages.ensure.forms import ResignForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def resign(request: Request, code: str) -> HttpResponse:
    # A second press of the same button comes when the assignment is theirs no more.
    form = bind(request, ResignForm)
    done = submit(
        request,
        form,
        lambda: resign_shadow_manager(
            assignment=code, why=form.cleaned_data["why"], by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("shadow:home"),
        words=texts.REFUSALS,
        done=_("You resigned. The firm has had a message."),
    )
    if done:
        return done
    facts = assignment_facts(code, seen_by=request.actor)
    return render(request, "ensure/shadow/resign.html", {"facts": facts, "form": form}, status=status_of(form))
