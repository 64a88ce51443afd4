"""A paper that was signed: the bureau keeps its scan, and each may fetch what they may see."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract import queries, texts
from interregnum.stages.contract.actions.keep_earlier_framework import keep_earlier_framework
from interregnum.stages.contract.actions.keep_paper import keep_framework_paper, keep_paper
from interregnum.stages.contract.forms import EarlierFrameworkForm, FrameworkPaperForm, PaperForm
from interregnum.stages.contract.queries.access import SIDE_OF
from interregnum.stages.contract.queries.frameworks import framework_scan, frameworks_page, own_framework_page
from interregnum.stages.contract.rules.states import Side
from interregnum.web.downloads import attachment
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def paper(request: Request, code: str, side: str) -> HttpResponse:
    page = queries.bureau_contract_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    part = next((each for each in page.agreements if each.side == side), None)
    if part is None:
        raise Http404
    form = bind(request, PaperForm)
    done = submit(
        request,
        form,
        lambda: keep_paper(contract=code, side=part.side, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse("bureau:contract-contract", args=[code]),
        words=texts.REFUSALS,
        done=_("The scan is kept."),
    )
    context = {"page": page, "part": part, "form": form}
    return done or render(request, "contract/bureau/paper.html", context, status=status_of(form))


def scan(request: Request, code: str, side: str = "") -> HttpResponse:
    """A client and a manager fetch their own side's alone."""
    wanted = SIDE_OF.get(request.actor.role, side)
    if wanted not in Side:
        raise Http404
    found = queries.scan_download(code, Side(wanted), seen_by=request.actor)
    return attachment(found.content, found.name)


def framework_paper(request: Request, code: str) -> HttpResponse:
    page = own_framework_page(code, seen_by=request.actor, at=timezone.now())
    form = bind(request, FrameworkPaperForm)
    done = submit(
        request,
        form,
        lambda: keep_framework_paper(framework=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse("bureau:contract-frameworks", args=[page.organisation]),
        words=texts.REFUSALS,
        done=_("The scan is kept."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "contract/bureau/framework_paper.html", context, status=status_of(form))


def earlier_framework(request: Request, code: str) -> HttpResponse:
    """One that was signed on paper before the firm kept its agreements here."""
    page = frameworks_page(code, seen_by=request.actor, at=timezone.now())
    form = bind(request, EarlierFrameworkForm)
    done = submit(
        request,
        form,
        lambda: keep_earlier_framework(organisation=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _code: reverse("bureau:contract-frameworks", args=[code]),
        words=texts.REFUSALS,
        done=_("The scan is kept."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "contract/bureau/framework_earlier.html", context, status=status_of(form))


def scan_of_framework(request: Request, code: str) -> HttpResponse:
    found = framework_scan(code, seen_by=request.actor)
    return attachment(found.content, found.name)
