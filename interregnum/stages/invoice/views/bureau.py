"""The firm's invoices: all of them, the days that are on none yet, and one invoice with its steps."""

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.progress import start
from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.stages.invoice import texts
from interregnum.stages.invoice.actions.bank_book import undo_payment
from interregnum.stages.invoice.actions.billing_wishes import set_order_reference
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice, drop_draft
from interregnum.stages.invoice.actions.draft_all import draft_all
from interregnum.stages.invoice.actions.issue import issue_invoice, send_invoice
from interregnum.stages.invoice.actions.make_papers import make_again
from interregnum.stages.invoice.actions.settle import end_dispute, record_payment, record_refund
from interregnum.stages.invoice.bank_texts import REFUSALS as REFUSALS_OF_BANK
from interregnum.stages.invoice.forms import (
    CreditForm,
    DraftForm,
    OrderForm,
    PaymentForm,
    PressForm,
    RefundForm,
    UndoPaymentForm,
)
from interregnum.stages.invoice.queries.credit_note import credit_preview
from interregnum.stages.invoice.queries.months import month_asked
from interregnum.stages.invoice.queries.open_days import open_page
from interregnum.stages.invoice.queries.pages import DayShown, ExtraShown, InvoicePage, invoice_page
from interregnum.stages.invoice.queries.papers import WRITERS, PapersShown, papers_shown
from interregnum.stages.invoice.queries.rows import invoices_of
from interregnum.stages.invoice.table import Invoices
from interregnum.stages.invoice.views.papers_piece import shown_papers
from interregnum.web.downloads import csv_lines
from interregnum.web.forms import Act, bind, pressed, status_of, submit
from interregnum.web.progress import progress_piece
from interregnum.web.requests import Request

NOTHING = Money(0)
ACTS = {
    "check": Act(PressForm, check_invoice, _("Checked. Give it its number when you want it to leave.")),
    "drop": Act(PressForm, drop_draft, _("Thrown away. Its days are on no invoice.")),
    "issue": Act(PressForm, issue_invoice, _("It has its number, and does not change any more.")),
    "send": Act(PressForm, send_invoice, _("Sent. The client has a mail with a link.")),
    "pay": Act(PaymentForm, record_payment, _("The payment is written down.")),
    "refund": Act(RefundForm, record_refund, _("It is written down what was paid back.")),
    "credit": Act(CreditForm, credit_invoice, _("The credit note is issued; send it to the client.")),
    "make": Act(PressForm, make_again, _("The document is made anew.")),
    "order": Act(OrderForm, set_order_reference, _("Kept. It stands on this draft and on all later invoices.")),
    "undo": Act(UndoPaymentForm, undo_payment, _("Taken back by a counter-entry of today.")),
    "settled": Act(PressForm, end_dispute, _("The dispute has ended; the invoice stands.")),
}


def invoices(request: Request) -> HttpResponse:
    role = request.actor.role
    return _table(request).answer(
        "invoice/bureau/invoices.html", may_bill=role in WRITERS, may_see_bank=role in WRITERS | {Role.AUDITOR}
    )


def _table(request: Request) -> Invoices:
    rows, export = invoices_of(request.actor), reverse("bureau:invoices-export")
    return Invoices(request, rows, desk="bureau", on=timezone.localdate(), export_url=export)


