"""The work in the background: what waits, runs and failed, and trying a failed job again."""

from datetime import datetime, time
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.background import REFUSALS, jobs_page
from interregnum.desks.bureau.forms import JobForm
from interregnum.jobs.claims import run_again
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.kernel.refused import Refused
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def jobs(request: Request) -> HttpResponse:
    """The jobs that are not done; a POST runs a failed one again."""
    form = bind(request, JobForm)
    done = submit(
        request,
        form,
        partial(_again, form),
        then=lambda _none: reverse("bureau:jobs"),
        words=REFUSALS,
        done=_("The job is in the queue again."),
    )
    today = datetime.combine(local_day(timezone.now()), time(), tzinfo=AMSTERDAM)
    page = jobs_page(state=request.GET.get("state", ""), number=request.GET.get("page", ""), today=today)
    return done or render(request, "bureau/jobs.html", {"page": page, "form": form}, status=status_of(form))


def _again(form: JobForm) -> Refused | None:
    return None if run_again(form.cleaned_data["job"]) else Refused.because("jobs.not_failed")
