"""The manager's side for the firm: what is expected, what came and differs, and one payable with its steps."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import content_of
from interregnum.kernel.actor import Actor
from interregnum.outside.einvoice.names import Profile
from interregnum.outside.einvoice.write import ubl
from interregnum.stages.invoice import texts
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_pay import note_paid, undo_paid
from interregnum.stages.invoice.actions.payable_purchase import accept_purchase, return_purchase
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, drop_self_bill, issue_self_bill
from interregnum.stages.invoice.bank_texts import REFUSALS as REFUSALS_OF_BANK
from interregnum.stages.invoice.forms import PressForm
from interregnum.stages.invoice.payable_forms import DraftSelfBillForm, PaidForm, ReasonForm, TakeBackForm
from interregnum.stages.invoice.payable_table import FirmPayablesTable
from interregnum.stages.invoice.queries.payable_pages import PayablePage, firm_payables, payable_page
from interregnum.stages.invoice.queries.payable_rows import payable_row, payables_of
from interregnum.stages.invoice.queries.payable_seller import is_ours, self_billed
from interregnum.web.downloads import attachment
from interregnum.web.forms import Act, bind, pressed, status_of, submit
from interregnum.web.requests import Request

ACTS = {
    "paid": Act(PaidForm, note_paid, _("Written down. The manager has a mail.")),
    "unpaid": Act(PressForm, undo_paid, _("Undone: it is to be paid again. The manager has a mail.")),
    "issue": Act(PressForm, issue_self_bill, _("It has its number; the manager has a mail with a link.")),
    "drop": Act(PressForm, drop_self_bill, _("Thrown away. Its days are on no invoice.")),
    "accept": Act(ReasonForm, accept_purchase, _("Accepted as it was sent in. It is to be paid.")),
    "return": Act(ReasonForm, return_purchase, _("Sent back. The manager has a mail and reads why.")),
    "credit": Act(TakeBackForm, credit_payable, _("Taken back. What stands of these days comes on the next one.")),
}


def payables(request: Request) -> HttpResponse:
    form = bind(request, DraftSelfBillForm)
    done = submit(
        request,
        form,
        lambda: draft_self_bill(**form.value(), by=request.actor, at=timezone.now()),
        then=lambda code: reverse("bureau:payable", args=[code]),
        words=texts.REFUSALS,
    )
    if done:
        return done
    today = timezone.localdate()
    table = FirmPayablesTable(request, payables_of(request.actor), on=today)
    if request.htmx and not request.htmx.boosted:
        return table.answer("invoice/bureau/payables.html")
    page = firm_payables(seen_by=request.actor, on=today, number=request.GET.get("expected", ""))
    context = {"page": page, "form": form, "table": table.table()}
    return render(request, "invoice/bureau/payables.html", context, status=status_of(form))


def payable(request: Request, code: str) -> HttpResponse:
    page = payable_page(code, seen_by=request.actor)
    name, forms = pressed(request, ACTS, lambda act: _options(act, page))
    act, form = ACTS[name], forms[name]
    done = submit(
        request,
        form,
        lambda: act.act(payable=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda result: _then(request, name, result),
        words={**texts.REFUSALS, **REFUSALS_OF_BANK},
        done=str(act.done),
    )
    if done:
        return done
    context = {"page": page, "form": form, "forms": forms, "desk": "bureau"}
    return render(request, "invoice/payable.html", context, status=status_of(form))


def _then(request: Request, name: str, result: Any) -> str:
    if name == "credit":
        return reverse("bureau:payable", args=[result])
    return reverse("bureau:payables") if name == "drop" else request.path


def _options(act: Act, page: PayablePage) -> dict[str, Any]:
    if act.form is TakeBackForm:
        return {"days": list(dict.fromkeys(line.day for line in page.lines if not line.is_credited))}
    return {"initial": {"day": timezone.localdate()}} if act.form is PaidForm else {}


def file(request: Request, code: str) -> HttpResponse:
    return file_of(code, seen_by=request.actor)


def file_of(code: str, *, seen_by: Actor) -> HttpResponse:
    """The invoice that the manager sent in, or the e-invoice that we made; to be saved, never shown as a page."""
    row = payable_row(code, seen_by=seen_by)
    if row.file:
        return attachment(content_of(row.file), row.file.name)
    if not is_ours(row):
        raise Http404
    return attachment(ubl(self_billed(row), profile=Profile.PEPPOL), f"{row.number}.xml")