def export(request: Request) -> StreamingHttpResponse:
    """The list as it is searched, filtered and sorted, safe to open in a spreadsheet."""
    lines = csv_lines(*_table(request).sheet())
    headers = {"Content-Disposition": 'attachment; filename="invoices.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def open_days(request: Request) -> HttpResponse:
    """What is on no invoice yet; one press drafts one of them, another all in the background."""
    form = bind(request, DraftForm)
    done = submit(request, form, lambda: _drafted(request, form), then=str, words=texts.REFUSALS)
    if done:
        return done
    month = month_asked(request.GET.get("month", ""), on=timezone.localdate())
    found = open_page(month, seen_by=request.actor, number=request.GET.get("page", ""))
    context = {"found": found, "month": month, "form": form, "press": DraftForm()}
    if work := request.GET.get("work", ""):
        context["progress"] = progress_piece(work, seen_by=request.actor)
    return render(request, "invoice/bureau/open.html", context, status=status_of(form))


def _drafted(request: Request, form: DraftForm) -> Any:
    month, assignment = form.cleaned_data["month"], form.cleaned_data["assignment"]
    here = f"{reverse('bureau:invoices-open')}?month={month:%Y-%m}"
    if not assignment:
        return f"{here}&work={start(draft_all, request.actor.code, month.isoformat(), by=request.actor.code)}"
    made = draft_invoice(assignment=assignment, month=month, by=request.actor, at=timezone.now())
    return reverse("bureau:invoice", args=[made]) if isinstance(made, str) else made


def invoice(request: Request, code: str) -> HttpResponse:
    page = invoice_page(code, seen_by=request.actor, at=timezone.now())
    papers = papers_shown(code, seen_by=request.actor)
    name, forms = pressed(request, ACTS, lambda act: _options(act, page, papers))
    act, form = ACTS[name], forms[name]
    done = _asked(request, code, form) or submit(
        request,
        form,
        lambda: act.act(invoice=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda result: _then(request, name, result),
        words={**texts.REFUSALS, **REFUSALS_OF_BANK},
        done=str(act.done),
    )
    if done:
        return done
    context = {"page": page, "form": form, "forms": forms, "desk": "bureau", "papers": shown_papers(papers)}
    return render(request, "invoice/invoice.html", context, status=status_of(form))


def _asked(request: Request, code: str, form: Any) -> HttpResponse | None:
    """What was issued stays for good: what a credit note takes back is shown before it has its number."""
    if request.method != "POST" or not isinstance(form, CreditForm) or "sure" in request.POST or not form.is_valid():
        return None
    told = form.value()
    preview = credit_preview(code, told["days"], told["extras"], seen_by=request.actor)
    if preview is None:
        return None
    chosen = [(name, each) for name in ("days", "extras") for each in request.POST.getlist(name)]
    context = {"preview": preview, "code": code, "why": told["why"], "chosen": chosen, "once": request.POST.get("once")}
    return render(request, "invoice/bureau/credit.html", context)


def _then(request: Request, name: str, result: Any) -> str:
    if name == "credit":
        return reverse("bureau:invoice", args=[result])
    return reverse("bureau:invoices-open") if name == "drop" else request.path


def _options(act: Act, page: InvoicePage, papers: PapersShown) -> dict[str, Any]:
    if act.form is OrderForm:
        return {"initial": {"reference": papers.order}}
    if act.form is CreditForm:
        return {
            "days": [line.day for line in page.lines if not line.is_credited],
            "extras": [(one.code, f"{one.day:%d-%m-%Y} · {one.text}") for one in page.extras if not one.is_credited],
            "initial": {
                "days": [one.day.isoformat() for one in page.otherwise.days],
                "extras": [one.code for one in page.otherwise.extras] + [one.code for one in _discounts_along(page)],
            },
        }
    if act.form is RefundForm:
        return {"initial": {"day": timezone.localdate(), "amount": page.back.amount, "reference": ""}}
    if act.form is PaymentForm:
        return {"initial": {"day": timezone.localdate(), "amount": page.open.amount, "reference": ""}}
    return {}


def _discounts_along(page: InvoicePage) -> list[ExtraShown]:
    """Those that cannot stand without the days that are ticked ready: what would be left comes below nil."""
    days, extras = page.otherwise.days, page.otherwise.extras
    shown: list[DayShown | ExtraShown] = [*page.lines, *page.extras]
    left = [one for one in shown if not one.is_credited]
    rest = sum((one.amount for one in left), NOTHING)
    rest -= sum((*(one.before for one in days), *(one.amount for one in extras)), NOTHING)
    return [one for one in page.extras if one.amount < NOTHING and not one.is_credited] if rest < NOTHING else []
