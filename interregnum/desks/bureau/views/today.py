"""The bureau's home, and the way from a request to where it stands."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from interregnum.desks.bureau.today import today_page
from interregnum.stages.ask import queries as ask
from interregnum.stages.brief import queries as brief
from interregnum.stages.choose import queries as choose
from interregnum.stages.contract import queries as contract
from interregnum.web.requests import Request


def home(request: Request) -> HttpResponse:
    page = today_page(request.actor, at=timezone.now())
    return render(request, "web/desk.html", {"page": page})


def next_page(request: Request, code: str) -> HttpResponse:
    """The page where a request stands now: its intake, brief, shortlist, proposal or contract."""
    one = brief.brief_of_request(code, seen_by=request.actor)
    if one is None:
        intake = ask.intake_page(code, seen_by=request.actor)
        return redirect("bureau:ask-triage" if intake.is_over else "bureau:ask-intake", code)
    signed = contract.contract_of_brief(one)
    if signed:
        return redirect("bureau:contract-contract", signed)
    proposal = choose.proposal_of(one, seen_by=request.actor)
    if proposal:
        return redirect("bureau:choose-proposal", proposal)
    shortlist = choose.latest_shortlist_of(one, seen_by=request.actor)
    return redirect("bureau:choose-shortlist", shortlist) if shortlist else redirect("bureau:brief-edit", one)
