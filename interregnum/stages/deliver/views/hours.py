"""Hours: written by the manager, answered by the client or its delegate, followed by the bureau."""

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.refused import Refused
from interregnum.stages.deliver import queries, texts
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.write_hours import correct_hours, write_hours
from interregnum.stages.deliver.hours_forms import AnswerForm, ApproveForm, HoursForm
from interregnum.stages.deliver.hours_table import BureauHours
from interregnum.stages.deliver.views.manager import week_asked
from interregnum.web.downloads import csv_lines
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


def write(request: Request, code: str) -> HttpResponse:
    """The hours of a week; `fill` in the address is the one press that fills it in."""
    fill, asked = request.GET.get("fill", ""), week_asked(request)
    page = queries.write_hours_page(code, week=asked, fill=fill, seen_by=request.actor, on=timezone.localdate())
    form = bind(request, HoursForm, page=page)
    is_sent = request.POST.get("do") in {"send", "correct"}
    done = submit(
        request,
        form,
        lambda: _kept(request, page, form, send=is_sent),
        then=lambda _code: f"{reverse('manager:deliver-hours', args=[code])}?week={page.monday}",
        words=texts.REFUSALS,
        done=_("Your hours are with the client.") if is_sent else _("Kept. Send them when the week is over."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "deliver/manager/hours.html", context, status=status_of(form))


def _kept(request: Request, page: queries.WriteHoursPage, form: HoursForm, *, send: bool) -> str | Refused:
    hours: dict[str, Any] = {"hours": form.value(), "by": request.actor, "at": timezone.now()}
    # A form from before the week was sent asks to send it again, and hears that it was.
    if request.POST.get("do") == "correct" and page.own:
        return correct_hours(week=page.own.code, **hours)
    return write_hours(assignment=page.code, send=send, **hours)


def weeks(request: Request, code: str) -> HttpResponse:
    """The weeks of an assignment, for whoever may read them."""
    page = queries.hours_page(code, seen_by=request.actor)
    return render(request, "deliver/parts/hours_page.html", {"page": page, "desk": DESK[request.actor.role]})


def week(request: Request, code: str) -> HttpResponse:
    page = queries.hours_week_page(code, seen_by=request.actor)
    return render(request, "deliver/bureau/hours_week.html", {"page": page})


def answer(request: Request, code: str) -> HttpResponse:
    """One press approves the whole week; or days of it go back with a reason."""
    page = queries.hours_week_page(code, seen_by=request.actor)
    is_back = request.POST.get("do") == "back"
    form = bind(request, AnswerForm if is_back else ApproveForm, page=page)
    done = submit(
        request,
        form,
        lambda: answer_hours(week=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("client:home"),
        words=texts.REFUSALS,
        done=_("Sent back to the manager. The other days are approved.") if is_back else _("The hours are approved."),
    )
    return done or _week(request, page, form)


def _week(request: Request, page: queries.HoursWeekPage, form: ApproveForm) -> HttpResponse:
    form.send_next("version", page.version)
    back = form if isinstance(form, AnswerForm) else AnswerForm(page=page)
    context = {"page": page, "form": back, "approve_form": ApproveForm(page=page), "asked": form}
    return render(request, "deliver/client/hours_week.html", context, status=status_of(form))


def table(request: Request) -> HttpResponse:
    return _table(request).answer("deliver/bureau/hours.html")


def _table(request: Request) -> BureauHours:
    rows, on = queries.hours_table(seen_by=request.actor), timezone.localdate()
    return BureauHours(request, rows, on=on, export_url=reverse("bureau:deliver-hours-export"))


def export(request: Request) -> StreamingHttpResponse:
    """The list as it is searched, filtered and sorted, safe to open in a spreadsheet."""
    lines = csv_lines(*_table(request).sheet())
    headers = {"Content-Disposition": 'attachment; filename="hours.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
