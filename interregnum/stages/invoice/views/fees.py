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
from interregnum.web.forms import Act, pressed, status_of, submit
from interregnum.web.navigation import DESK
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
    page = fees_page(code, seen_by=request.actor)
    name, forms = pressed(request, WRITTEN | DONE, lambda act: _options(act, page))
    about = {"assignment": code} if name in WRITTEN else {}
    done = _submitted(request, forms[name], (WRITTEN | DONE)[name], about)
    return done or _shown(request, page, forms, name)


def own(request: Request, code: str) -> HttpResponse:
    """For the client."""
    page = fees_page(code, seen_by=request.actor)
    name, forms = pressed(request, OF_CLIENT)
    return _submitted(request, forms[name], OF_CLIENT[name], {}) or _shown(request, page, forms, name)


def _shown(request: Request, page: FeesPage, forms: dict[str, Any], name: str) -> HttpResponse:
    context = {"page": page, "form": forms[name], "forms": forms, "desk": DESK[request.actor.role]}
    return render(request, "invoice/fees.html", context, status=status_of(forms[name]))


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
