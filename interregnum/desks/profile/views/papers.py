"""What the bureau may know of a manager's business, insurances and declarations."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interregnum.desks.bureau.screening_forms import ReasonForm
from interregnum.files.store import content_of
from interregnum.kernel.period import local_day
from interregnum.people.declarations import declarations_of, is_due
from interregnum.people.managers import manager_page
from interregnum.people.papers import insurances_of, proof_of, read_business
from interregnum.people.rules.papers import Cover
from interregnum.web.downloads import attachment
from interregnum.web.forms import bind, status_of
from interregnum.web.requests import Request
from interregnum.web.views.security import confirmed


def papers(request: Request, code: str) -> HttpResponse:
    """Insurances and declarations; the numbers of the business are a page of their own."""
    manager, at = manager_page(code, seen_by=request.actor), timezone.now()
    lines = {line.cover: line for line in insurances_of(code, seen_by=request.actor, on=local_day(at))}
    known = declarations_of(code, seen_by=request.actor)
    page = {
        "code": code,
        "name": manager.name,
        "covers": [(cover, lines.get(cover)) for cover in Cover],
        "known": known,
        "is_due": is_due(known[0].made_at if known else None, at=at),
    }
    return render(request, "profile/papers_of.html", page)


@confirmed
def business(request: Request, code: str) -> HttpResponse:
    """KvK, VAT and account number after a reason was given; nothing of it is in an address or a redirect."""
    manager, form = manager_page(code, seen_by=request.actor), bind(request, ReasonForm)
    page: dict[str, object] = {"code": code, "name": manager.name, "form": form}
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        page["business"] = read_business(manager=code, reason=reason, by=request.actor, at=timezone.now())
        page["is_read"] = True
    return render(request, "profile/business.html", page, status=status_of(form))


def proof(request: Request, code: str) -> HttpResponse:
    return attachment(content_of(proof_of(code, seen_by=request.actor)), "insurance")
