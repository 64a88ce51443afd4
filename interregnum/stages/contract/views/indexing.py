"""Indexing the rates of a contract, as the clause says."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract import texts
from interregnum.stages.contract.actions.index_rate import index_rate, withdraw_raise
from interregnum.stages.contract.forms import IndexForm, UnindexForm
from interregnum.stages.contract.queries.indexing import index_page
from interregnum.web.forms import Act, bind, status_of, submit
from interregnum.web.requests import Request

RAISE = Act(IndexForm, index_rate, _("Announced. Whoever it touches reads it at the contract and has a mail."))
ACTS = {
    "raise": RAISE,
    "withdraw": Act(UnindexForm, withdraw_raise, _("Taken back. Whoever was told of it has a mail.")),
}


def index(request: Request, code: str) -> HttpResponse:
    page = index_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    act = ACTS.get(request.POST.get("do", ""), RAISE)
    first = {"holds_from": page.first_day, "percent": page.index_percent}
    form: Any = bind(request, act.form, **({"initial": first} if act is RAISE else {}))
    done = submit(
        request,
        form,
        lambda: act.act(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _code: reverse("bureau:contract-index", args=[code]),
        words=texts.REFUSALS,
        done=str(act.done),
    )
    context = {"page": page, "form": form if act is RAISE else IndexForm(initial=first), "press": UnindexForm()}
    if act is not RAISE:
        context["refused"] = form
    return done or render(request, "contract/bureau/index.html", context, status=status_of(form))
