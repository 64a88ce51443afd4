"""The client organisations: list, adding and changing them and their contacts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.client_forms import ContactForm, OrganisationForm
from interregnum.desks.bureau.client_page import client_page
from interregnum.desks.bureau.client_tables import ClientsTable, contacts_table
from interregnum.kernel.period import local_day
from interregnum.people.clients import (
    add_contact,
    change_contact,
    client_values,
    clients_table,
    contact_values,
    contacts_of,
    save_organisation,
)
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def clients(request: Request) -> HttpResponse:
    return ClientsTable(request, clients_table(seen_by=request.actor)).answer("bureau/clients.html")


def client(request: Request, code: str) -> HttpResponse:
    """A client on one page."""
    number = request.GET.get("page", "1")
    page = client_page(
        code,
        seen_by=request.actor,
        today=local_day(timezone.now()),
        show=request.GET.get("show", ""),
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 1,
    )
    return render(request, "bureau/client_page.html", {"page": page})


def new(request: Request) -> HttpResponse:
    form = bind(request, OrganisationForm)
    return _organisation(request, form, code="") or _client_page(request, form)


def edit(request: Request, code: str) -> HttpResponse:
    known = client_values(code, seen_by=request.actor)
    form = bind(request, OrganisationForm, initial=known)
    people = contacts_table(contacts_of(code, seen_by=request.actor), of=code)
    return _organisation(request, form, code=code) or _client_page(
        request, form, name=known["name"], code=code, people=people
    )


def _organisation(request: Request, form: OrganisationForm, *, code: str) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: save_organisation(code=code, values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda saved: reverse("bureau:people-client-edit", args=[saved]),
        words=REFUSALS,
        done=_("Saved."),
    )


def _client_page(request: Request, form: OrganisationForm, **context: Any) -> HttpResponse:
    return render(request, "bureau/client.html", {"form": form} | context, status=status_of(form))


def new_contact(request: Request, code: str) -> HttpResponse:
    known = client_values(code, seen_by=request.actor)
    form = bind(request, ContactForm)
    done = submit(
        request,
        form,
        lambda: add_contact(organisation=code, values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("bureau:people-client-edit", args=[code]),
        words=REFUSALS,
        done=_("Saved."),
    )
    return done or _contact_page(request, form, of=code, organisation=known["name"])


def contact(request: Request, code: str) -> HttpResponse:
    known = contact_values(code, seen_by=request.actor)
    form = bind(request, ContactForm, initial=known)
    done = submit(
        request,
        form,
        lambda: change_contact(contact=code, values=form.value(), by=request.actor, at=timezone.now()),
        then=lambda _code: reverse("bureau:people-client-edit", args=[known["of"]]),
        words=REFUSALS,
        done=_("Saved."),
    )
    organisation = client_values(known["of"], seen_by=request.actor)["name"]
    return done or _contact_page(
        request, form, of=known["of"], organisation=organisation, name=known["name"], code=code
    )


def _contact_page(request: Request, form: ContactForm, **context: Any) -> HttpResponse:
    return render(request, "bureau/contact.html", {"form": form} | context, status=status_of(form))
