"""A sheet of clients: a row is an organisation, with a contact or without; an empty cell says nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from interregnum.people.rules import cells
from interregnum.people.rules.importing import Field, Fields, Line, Outcome

OF_ORGANISATION = {
    "name": "name",
    "sector": "sector",
    "street": "street",
    "postal_code": "postal_code",
    "city": "city",
    "organisation_phone": "phone",
    "kvk": "kvk",
    "vat_number": "vat_number",
    "reclaims_vat": "reclaims_vat",
}
OF_CONTACT = {
    "contact_name": "name",
    "contact_email": "email",
    "contact_phone": "phone",
    "contact_function": "function",
    "contact_language": "language",
}
LANGUAGE = {
    **dict.fromkeys(("nl", "nederlands", "dutch", "ned", "nl-nl"), "nl"),
    **dict.fromkeys(("en", "engels", "english", "eng", "en-gb"), "en"),
}


# How people head such columns, in Dutch and English; capitals, accents, spaces and signs are no difference.
HEADINGS = {
    "name": "organisatie, organisation, organization, bedrijf, bedrijfsnaam, klant, opdrachtgever, company, client, "
    "account, naam organisatie, naam",
    "sector": "deelsector, branche, sub-sector, industry",
    "street": "straat, straat en huisnummer, adres, bezoekadres, address",
    "postal_code": "postcode, postal code, zip",
    "city": "plaats, stad, vestigingsplaats, place, town",
    "organisation_phone": "telefoon organisatie, telefoon algemeen, telefoon bedrijf, company phone",
    "kvk": "kvk-nummer, kvk nr, kamer van koophandel, chamber of commerce, coc",
    "vat_number": "btw-nummer, btw, btw-id, vat, vat id",
    "reclaims_vat": "kan btw terugvragen, btw verrekenbaar, reclaims vat, vat deductible",
    "contact_name": "contactpersoon, contact, naam contactpersoon, naam contact, contact person, contact name, naam, "
    "name",
    "contact_email": "e-mail, e-mailadres, mail, e-mail contactpersoon, e-mail address, contact e-mail",
    "contact_phone": "telefoon, telefoonnummer, mobiel, phone, telephone, mobile, telefoon contactpersoon, "
    "contact phone",
    "contact_function": "functie, rol, function, job title, title, position",
    "contact_language": "taal, language",
}


def client_fields(sectors: Mapping[str, str]) -> Fields:
    """What a column may hold. `sectors` gives the code for each code and name of the firm's list, without capitals."""
    reads: dict[str, Callable[[str], object]] = {
        "name": _line(120),
        "sector": lambda cell: _listed(cell, sectors, "cell.unknown_code"),
        "street": _line(120, required=False),
        "postal_code": _line(12, required=False),
        "city": _line(80, required=False),
        "organisation_phone": cells.phone,
        "kvk": cells.kvk,
        "vat_number": cells.vat_number,
        "reclaims_vat": lambda cell: cells.yes_or_no(cell) if cell else None,
        "contact_name": _line(120, required=False),
        "contact_email": lambda cell: cells.mail(cell).lower() if cell else "",
        "contact_phone": cells.phone,
        "contact_function": _line(80, required=False),
        "contact_language": lambda cell: _listed(cell, LANGUAGE, "cell.language"),
    }
    return {name: Field(read, tuple(HEADINGS[name].split(", "))) for name, read in reads.items()}


def _line(longest: int, *, required: bool = True) -> Callable[[str], str]:
    return lambda cell: cells.text(cell, longest=longest, required=required)


def _listed(cell: str, names: Mapping[str, str], code: str) -> str:
    word = " ".join(cell.split()).casefold()
    if word and word not in names:
        raise cells.CellError(code)
    return names[word] if word else ""


def key_of(name: str) -> str:
    """By what an organisation or a contact without an address is known again: its name whatever the capitals."""
    return " ".join(name.split()).casefold()


