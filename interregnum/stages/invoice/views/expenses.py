"""Expenses: declared by the manager, decided by the client, read along by the firm."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.files.store import content_of
from interregnum.stages.invoice.actions.expense_ask import ask_expense, correct_expense, withdraw_expense
from interregnum.stages.invoice.actions.expense_decide import approve_expense, refuse_expense, take_back_approval
from interregnum.stages.invoice.expense_forms import ApproveForm, AskForm, CorrectForm, RefuseForm, VersionForm, WhyForm
from interregnum.stages.invoice.expense_table import ClientExpenses, Expenses, OwnExpenses
from interregnum.stages.invoice.expense_texts import EXPENSE_REFUSALS
from interregnum.stages.invoice.forms import PressForm
from interregnum.stages.invoice.queries.expense_pages import (
    PICTURES,
    ExpensePage,
    assignments_to_declare,
    expense_page,
    receipt_of,
)
from interregnum.stages.invoice.queries.expense_rows import expenses_of
from interregnum.web.downloads import attachment
from interregnum.web.forms import Act, bind, pressed, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

TABLES: dict[str, type[Expenses]] = {"bureau": Expenses, "client": ClientExpenses, "manager": OwnExpenses}
OF_MANAGER = {
    "correct": Act(CorrectForm, correct_expense, gettext_lazy("Corrected. It waits for the client as it is now.")),
    "withdraw": Act(PressForm, withdraw_expense, gettext_lazy("Withdrawn.")),
}
OF_CLIENT = {
    "approve": Act(ApproveForm, approve_expense, gettext_lazy("Approved. It stands on your next invoice.")),
    "refuse": Act(RefuseForm, refuse_expense, gettext_lazy("Refused. The manager has a mail and reads why.")),
    "back": Act(WhyForm, take_back_approval, gettext_lazy("Taken back. The manager has a mail and reads why.")),
}
ACTS: dict[str, dict[str, Act]] = {"manager": OF_MANAGER, "client": OF_CLIENT, "bureau": {}}


def expenses(request: Request) -> HttpResponse:
    desk = DESK[request.actor.role]
    table = TABLES[desk](request, expenses_of(request.actor), desk=desk)
    return table.answer("invoice/expenses.html", desk=desk)


def new(request: Request) -> HttpResponse:
    """Declare one, with its receipt."""
    found = assignments_to_declare(request.actor)
    form = bind(request, AskForm, assignments=found, initial={"day": timezone.localdate()})
    done = submit(
        request,
        form,
        lambda: ask_expense(**form.value(), by=request.actor, at=timezone.now()),
        then=lambda made: reverse("manager:expense", args=[made]),
        words=EXPENSE_REFUSALS,
        done=_("Declared. The client has a mail."),
    )
    context = {"form": form, "has_any": bool(found)}
    return done or render(request, "invoice/manager/expense_new.html", context, status=status_of(form))


def expense(request: Request, code: str) -> HttpResponse:
    page, acts = expense_page(code, seen_by=request.actor), ACTS[DESK[request.actor.role]]
    if not acts:
        return _shown(request, page)
    name, forms = pressed(request, acts, lambda act: _options(act, page))
    act, form = acts[name], forms[name]
    done = submit(
        request,
        form,
        lambda: act.act(expense=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=EXPENSE_REFUSALS,
        done=str(act.done),
    )
    return done or _shown(request, *_seen_anew(request, page, form), name)


def _seen_anew(request: Request, page: ExpensePage, form: Any) -> tuple[ExpensePage, Any]:
    """Whoever was told that something changed decides, at the next press, about what the page shows now."""
    if isinstance(form, VersionForm) and form.is_bound:
        page = expense_page(page.code, seen_by=request.actor)
        form.send_next("version", page.version)
    return page, form


def _shown(request: Request, page: ExpensePage, form: Any = None, pressed: str = "") -> HttpResponse:
    desk = DESK[request.actor.role]
    forms = {name: form if name == pressed else act.form(**_options(act, page)) for name, act in ACTS[desk].items()}
    context = {"page": page, "form": form, "forms": forms, "desk": desk}
    return render(request, "invoice/expense.html", context, status=status_of(form) if form else 200)


def _options(act: Act, page: ExpensePage) -> dict[str, Any]:
    if act.form is CorrectForm:
        names = ("kind", "day", "text", "agreed", "reason", "version")
        amounts = {"gross": page.gross.amount, "vat": page.vat.amount}
        return {"initial": {name: getattr(page, name) for name in names} | amounts}
    return {"initial": {"version": page.version}} if act.form in {ApproveForm, RefuseForm} else {}


def receipt(request: Request, code: str) -> HttpResponse:
    """To be saved; a picture is shown on the page of its expense."""
    found = receipt_of(code, seen_by=request.actor)
    if found is None:
        raise Http404
    answer = attachment(content_of(found), found.name)
    if found.media_type in PICTURES:
        answer.headers["Content-Type"] = found.media_type
    return answer
