"""A case of the library: the bureau's pages, the client's and the manager's."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.period import local_day
from interregnum.people.permissions import BY_ADDRESS
from interregnum.stages.learn.actions import case_consent as consent
from interregnum.stages.learn.actions.case_show import choose_cases
from interregnum.stages.learn.actions.case_write import call_false, draft_case, write_case
from interregnum.stages.learn.case_forms import (
    AnswerForm,
    CaseForm,
    CasesForm,
    FalseForm,
    HoldForm,
    PressForm,
    WithdrawForm,
)
from interregnum.stages.learn.case_table import CaseList
from interregnum.stages.learn.case_texts import CASE_REFUSALS
from interregnum.stages.learn.queries.case_pages import CasePage, case_page, finding_of, written_of
from interregnum.stages.learn.queries.case_proposals import proposal_cases
from interregnum.web.forms import Act, Form, bind, status_of, submit
from interregnum.web.requests import Request

OFFER = Act(PressForm, consent.offer_case, gettext_lazy("The client is asked, and the manager told."))
DRAFT = Act(PressForm, draft_case, gettext_lazy("A first text stands here. Read it, and put right what is marked."))
BACK = Act(PressForm, consent.withdraw_case, gettext_lazy("Withdrawn. Nobody is shown it any more."))
ANSWER = Act(AnswerForm, consent.answer_case, gettext_lazy("Thank you. The bureau reads what you said."))
WITHDRAW = Act(WithdrawForm, consent.withdraw_case, gettext_lazy("Withdrawn. Nobody is shown it any more."))
HOLD = Act(HoldForm, consent.object_to_case, gettext_lazy("Nobody is shown it now. The bureau reads why."))
RELEASE = Act(PressForm, consent.object_no_more, gettext_lazy("You hold it back no more."))
WRITE = Act(CaseForm, write_case, gettext_lazy("Kept. What may still tell whose it is, is marked."))
FALSE = Act(FalseForm, call_false, gettext_lazy("Kept on the record. It is marked no more."))


def library(request: Request) -> HttpResponse:
    return CaseList(request).answer("learn/cases_list.html")


def of_bureau(request: Request, code: str) -> HttpResponse:
    """One button at a time: make it, offer it, withdraw it."""
    page = _page(request, code)
    do = request.POST.get("do", "")
    act = {"offer": OFFER, "withdraw": BACK}.get(do, DRAFT)
    form: Any = bind(request, act.form, initial={"version": page.version})
    done = _press(request, form, act, code, _pressed(do, form))
    may = BY_ADDRESS["bureau:learn-case-finding"].allows(request.actor.role, "POST")
    return done or _answer(request, "learn/case.html", page, form, may_call_false=may)


def _pressed(do: str, form: Any) -> Any:
    """What goes to the action of a button."""
    if do == "offer":
        return lambda: form.value()
    return lambda: {"why": form.cleaned_data["why"]} if do == "withdraw" else {}


def _press(request: Request, form: Form, act: Act, code: str, told: Any, *, to: str = "") -> HttpResponse | None:
    """`to` names the page of the assignment that follows, "" for the same one."""
    return submit(
        request,
        form,
        lambda: act.act(assignment=code, **told(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(to, args=[code]) if to else request.path,
        words=CASE_REFUSALS,
        done=str(act.done),
    )


def _page(request: Request, code: str) -> CasePage:
    return case_page(code, seen_by=request.actor, on=local_day(timezone.now()))


def _answer(request: Request, template: str, page: CasePage | dict[str, str], form: Form, **more: Any) -> HttpResponse:
    return render(request, template, {"page": page, "form": form} | more, status=status_of(form))


def edit(request: Request, code: str) -> HttpResponse:
    form: Any = bind(request, WRITE.form, initial=written_of(code, seen_by=request.actor))
    done = _press(request, form, WRITE, code, lambda: form.value(), to="bureau:learn-case")
    return done or _answer(request, "learn/case_edit.html", {"assignment": code}, form)


def finding(request: Request, code: str) -> HttpResponse:
    """By a partner: what is marked is no sign of anybody. `found` in the address says which."""
    key = (request.POST or request.GET).get("found", "")[:300].replace("\x00", "")
    found = finding_of(code, key, seen_by=request.actor, on=local_day(timezone.now()))
    form: Any = bind(request, FALSE.form, initial={"found": key})
    done = _press(request, form, FALSE, code, lambda: form.value(), to="bureau:learn-case")
    return done or _answer(request, "learn/case_finding.html", {"assignment": code}, form, found=found)


def of_client(request: Request, code: str) -> HttpResponse:
    """Reading the very text; agreeing, asking for a change or declining; withdrawing at any time."""
    page, withdraws = _page(request, code), request.POST.get("do") == "withdraw"
    act = WITHDRAW if withdraws else ANSWER
    form: Any = bind(request, act.form, **({} if withdraws else {"initial": {"version": page.version}}))
    done = _press(request, form, act, code, lambda: form.value())
    other: Any = AnswerForm(initial={"version": page.version}) if withdraws else WithdrawForm()
    forms = {"answer": other, "withdraw": form} if withdraws else {"answer": form, "withdraw": other}
    return done or _answer(request, "learn/case_client.html", page, form, forms=forms)


def of_manager(request: Request, code: str) -> HttpResponse:
    page, releases = _page(request, code), request.POST.get("do") == "release"
    act = RELEASE if releases else HOLD
    form: Any = bind(request, act.form, initial={"version": page.version})
    done = _press(request, form, act, code, lambda: {} if releases else form.value())
    hold = HoldForm(initial={"version": page.version}) if releases else form
    return done or _answer(request, "learn/case_manager.html", page, form, hold=hold)


def with_proposal(request: Request, code: str) -> HttpResponse:
    """`code` is the proposal's."""
    page = proposal_cases(code, seen_by=request.actor, on=local_day(timezone.now()))
    choices = [(one.case.code, one.case.title) for one in page.cases]
    chosen = [one.case.code for one in page.cases if one.is_chosen]
    form: Any = bind(request, CasesForm, choices=choices, initial={"cases": chosen})
    done = submit(
        request,
        form,
        lambda: choose_cases(proposal=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:choose-proposal", args=[code]),
        words=CASE_REFUSALS,
        done=_("Kept. The client reads them with the proposal."),
    )
    return done or render(request, "learn/case_proposal.html", {"page": page, "form": form}, status=status_of(form))
