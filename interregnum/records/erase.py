"""Erase a person: rows that are theirs alone go, others are emptied or bear a pseudonym, and the chain still holds."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Field, Model, ProtectedError, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from interregnum.files import store
from interregnum.files.models import StoredFile
from interregnum.jobs.queue import job
from interregnum.journal.models import Payload
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.outside import erased_space
from interregnum.outside.chance import new_code, new_token
from interregnum.people.models import Account
from interregnum.people.search import forget_in_search
from interregnum.records import ledger
from interregnum.records.bank import empty_bank_lines
from interregnum.records.classes import Class
from interregnum.records.erased_files import drop_loose_files
from interregnum.records.facts import PersonErased
from interregnum.records.fields import fields_of
from interregnum.records.models import Erasure
from interregnum.records.persons import Person, hash_of_email, person_hashed, person_of, rows_of, tables_of_persons
from interregnum.records.receipts import keeps_receipt
from interregnum.records.sweep import emptied, sweep
from interregnum.stages.contract.actions.frameworks import make_framework_anew
from interregnum.stages.contract.actions.make_documents import make_anew
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.invoice.models import Payable

# Rows in the order in which nothing hangs on them any more: what only points comes before what is pointed at.
LAST = ("ask.Request", "people.Manager", "people.Account")
# What may be found by somebody's name; it can be again, without it, as soon as the worker has looked.
FOUND = ("people.Contact", "ask.Request", "contract.Contract", "deliver.Assignment")


@dataclass(frozen=True)
class Erased:
    """What was done, in numbers, and the name that stands where the person's stood."""

    code: str
    pseudonym: str
    counts: dict[str, int]


@action
def erase_person(person: Person, *, by: Actor, at: datetime) -> Erased:
    """Erase somebody now and note it in the ledger; what needs a quiet database is done by a job after this."""
    code, salt = new_code(), new_token()
    pseudonym = f"Anonymus {code[:6].upper()}"
    hashes = sorted(hash_of_email(email, salt) for email in person.emails)
    row = Erasure.objects.create(
        code=code,
        pseudonym=pseudonym,
        erased_at=at,
        erased_by=by.code,
        accounts=sorted(person.accounts),
        managers=sorted(person.managers),
        salt=salt,
        email_hashes=hashes,
    )
    # The line stands before the deed is committed: erased twice is harmless, forgotten is not.
    ledger.note(ledger.Erased(code, pseudonym, at.isoformat(), row.accounts, row.managers, salt, hashes))
    row.counts = _erase(person, pseudonym)
    row.save(update_fields=["counts"])
    _tell(person, row, by=by, at=at, again=False)
    clear_space.enqueue()
    return Erased(code, pseudonym, row.counts)


@action
def erase_again(line: ledger.Erased, *, at: datetime) -> int:
    """Erase somebody in a restored database, where they may be back; gives how many rows that took."""
    emails = person_hashed(line.email_hashes, line.salt)
    person = person_of(accounts=line.accounts, managers=line.managers, emails=emails)
    is_back = bool(emails) or Account.objects.filter(code__in=line.accounts).exclude(name=line.pseudonym).exists()
    known = Erasure.objects.filter(code=line.code).exists()
    if known and not is_back:
        return 0
    counts = _erase(person, line.pseudonym)
    row, _is_new = Erasure.objects.get_or_create(
        code=line.code,
        defaults={
            "pseudonym": line.pseudonym,
            "erased_at": datetime.fromisoformat(line.at),
            "erased_by": HOUSE.code,
            "accounts": line.accounts,
            "managers": line.managers,
            "salt": line.salt,
            "email_hashes": line.email_hashes,
            "counts": counts,
        },
    )
    _tell(person, row, by=HOUSE, at=at, again=True)
    return sum(counts.values())


def _tell(person: Person, row: Erasure, *, by: Actor, at: datetime, again: bool) -> None:
    first_account, first_manager = min(person.accounts, default=""), min(person.managers, default="")
    files = row.counts.get("files", 0)
    rows = sum(row.counts.values()) - files
    record(
        PersonErased(account=first_account, manager=first_manager, rows=rows, files=files, again=again), by=by, at=at
    )


