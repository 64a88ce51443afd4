"""An interim manager answers an invitation."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.choose import queries, texts
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.forms import AnswerForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def invitation(request: Request, code: str) -> HttpResponse:
    page = queries.invitation_page(code, seen_by=request.actor)
    form = bind(request, AnswerForm)
    done = submit(
        request,
        form,
        lambda: answer_invitation(candidacy=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:choose-invitation", args=[code]),
        words=texts.REFUSALS,
        done=_("Thank you for your answer."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "choose/manager/invitation.html", context, status=status_of(form))
