"""The register of introduced persons: the manager declares, firm and shadow manager note what they see."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.ensure import texts
from interregnum.stages.ensure.actions.register_introduced import declare_introduced, note_introduced
from interregnum.stages.ensure.integrity_forms import DeclareForm, IntroducedForm
from interregnum.stages.ensure.queries.integrity import introduced_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


def introduced(request: Request, code: str) -> HttpResponse:
    page = introduced_page(code, seen_by=request.actor, on=timezone.localdate())
    declares = request.method == "POST" and page.is_manager and request.POST.get("do") == "declare"
    form: Any = bind(request, DeclareForm if declares else IntroducedForm)
    told: dict[str, Any] = {"assignment": code, "by": request.actor, "at": timezone.now()}
    done = submit(
        request,
        form,
        lambda: (
            declare_introduced(**told, person=form.cleaned_data["person"])
            if declares
            else note_introduced(**told, introduced=form.value())
        ),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("Declared.") if declares else _("Noted in the register."),
    )
    context = {"page": page, "desk": DESK[request.actor.role], "form": form}
    return done or render(request, "ensure/introduced.html", context, status=status_of(form))
