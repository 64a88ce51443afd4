"""The manager's assignment: what to do next, the plan of approach, and the report of a week."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver import queries, texts
from interregnum.stages.deliver.actions.agree_plan import propose_plan
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.plan_forms import PlanForm
from interregnum.stages.deliver.report_forms import WeekForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def assignment(request: Request, code: str) -> HttpResponse:
    page = queries.assignment_picture(code, seen_by=request.actor, on=timezone.localdate())
    return render(request, "deliver/manager/assignment.html", {"page": page, "sent": request.GET.get("sent", "")})


def plan(request: Request, code: str) -> HttpResponse:
    page = queries.plan_page(code, seen_by=request.actor, on=timezone.localdate())
    form = bind(request, PlanForm, plan=page.plan, term=Period(page.starts_on, page.ends_on))
    is_sent = request.POST.get("do") == "send"
    address = "manager:deliver-assignment" if is_sent else "manager:deliver-plan"
    done = submit(
        request,
        form,
        lambda: _keep(request, code, form, is_sent=is_sent),
        then=lambda _none: reverse(address, args=[code]),
        words=texts.REFUSALS,
        done=_("The plan is with the client.") if is_sent else _("Saved as a draft."),
    )
    return done or render(request, "deliver/manager/plan.html", {"page": page, "form": form}, status=status_of(form))


def _keep(request: Request, code: str, form: PlanForm, *, is_sent: bool) -> Refused | None:
    now = timezone.now()
    refused = save_plan(assignment=code, plan=form.value(), by=request.actor, at=now)
    if refused is None and is_sent:
        return propose_plan(assignment=code, by=request.actor, at=now)
    return refused


def report(request: Request, code: str) -> HttpResponse:
    """The report of a week; the page that follows knows by `sent` that what this browser kept of it may go."""
    on = timezone.localdate()
    page = queries.write_page(code, week=week_asked(request), seen_by=request.actor, on=on)
    form = bind(request, WeekForm, page=page, on=on)
    done = submit(
        request,
        form,
        lambda: report_week(assignment=code, week=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: f"{reverse('manager:deliver-assignment', args=[code])}?sent={page.monday}",
        words=texts.REFUSALS,
        done=_("Your report is with the client."),
    )
    if done:
        _say_overtaken(request, form)
    return done or render(request, "deliver/manager/report.html", {"page": page, "form": form}, status=status_of(form))


def _say_overtaken(request: Request, form: WeekForm) -> None:
    words = _("“%(what)s” was decided meanwhile: %(words)s. What you wrote about it was not kept: “%(typed)s”")
    for one in form.overtaken():
        messages.warning(request, words % one)


def week_asked(request: Request) -> date | None:
    """The week that the address names by its Monday. Raises Http404 for something that is no day."""
    typed = request.GET.get("week", "")
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise Http404 from None
