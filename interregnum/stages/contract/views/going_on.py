"""How a signed contract goes on: amended, or ended on its last day."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract import texts
from interregnum.stages.contract.actions.amend import draw_amendment
from interregnum.stages.contract.actions.give_notice import give_notice
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.actions.say_wish import say_wish
from interregnum.stages.contract.ending_forms import BureauLeaveForm, LeaveForm, NoticeForm, WishForm
from interregnum.stages.contract.forms import AmendForm
from interregnum.stages.contract.queries.amendments import amend_page
from interregnum.stages.contract.queries.ending import asked_of, ending_page
from interregnum.stages.contract.queries.notice import notice_page
from interregnum.stages.contract.rules.ending import Asked
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def amend(request: Request, code: str) -> HttpResponse:
    page = amend_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    now = {name: getattr(page.now, name) for name in ("ends_on", "days_a_week")}
    rates = {name: getattr(page.now, name).amount for name in ("client_rate", "manager_rate")}
    form = bind(request, AmendForm, initial=now | rates | {"holds_from": local_day(timezone.now())})
    done = submit(
        request,
        form,
        lambda: draw_amendment(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda drawn: reverse("bureau:contract-contract", args=[drawn]),
        words=texts.REFUSALS,
        done=_("The amendment is drawn up. Both sides sign it."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "contract/bureau/amend.html", context, status=status_of(form))


def ending(request: Request, code: str) -> HttpResponse:
    page = ending_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    desk = asked_of(request.actor)
    form = bind(request, WishForm)
    done = submit(
        request,
        form,
        lambda: say_wish(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("Thank you. Your answer is kept."),
    )
    back = reverse(f"{desk}:contract-contract", args=[code])
    context = {"page": page, "form": form, "desk": desk, "back": back}
    return done or render(request, "contract/ending.html", context, status=status_of(form))


def leaving(request: Request, code: str) -> HttpResponse:
    """For the bureau, and for the manager in person."""
    page = notice_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    desk = asked_of(request.actor)
    kind = LeaveForm if desk == Asked.MANAGER else BureauLeaveForm
    form, back = bind(request, kind), reverse(f"{desk}:contract-contract", args=[code])
    done = submit(
        request,
        form,
        lambda: leave(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: back,
        words=texts.REFUSALS,
        done=_("It is recorded. The client is told, and we look for a replacement at once."),
    )
    context = {"page": page, "form": form, "back": back, "desk": desk}
    return done or render(request, "contract/leaving.html", context, status=status_of(form))


def notice(request: Request, code: str) -> HttpResponse:
    """For client and bureau: what ends when, and one press that ends it."""
    wanted, on = request.GET.get("last_day", ""), local_day(timezone.now())
    page, desk = notice_page(code, wanted=wanted, seen_by=request.actor, on=on), asked_of(request.actor)
    back = reverse(f"{desk}:contract-contract", args=[code])
    form = bind(request, NoticeForm, initial={"last_day": page.last_day})
    done = submit(
        request,
        form,
        lambda: give_notice(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: back,
        words=texts.REFUSALS,
        done=_("Notice is given. Both sides have it by mail."),
    )
    form.send_next("last_day", page.last_day)
    context = {"page": page, "form": form, "back": back, "desk": desk}
    return done or render(request, "contract/notice.html", context, status=status_of(form))
