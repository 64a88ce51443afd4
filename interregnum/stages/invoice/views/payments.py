"""The manager's own invoices and payments: consent to self-billing, what to send, and when each is paid."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.invoice import texts
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing, withdraw_self_billing
from interregnum.stages.invoice.actions.payable_purchase import receive_purchase
from interregnum.stages.invoice.actions.payable_state import state_on_payable
from interregnum.stages.invoice.forms import PressForm
from interregnum.stages.invoice.payable_forms import NO_COMMISSION, AgreeForm, SendForm
from interregnum.stages.invoice.payable_table import OwnPayablesTable
from interregnum.stages.invoice.queries.payable_pages import agreed_at, own_payables, payable_page
from interregnum.stages.invoice.queries.payable_rows import expected_one, payables_of
from interregnum.stages.invoice.views.payables import file_of
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def payments(request: Request) -> HttpResponse:
    today = timezone.localdate()
    table = OwnPayablesTable(request, payables_of(request.actor), on=today)
    return table.answer("invoice/manager/payments.html", page=own_payables(seen_by=request.actor, on=today))


def self_billing(request: Request) -> HttpResponse:
    """To agree, or to withdraw what was agreed."""
    # A form that was opened before is what it was then: agreeing twice withdraws nothing.
    withdraws = request.POST.get("do") == "withdraw"
    form: Any = bind(request, PressForm if withdraws else AgreeForm)
    told: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    done = submit(
        request,
        form,
        lambda: withdraw_self_billing(**told) if withdraws else agree_self_billing(**form.value(), **told),
        then=lambda _none: reverse("manager:payments"),
        words=texts.REFUSALS,
        done=_("Withdrawn. You send your invoices yourself from now on.")
        if withdraws
        else _("Noted. We make your invoices from now on."),
    )
    context = {"form": form, "agreed_at": agreed_at(request.actor)}
    return done or render(request, "invoice/manager/self_billing.html", context, status=status_of(form))


def send(request: Request, code: str) -> HttpResponse:
    """Send an invoice in for a month of an assignment."""
    one = expected_one(code, request.actor.manager or "", _month(request), seen_by=request.actor)
    if one is None and request.method != "POST":
        raise Http404
    form = bind(request, SendForm, initial={"month": one.month if one else None})
    done = submit(
        request,
        form,
        lambda: receive_purchase(
            assignment=code, month=form.cleaned_data["month"], **form.value(), by=request.actor, at=timezone.now()
        ),
        then=lambda made: reverse("manager:payable", args=[made]),
        words=texts.REFUSALS,
        done=_("Received."),
    )
    return done or render(request, "invoice/manager/send.html", {"one": one, "form": form}, status=status_of(form))


def _month(request: Request) -> date | None:
    """The month in the address or in the form; the oldest one when none is named."""
    try:
        return date.fromisoformat(request.POST.get("month") or f"{request.GET.get('month', '')}-01")
    except ValueError:
        return None


def payable(request: Request, code: str) -> HttpResponse:
    """What is owed, and the button that states of it that no commission was paid or received."""
    page, form = payable_page(code, seen_by=request.actor), bind(request, PressForm)
    done = submit(
        request,
        form,
        lambda: state_on_payable(payable=code, by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("Stated. It stands with the invoice."),
    )
    context = {"page": page, "desk": "manager", "form": form, "statement": NO_COMMISSION}
    return done or render(request, "invoice/payable.html", context, status=status_of(form))


def file(request: Request, code: str) -> HttpResponse:
    return file_of(code, seen_by=request.actor)
