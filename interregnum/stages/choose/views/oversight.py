"""How the firm chooses: departing from a list with a reason, and what all choices together show."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.choose import queries, texts
from interregnum.stages.choose.actions.set_aside import set_aside
from interregnum.stages.choose.forms import AsideForm, reason_of
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def aside(request: Request, code: str, manager: str) -> HttpResponse:
    page = queries.aside_page(code, manager, seen_by=request.actor)
    form, who = bind(request, AsideForm), {"shortlist": code, "manager": manager}
    back = request.POST.get("back") == "yes"
    done = submit(
        request,
        form,
        lambda: set_aside(**who, back=back, by=request.actor, at=timezone.now(), **reason_of(form)),
        then=lambda _none: reverse("bureau:choose-shortlist", args=[code]),
        words=texts.REFUSALS,
        done=_("%(name)s is back on the list.") % {"name": page.name}
        if back
        else _("%(name)s is out of this list.") % {"name": page.name},
    )
    return done or render(request, "choose/bureau/aside.html", {"page": page, "form": form}, status=status_of(form))


def departures(request: Request) -> HttpResponse:
    page = queries.oversight_page(seen_by=request.actor, on=local_day(timezone.now()))
    return render(request, "choose/bureau/oversight.html", {"page": page})