def _erase(person: Person, pseudonym: str) -> dict[str, int]:
    """The rows of each table in turn; gives how many rows of which table, and how many files."""
    counts: Counter[str] = Counter()
    # Before the account numbers go by which these lines are known.
    counts["invoice.BankLine"] = empty_bank_lines(person)
    counts["files"] = drop_loose_files(person)
    contracts, frameworks, found_by = _contracts(person), _frameworks(person), _found_by(person)
    counts["sessions.Session"] = _end_sessions(person)
    tables = sorted(tables_of_persons(), key=lambda pair: pair[0]._meta.label in LAST)
    for model, table in tables:
        label, rows = model._meta.label, rows_of(model, person)
        if table.goes:
            gone, files = _remove(rows)
            counts[label] += gone
            counts["files"] += files
            continue
        for row in rows:
            counts["files"] += _drop_files(row)
            changed = emptied(row, fields_of(model, Class.PERSONAL), pseudonym)
            if changed:
                row.save(update_fields=changed)
                counts[label] += 1
    Account.objects.filter(code__in=person.accounts).update(is_active=False)
    counts["people.SearchEntry"] = forget_in_search(found_by)
    counts["journal.Payload"] = _forget_contents(person)
    counts += sweep(person, pseudonym)
    for contract in contracts:
        make_anew(contract)
    for framework in frameworks:
        make_framework_anew(framework)
    _forget_kept_mail(person)
    return {label: count for label, count in sorted(counts.items()) if count}


def _found_by(person: Person) -> set[str]:
    """The codes of all that is theirs, or names them: the search box finds none of it by their name any more."""
    codes = {*person.accounts, *person.managers}
    for label in FOUND:
        codes |= set(rows_of(apps.get_model(label), person).order_by().values_list("code", flat=True))
    return codes


def _contracts(person: Person) -> list[str]:
    """The contracts whose documents name this person: the law keeps them, so they are made anew without the name."""
    theirs = Q(manager__code__in=person.managers) | Q(agreements__signed_by__code__in=person.accounts)
    return list(Contract.objects.filter(theirs).values_list("code", flat=True).distinct().order_by())


def _frameworks(person: Person) -> list[str]:
    """The framework agreements that name this person as the one who signs."""
    theirs = Q(contact__email__in=person.emails) | Q(signed_by__code__in=person.accounts)
    return list(Framework.objects.filter(theirs).values_list("code", flat=True))


def _remove(rows: QuerySet[Model]) -> tuple[int, int]:
    """The rows, and the files that they point at; gives how many of both."""
    count, files = 0, []
    for row in rows:
        theirs = [stored for field in _files(row) if (stored := getattr(row, field.name))]
        try:
            row.delete()
        except ProtectedError:
            continue
        count += 1
        files += theirs
    for stored in files:
        store.discard(stored)
    return count, len(files)


def _files(row: Model) -> list["Field[Any, Any]"]:
    return [field for field in row._meta.concrete_fields if field.related_model is StoredFile]


def _drop_files(row: Model) -> int:
    """The files that a row of this person points at; the documents that somebody signs are made anew instead, and an
    invoice that a manager sent in stays as long as the books."""
    dropped = 0
    if isinstance(row, Agreement | Framework | Payable) or keeps_receipt(row):
        return dropped
    for field in _files(row):
        stored = getattr(row, field.name)
        if field.null and stored is not None:
            setattr(row, field.name, None)
            row.save(update_fields=[field.name])
            store.discard(stored)
            dropped += 1
    return dropped


def _end_sessions(person: Person) -> int:
    keys = set(map(str, Account.objects.filter(code__in=person.accounts).values_list("pk", flat=True)))
    if not keys:
        return 0
    theirs = [row.pk for row in Session.objects.iterator() if str(row.get_decoded().get("_auth_user_id")) in keys]
    return Session.objects.filter(pk__in=theirs).delete()[0]


def _forget_contents(person: Person) -> int:
    """The contents of the facts about the person's own account and profile; entry and seal stay."""
    codes = person.accounts | person.managers
    return Payload.objects.filter(entry__abouts__code__in=codes).delete()[0]


def _forget_kept_mail(person: Person) -> None:
    """Mail that is kept as files; the words to look for stand in no table, so this cannot be left to a job."""
    needles = person.sure_needles
    transaction.on_commit(lambda: erased_space.drop_kept_mail(needles))


@job(called=_("Clear the space of what was erased"))
def clear_space() -> None:
    """The database gives back the pages that held what is gone."""
    erased_space.compact_database()
