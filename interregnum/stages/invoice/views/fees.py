"""Fees and discounts of an assignment: the firm writes and takes back, the client answers."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice import texts
from interregnum.stages.invoice.actions.discounts import give_discount, withdraw_discount
from interregnum.stages.invoice.actions.fees import (
    answer_fee,
    approve_success,
    withdraw_fee,
    write_fixed_fee,
    write_success_fee,
)
from interregnum.stages.invoice.fee_forms import (
    DiscountBackForm,
    DiscountForm,
    FeeAnswerForm,
    FeeBackForm,
    FeeForm,
    FixedFeeForm,
    SuccessFeeForm,
)
from interregnum.stages.invoice.queries.fees import FeesPage, fees_page
from interregnum.web.forms import Act, bind, status_of, submit
from interregnum.web.requests import Request

# What is written about the assignment, and what is done to one of its fees or discounts.
WRITTEN = {
    "fixed": Act(FixedFeeForm, write_fixed_fee, _("Written. The client is asked to agree.")),
    "success": Act(SuccessFeeForm, write_success_fee, _("Written. The client is asked to agree.")),
    "discount": Act(DiscountForm, give_discount, _("Given. It stands on the next draft.")),
}
DONE = {
    "withdraw": Act(FeeBackForm, withdraw_fee, _("Taken back. The client is told.")),
    "undo": Act(DiscountBackForm, withdraw_discount, _("Taken back.")),
}
OF_CLIENT = {
    "answer": Act(FeeAnswerForm, answer_fee, _("Thank you. Your answer is kept.")),
    "earn": Act(FeeForm, approve_success, _("Thank you. The fee stands on the next invoice.")),
}


def of_assignment(request: Request, code: str) -> HttpResponse:
    """For the firm."""
    page, name = fees_page(code, seen_by=request.actor), request.POST.get("do", "fixed")
    act = (WRITTEN | DONE).get(name, WRITTEN["fixed"])
    form: Any = bind(request, act.form, **_options(act, page))
    about = {"assignment": code} if act in WRITTEN.values() else {}
    done = _submitted(request, form, act, about)
    if done:
        return done
    forms = {key: form if one is act else one.form(**_options(one, page)) for key, one in (WRITTEN | DONE).items()}
    context = {"page": page, "form": form, "forms": forms, "desk": "bureau"}
    return render(request, "invoice/fees.html", context, status=status_of(form))


def own(request: Request, code: str) -> HttpResponse:
    """For the client."""
    page = fees_page(code, seen_by=request.actor)
    act = OF_CLIENT.get(request.POST.get("do", "answer"), OF_CLIENT["answer"])
    form: Any = bind(request, act.form)
    done = _submitted(request, form, act, {})
    if done:
        return done
    forms = {key: form if one is act else one.form() for key, one in OF_CLIENT.items()}
    context = {"page": page, "form": form, "forms": forms, "desk": "client"}
    return render(request, "invoice/fees.html", context, status=status_of(form))


def _submitted(request: Request, form: Any, act: Act, about: dict[str, str]) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: act.act(**about, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: request.path,
        words=texts.REFUSALS,
        done=str(act.done),
    )


def _options(act: Act, page: FeesPage) -> dict[str, Any]:
    if act.form is SuccessFeeForm:
        return {"results": [(one.code, one.title) for one in page.results]}
    return {}
