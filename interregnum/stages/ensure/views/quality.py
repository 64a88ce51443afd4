"""The bureau's pages of quality: running assignments by standing, the signals with their hits, and how one ended."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Role
from interregnum.stages.deliver.queries import assignment_facts
from interregnum.stages.deliver.rules.signals import BY_CODE, Standing
from interregnum.stages.ensure import texts
from interregnum.stages.ensure.actions.keep_bounds import keep_bounds
from interregnum.stages.ensure.actions.note_outcome import note_outcome
from interregnum.stages.ensure.quality_forms import BoundsForm, OutcomeForm
from interregnum.stages.ensure.queries.hit_rates import signal_page, signals_page
from interregnum.stages.ensure.queries.standing import standing_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def standing(request: Request) -> HttpResponse:
    said, number = request.GET.get("standing", ""), request.GET.get("page", "1")
    shown = Standing(said) if said in set(Standing) else None
    page = int(number) if number.isdecimal() and len(number) < 6 else 1
    found = standing_page(shown=shown, page=page, seen_by=request.actor, at=timezone.now())
    return render(request, "ensure/bureau/standing.html", {"page": found})


def signals(request: Request) -> HttpResponse:
    return render(request, "ensure/bureau/signals.html", {"page": signals_page(on=timezone.localdate())})


def signal(request: Request, code: str) -> HttpResponse:
    """Other bounds are tried by an address, which changes nothing, and kept by a press of a partner."""
    if code not in BY_CODE:
        raise Http404
    on = timezone.localdate()
    parts = signal_page(code, tried=None, on=on).parts
    is_tried = request.method == "GET" and "try" in request.GET
    form = BoundsForm(request.GET, parts=parts) if is_tried else bind(request, BoundsForm, parts=parts)
    done = _keep(request, code, form)
    tried = form.tried() if form.is_bound and form.is_valid() else None
    page, may_keep = signal_page(code, tried=tried, on=on), request.actor.role is Role.PARTNER
    context = {"page": page, "form": form, "may_keep": may_keep}
    status = 200 if is_tried else status_of(form)
    return done or render(request, "ensure/bureau/signal.html", context, status=status)


def _keep(request: Request, code: str, form: BoundsForm) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: keep_bounds(
            tried=form.tried(), valid_from=form.cleaned_data["valid_from"], by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("bureau:ensure-signal", args=[code]),
        words=texts.REFUSALS,
        done=_("Kept. From that day on signals go by it."),
    )


def outcome(request: Request, code: str) -> HttpResponse:
    facts, form = assignment_facts(code, seen_by=request.actor), bind(request, OutcomeForm)
    done = submit(
        request,
        form,
        lambda: note_outcome(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:deliver-assignment", args=[code]),
        words=texts.REFUSALS,
        done=_("Noted. Signals are held against it."),
    )
    return done or render(request, "ensure/bureau/outcome.html", {"facts": facts, "form": form}, status=status_of(form))
