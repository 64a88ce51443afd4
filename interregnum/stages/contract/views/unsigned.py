"""What the bureau does about a contract that is not signed: it is taken back, drawn anew, or another is looked for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract import queries, texts
from interregnum.stages.contract.actions.end_unsigned import draw_anew, look_for_another, withdraw_contract
from interregnum.stages.contract.forms import DrawAnewForm, LookForAnotherForm, WithdrawForm
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def withdraw(request: Request, code: str) -> HttpResponse:
    page = queries.bureau_contract_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    form = bind(request, WithdrawForm)
    done = submit(
        request,
        form,
        lambda: withdraw_contract(
            contract=code, by=request.actor, at=timezone.now(), reason=form.cleaned_data["reason"]
        ),
        then=lambda _none: reverse("bureau:contract-contract", args=[code]),
        words=texts.REFUSALS,
        done=_("The contract was taken back. Both sides are told."),
    )
    return done or render(
        request, "contract/bureau/withdraw.html", {"page": page, "form": form}, status=status_of(form)
    )


def anew(request: Request, code: str) -> HttpResponse:
    """Draw the same choice up once more; or end the choice, so that others can be proposed."""
    page = queries.bureau_contract_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    is_other = request.POST.get("do") == "other"
    form = bind(request, LookForAnotherForm if is_other else DrawAnewForm)
    done = _other(request, code, form) if is_other else _again(request, code, form)
    context = {
        "page": page,
        "form": DrawAnewForm() if is_other else form,
        "other": form if is_other else LookForAnotherForm(),
    }
    return done or render(request, "contract/bureau/anew.html", context, status=status_of(form))


def _again(request: Request, code: str, form: Form) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: draw_anew(contract=code, starts_on=form.cleaned_data["starts_on"], by=request.actor, at=timezone.now()),
        then=lambda drawn: reverse("bureau:contract-contract", args=[drawn]),
        words=texts.REFUSALS,
        done=_("A new contract is drawn up."),
    )


def _other(request: Request, code: str, form: Form) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: look_for_another(contract=code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:contract-contract", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief is open for another proposal."),
    )
