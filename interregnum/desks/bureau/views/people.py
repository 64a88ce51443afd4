"""Who has which role, and inviting somebody."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.forms import PersonForm
from interregnum.desks.bureau.tables import PeopleTable
from interregnum.people.invitations import invite_person, invited_before, people_table
from interregnum.people.texts import REFUSALS
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
        done=_("Saved. Whoever has not opened the account yet gets a mail with a link."),
    )
    return done or _page(request, form)


def _page(request: Request, form: PersonForm) -> HttpResponse:
    response = PeopleTable(request, people_table(), at=timezone.now()).answer("bureau/people.html", form=form)
    response.status_code = status_of(form)
    return response
