"""The manager's assignment: what to do next, and the report of a week."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import queries, texts
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.report_forms import WeekForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def assignment(request: Request, code: str) -> HttpResponse:
    page = queries.assignment_picture(code, seen_by=request.actor, on=timezone.localdate())
    kept = {name: request.GET.get(name, "") for name in ("sent", "saved")}
    return render(request, "deliver/manager/assignment.html", {"page": page, **kept})


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
