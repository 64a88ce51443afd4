"""Who has which role, inviting somebody, taking a role away, and second factors that were lost."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.forms import LossForm, PersonDeedForm, PersonForm
from interregnum.desks.bureau.person import person_page
from interregnum.desks.bureau.tables import PeopleTable
from interregnum.people.invitations import invite_person, invited_before, people_table
from interregnum.people.lost_factor import approve_loss, losses, refuse_loss, remove_lost, report_loss
from interregnum.people.partners import confirm_partner, refuse_partner
from interregnum.people.seats import reopen_account
from interregnum.people.texts import REFUSALS
from interregnum.stages.deliver.actions.close_colleague import close_colleague, take_role_of_colleague
from interregnum.stages.deliver.texts import REFUSALS as OF_WORK
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def invite(request: Request) -> HttpResponse:
    """The accounts with their state, and the form that gives somebody a role."""
    form = bind(request, PersonForm, initial=invited_before(request.GET.get("again", "")))
    done = submit(
        request,
        form,
        lambda: invite_person(**form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("bureau:people-invite"),
        words=REFUSALS,
        done=_("Saved. Whoever has not opened the account yet gets a mail with a link, a partner once confirmed."),
    )
    return done or _page(request, form)


def _page(request: Request, form: PersonForm) -> HttpResponse:
    response = PeopleTable(request, people_table(), at=timezone.now()).answer("bureau/people.html", form=form)
    response.status_code = status_of(form)
    return response


def person(request: Request, code: str) -> HttpResponse:
    """One account: take a role away, close it, open it again, or begin for a second factor that was lost."""
    page = person_page(code, at=timezone.now())
    form = bind(request, PersonDeedForm, account=code)
    done = submit(
        request,
        form,
        lambda: _deed(code, form.cleaned_data, request),
        then=lambda _none: reverse("bureau:people-person", args=[code]),
        words=REFUSALS | OF_WORK,
        done=_("Done. It holds from now on."),
    )
    return done or render(request, "bureau/person.html", {"page": page, "form": form}, status=status_of(form))


def _deed(code: str, typed: dict[str, Any], request: Request) -> object:
    at = timezone.now()
    match typed["do"]:
        case "take":
            owner = typed["owner"]
            return take_role_of_colleague(account=code, seat=typed["seat"] or 0, owner=owner, by=request.actor, at=at)
        case "close":
            return close_colleague(account=code, owner=typed["owner"], by=request.actor, at=at)
        case "confirm":
            return confirm_partner(account=code, by=request.actor, at=at)
        case "refuse":
            return refuse_partner(account=code, by=request.actor, at=at)
        case "reopen":
            return reopen_account(account=code, by=request.actor, at=at)
        case _:
            return report_loss(account=code, by=request.actor, at=at)


JUDGED = {"approve": approve_loss, "remove": remove_lost, "refuse": refuse_loss}


def factors(request: Request) -> HttpResponse:
    """Second factors that were lost: two of the bureau, of whom the second is a partner, remove one."""
    form = bind(request, LossForm)
    done = submit(
        request,
        form,
        lambda: JUDGED[form.cleaned_data["do"]](code=form.cleaned_data["loss"], by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("bureau:people-factors"),
        words=REFUSALS,
        done=_("Done. It stands on the journal."),
    )
    page = {"losses": losses(seen_by=request.actor)}
    return done or render(request, "bureau/factors.html", {"page": page, "form": form}, status=status_of(form))
