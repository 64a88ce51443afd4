"""Client organisations and their contacts: what the bureau sees of them, adding and changing them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.facts import ContactSaved, OrganisationSaved
from interregnum.people.models import Contact, Organisation

OF_INVOICES = ("country", "vat_exemption", "is_large")
ORGANISATION = (
    *("name", "sector", "street", "postal_code", "city", "phone", "kvk", "vat_number", "reclaims_vat"),
    *OF_INVOICES,
)
CONTACT = ("name", "function", "email", "phone", "language", "is_active")


def clients_table(*, seen_by: Actor) -> QuerySet[Organisation]:
    """The organisations that somebody may know of, with the number of their contacts: all for the bureau."""
    rows = Organisation.objects.all() if seen_by.is_bureau else Organisation.objects.none()
    return rows.annotate(people=Count("contacts", filter=Q(contacts__is_active=True)))


def contacts_of(organisation: str, *, seen_by: Actor) -> QuerySet[Contact]:
    """The contacts of one organisation; who has left comes last."""
    rows = Contact.objects.filter(organisation__code=organisation)
    return rows.order_by("-is_active", "name", "pk") if seen_by.is_bureau else rows.none()


def client_values(code: str, *, seen_by: Actor) -> dict[str, Any]:
    """What is known of an organisation. Raises Http404 for one that is not there, or not to be seen."""
    row = clients_table(seen_by=seen_by).filter(code=code).values(*ORGANISATION).first()
    if row is None:
        raise Http404
    return dict(row)


def caller_of(code: str, *, seen_by: Actor) -> dict[str, str]:
    """What a request of this client begins with: its name and first contact; nothing for who may not know them."""
    row = clients_table(seen_by=seen_by).filter(code=code.replace("\x00", "")).first()
    if row is None:
        return {}
    contact = row.contacts.filter(is_active=True).order_by("pk").first() or Contact()
    of_contact = {f"contact_{name}": getattr(contact, name) for name in ("name", "email", "phone")}
    return {"organisation_name": row.name} | of_contact


def contact_values(code: str, *, seen_by: Actor) -> dict[str, Any]:
    """What is known of a contact, with `of` the code of the organisation. Raises Http404."""
    row = Contact.objects.select_related("organisation").filter(code=code).first()
    if row is None or not seen_by.is_bureau:
        raise Http404
    return {name: getattr(row, name) for name in CONTACT} | {"of": row.organisation.code}


@action
def save_organisation(*, code: str = "", values: Mapping[str, Any], by: Actor, at: datetime) -> str | Refused:
    """Add an organisation, or change the one with this code; returns its code. A name is that of one organisation."""
    namesake = Organisation.objects.filter(name__iexact=values["name"]).exclude(code=code)
    row = Organisation.objects.get(code=code) if code else Organisation()
    for name in ORGANISATION:
        if name in values or name not in OF_INVOICES:
            setattr(row, name, values[name])
    if namesake.exists() or not _saved(row):
        return Refused.because("people.organisation_known", "name")
    record(OrganisationSaved(organisation=row.code, is_new=not code), by=by, at=at)
    return row.code


@action
def add_contact(*, organisation: str, values: Mapping[str, Any], by: Actor, at: datetime) -> str | Refused:
    """A contact of an organisation; returns its code. Nobody is invited by it."""
    return _save_contact(Contact(organisation=Organisation.objects.get(code=organisation)), values, by=by, at=at)


@action
def change_contact(*, contact: str, values: Mapping[str, Any], by: Actor, at: datetime) -> str | Refused:
    """Change what is known of a contact; who has left is kept, and no longer active."""
    row = Contact.objects.select_related("organisation").get(code=contact)
    return _save_contact(row, values, by=by, at=at)


def _save_contact(row: Contact, values: Mapping[str, Any], *, by: Actor, at: datetime) -> str | Refused:
    is_new = row.pk is None
    for name in CONTACT:
        setattr(row, name, values.get(name, getattr(row, name)))
    row.email = row.email.strip().lower()
    if not _saved(row):
        return Refused.because("people.contact_known", "email" if row.email else "name")
    record(ContactSaved(organisation=row.organisation.code, contact=row.code, is_new=is_new), by=by, at=at)
    return row.code


def _saved(row: Organisation | Contact) -> bool:
    """False when the table has it already: of two people who add it at the same moment, the later one is told."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return False
    return True
