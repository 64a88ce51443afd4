"""The bureau's contracts."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract import queries, texts
from interregnum.stages.contract.actions.ask_to_sign import ask_again
from interregnum.stages.contract.actions.make_documents import make_after_all
from interregnum.stages.contract.forms import AskAgainForm
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tables import BureauContracts
from interregnum.stages.contract.views.own import download_of
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def contracts(request: Request) -> HttpResponse:
    table = BureauContracts(request, queries.contracts_table(seen_by=request.actor))
    return table.answer("contract/bureau/contracts.html")


def contract(request: Request, code: str) -> HttpResponse:
    page = queries.bureau_contract_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    form = bind(request, AskAgainForm)
    makes = request.POST.get("do") == "make"
    done = submit(
        request,
        form,
        lambda: (
            make_after_all(contract=code, by=request.actor)
            if makes
            else ask_again(contract=code, by=request.actor, at=timezone.now())
        ),
        then=lambda _none: reverse("bureau:contract-contract", args=[code]),
        words=texts.REFUSALS,
        done="" if makes else _("The mail was sent again."),
    )
    return done or render(
        request, "contract/bureau/contract.html", {"page": page, "form": form}, status=status_of(form)
    )


def document(request: Request, code: str, side: str) -> HttpResponse:
    if side not in Side:
        raise Http404
    return download_of(queries.document_download(code, Side(side), seen_by=request.actor))
