"""Takes rows of a sheet of clients over into the tables of organisations and contacts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import Model

from interregnum.journal.record import record
from interregnum.kernel.actor import Actor
from interregnum.people.facts import ClientsImported
from interregnum.people.models import Contact, Organisation, Sector
from interregnum.people.rules.clients import (
    OF_CONTACT,
    OF_ORGANISATION,
    ClientRow,
    Known,
    checked,
    client_fields,
    contact_key,
    key_of,
    merged,
)
from interregnum.people.rules.importing import Fields, Line, Outcome

ORGANISATION, CONTACT = tuple(OF_ORGANISATION.values()), tuple(OF_CONTACT.values())


def fields() -> Fields:
    """What a sheet of clients may hold; sub-sectors by code or by name in either language."""
    names = {name.casefold(): row.code for row in Sector.objects.all() for name in (row.code, row.name_nl, row.name_en)}
    return client_fields(names)


class Clients:
    """One passage through a sheet: `known` grows with each row that was taken over, or would have been."""

    def __init__(self) -> None:
        self.known = Known()
        for values in Organisation.objects.values("pk", *ORGANISATION):
            self.known.organisations[key_of(values["name"])] = values
        keys = {values["pk"]: key for key, values in self.known.organisations.items()}
        for values in Contact.objects.values("organisation", *CONTACT):
            self.known.note(keys[values["organisation"]], contact_key(values), values).update(values)

    def checked(self, lines: Iterable[Line]) -> Iterator[Line]:
        return checked(lines, self.known)

    def take(self, lines: Sequence[Line], *, is_trial: bool, by: Actor, at: datetime) -> list[Outcome]:
        """What each of these good rows does; unless it is a trial, they are written in the open transaction."""
        rows = [merged(line, self.known) for line in lines]
        if not is_trial:
            _write([row for row in rows if row.outcome is not Outcome.UNCHANGED], self.known)
            outcomes = [row.outcome for row in rows]
            added, changed = outcomes.count(Outcome.ADDED), outcomes.count(Outcome.CHANGED)
            if added or changed:
                record(ClientsImported(added=added, changed=changed), by=by, at=at)
        return [row.outcome for row in rows]


def _write(rows: Sequence[ClientRow], known: Known) -> None:
    """Add what is new with one statement, and change what is there row by row."""
    values: dict[str, dict[str, object]] = {}
    for row in rows:
        values[row.organisation] = values.get(row.organisation, {}) | dict(row.organisation_values)
    new = [Organisation(**one) for one in values.values() if "name" in one]
    # Somebody may have added the same organisation by hand meanwhile: then that one is meant.
    Organisation.objects.bulk_create(new, ignore_conflicts=True)
    names = [str(known.organisations[key]["name"]) for key in values]
    organisations = {key_of(row.name): row for row in Organisation.objects.filter(name__in=names)}
    made = {row.code for row in new}
    for key, organisation in organisations.items():
        if organisation.code not in made:
            _change(organisation, {name: value for name, value in values[key].items() if name != "name"})
    _write_contacts([row for row in rows if row.contact_values], organisations)


def _write_contacts(rows: Sequence[ClientRow], organisations: dict[str, Organisation]) -> None:
    keys = {organisation.pk: key for key, organisation in organisations.items()}
    present = {
        (keys[one.organisation_id], contact_key({"name": one.name, "email": one.email})): one
        for one in Contact.objects.filter(organisation__in=keys)
    }
    new: dict[tuple[str, str], Contact] = {}
    for row in rows:
        who = (row.organisation, row.contact)
        if who in present:
            _change(present[who], row.contact_values)
            continue
        organisation = organisations[row.organisation]
        one = new.setdefault(who, Contact(organisation=organisation, language=settings.LANGUAGE_CODE))
        for name, value in row.contact_values.items():
            setattr(one, name, value)
    Contact.objects.bulk_create(new.values(), ignore_conflicts=True)


def _change(row: Model, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    if values:
        row.save(update_fields=list(values))
