"""One person in all tables: which codes, addresses and names are theirs, and which rows."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from interregnum.people.merged import same_person
from interregnum.people.models import Account, Contact, Manager, Seat
from interregnum.records.classes import Table
from interregnum.records.fields import table_of

# A shorter word may be anybody's: it is replaced only where it fills a field by itself.
SURE_LENGTH = 8


@dataclass(frozen=True)
class Person:
    """`needles` are what the person is known by: addresses, names and telephone numbers."""

    accounts: frozenset[str] = frozenset()
    managers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    needles: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_anybody(self) -> bool:
        return bool(self.accounts or self.managers or self.emails)

    @property
    def sure_needles(self) -> tuple[str, ...]:
        """The needles that can be nobody else's, longest first: an address goes before the name in it."""
        sure = (word for word in self.needles if "@" in word or (len(word) >= SURE_LENGTH and _has_parts(word)))
        return tuple(sorted(sure, key=lambda word: (-len(word), word)))


def _has_parts(word: str) -> bool:
    return " " in word.strip() or sum(sign.isdigit() for sign in word) >= SURE_LENGTH - 1


def person_of(*, accounts: Iterable[str] = (), managers: Iterable[str] = (), emails: Iterable[str] = ()) -> Person:
    """Everything that these lead to: an account to its profile, a profile to its account, both to their address."""
    of_account, of_manager = set(accounts), set(managers)
    addresses = {email.strip().lower() for email in emails if email}
    of_account |= set(Account.objects.filter(email__in=addresses).values_list("code", flat=True))
    of_manager |= set(Manager.objects.filter(email__in=addresses).values_list("code", flat=True))
    of_manager = same_person(of_manager)
    seats = Seat.objects.filter(Q(account__code__in=of_account) | Q(manager__code__in=of_manager))
    for account, manager in seats.exclude(manager=None).values_list("account__code", "manager__code"):
        of_account.add(account)
        of_manager |= same_person([manager])
    needles: set[str] = set()
    for name, email in Account.objects.filter(code__in=of_account).values_list("name", "email"):
        needles |= {name, email}
        addresses.add(email)
    for row in Manager.objects.filter(code__in=of_manager).values_list("name", "email", "phone"):
        needles |= set(row)
        addresses.add(row[1].lower())
    for row in Contact.objects.filter(email__in=addresses).values_list("name", "email", "phone"):
        needles |= set(row)
    needles |= addresses
    return Person(frozenset(of_account), frozenset(of_manager), frozenset(addresses), frozenset(needles - {""}))


def person_hashed(hashes: Iterable[str], salt: str) -> frozenset[str]:
    """The addresses in the tables whose hash is among these: how a person without an account is found again."""
    wanted = set(hashes)
    return frozenset(email for email in _addresses() if hash_of_email(email, salt) in wanted)


def hash_of_email(email: str, salt: str) -> str:
    return hashlib.sha256(f"{salt} {email.strip().lower()}".encode()).hexdigest()


def _addresses() -> Iterator[str]:
    for model in apps.get_models():
        for lookup in table_of(model).emails.split():
            yield from model._default_manager.values_list(lookup, flat=True).distinct().order_by()


def rows_of(model: type[Model], person: Person) -> QuerySet[Model]:
    """The rows of one table that belong to this person."""
    rows = model._default_manager.all()
    wanted = _wanted(table_of(model), person)
    return rows.filter(wanted).distinct() if wanted else rows.none()


def _wanted(table: Table, person: Person) -> Q:
    wanted = Q()
    for lookups, codes in ((table.accounts, person.accounts), (table.managers, person.managers)):
        for lookup in lookups.split() if codes else ():
            wanted |= Q(**{f"{lookup}__in": codes})
    for lookup in table.emails.split():
        for email in person.emails:
            wanted |= Q(**{f"{lookup}__iexact": email})
    return wanted


def tables_of_persons() -> Iterator[tuple[type[Model], Table]]:
    """Each table of which rows belong to somebody."""
    for model in apps.get_models():
        table = table_of(model)
        if table.of_person():
            yield model, table