@dataclass
class Known:
    """What is in the tables, or will be once the rows so far have been taken over.

    Organisations by `key_of` their name; contacts by (key of the organisation, address or key of their name), and
    `named` by (key of the organisation, key of their name).
    """

    organisations: dict[str, dict[str, object]] = field(default_factory=dict)
    contacts: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    named: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def note(self, organisation: str, who: str, said: Mapping[str, object]) -> dict[str, object]:
        """What is known so far of a contact of whom a table or a row tells."""
        if name := key_of(str(said.get("name", ""))):
            self.named.setdefault((organisation, name), set()).add(who)
        return self.contacts.setdefault((organisation, who), {})

    def who(self, organisation: str, contact: Mapping[str, object]) -> str:
        """A row without an address means the one contact of that name, who may have got an address meanwhile."""
        who = contact_key(contact)
        same = self.named.get((organisation, who), set())
        return next(iter(same)) if (organisation, who) not in self.contacts and len(same) == 1 else who

    def name_of_kvk(self) -> dict[str, str]:
        return {str(row["kvk"]): key for key, row in self.organisations.items() if row.get("kvk")}


@dataclass(frozen=True)
class ClientRow:
    """What one row writes: the cells that say something other than the tables, or all of them for what is new."""

    organisation: str
    contact: str
    organisation_values: Mapping[str, object]
    contact_values: Mapping[str, object]
    outcome: Outcome


def _said(line: Line, names: Mapping[str, str]) -> dict[str, object]:
    return {to: value for name, to in names.items() if (value := line.values.get(name)) not in ("", None)}


def checked(lines: Iterable[Line], known: Known) -> Iterator[Line]:
    """Refuse a row that contradicts one above it, gives somebody else's KvK number, or has a contact without a name."""
    above: dict[tuple[str, ...], dict[str, object]] = {}
    owners = known.name_of_kvk()
    for line in lines:
        wrong = _wrong(line, above, owners) if line.values else None
        if wrong:
            yield line.refused(*wrong)
            continue
        for who, names in _subjects(line):
            above[who] = _said(line, names) | above.get(who, {})
        if line.values.get("kvk"):
            owners[str(line.values["kvk"])] = key_of(str(line.values["name"]))
        yield line


def _subjects(line: Line) -> Iterator[tuple[tuple[str, ...], Mapping[str, str]]]:
    """The organisation and the contact that a row speaks of, each with the fields that are theirs."""
    if line.values:
        key = key_of(str(line.values["name"]))
        yield (key,), OF_ORGANISATION
        contact = _said(line, OF_CONTACT)
        if contact:
            yield (key, contact_key(contact)), OF_CONTACT


def contact_key(contact: Mapping[str, object]) -> str:
    return str(contact.get("email") or key_of(str(contact.get("name", ""))))


def _wrong(
    line: Line, above: Mapping[tuple[str, ...], Mapping[str, object]], owners: Mapping[str, str]
) -> tuple[str, object, str] | None:
    for who, names in _subjects(line):
        for name, to in names.items():
            value, before = line.values.get(name), above.get(who, {}).get(to)
            if name != "name" and value not in ("", None) and before is not None and value != before:
                return name, value, "clients.contradicts"
    kvk, contact = line.values.get("kvk"), _said(line, OF_CONTACT)
    if kvk and owners.get(str(kvk), "") not in ("", key_of(str(line.values["name"]))):
        return "kvk", kvk, "clients.kvk_of_another"
    if contact and "name" not in contact:
        return "contact_name", "", "cell.missing"
    return None


def merged(line: Line, known: Known) -> ClientRow:
    """What a good row adds or changes; `known` then holds it as well."""
    organisation, contact = _said(line, OF_ORGANISATION), _said(line, OF_CONTACT)
    key = key_of(str(organisation.pop("name")))
    is_new = key not in known.organisations
    own = known.organisations.setdefault(key, {"name": line.values["name"]})
    changes = {name: value for name, value in organisation.items() if own.get(name) != value}
    own.update(changes)
    who, is_new_contact = "", False
    person: dict[str, object] = {}
    if contact:
        who = known.who(key, contact)
        is_new_contact = (key, who) not in known.contacts
        present = known.note(key, who, contact)
        person = {name: value for name, value in contact.items() if present.get(name) != value}
        present.update(person)
    added, changed = is_new or is_new_contact, bool(changes or person)
    outcome = Outcome.ADDED if added else Outcome.CHANGED if changed else Outcome.UNCHANGED
    return ClientRow(key, who, changes | ({"name": line.values["name"]} if is_new else {}), person, outcome)
