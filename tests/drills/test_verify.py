"""Whatever is changed in the journal or in a stored file is named."""

import io
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import F

from interregnum.files.store import keep
from interregnum.journal import chain
from interregnum.journal.chain import COLUMNS, Fault, entry_digest, faults
from interregnum.journal.models import About, Entry, Head, Payload
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.fact import Fact
from tests.world import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unguarded")]
LENGTH = 7


@dataclass(frozen=True, kw_only=True)
class BellRung(Fact):
    request: str
    manager: str
    by_whom: str


@action
def ring(number: int) -> None:
    record(BellRung(request=f"r{number}", manager="m", by_whom="Carla"), by=HOUSE, at=NOW)


@pytest.fixture(autouse=True)
def journal(monkeypatch):
    for number in range(LENGTH):
        ring(number)
    # Stretches so short that faults fall inside, between and at the ends of them.
    monkeypatch.setattr(chain, "STRETCH", 3)


def first_fault_after(tampering) -> Fault | None:
    with transaction.atomic():
        assert tampering()
        found = next(faults(), None)
        transaction.set_rollback(True)
    return found


def tampered(field: str, value: object) -> object:
    if field == "number":
        return F("number") + 100
    return value + timedelta(microseconds=1) if field.endswith("_at") else f"{value}x"[-64:]


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
@pytest.mark.parametrize("field", [*COLUMNS, "digest"])
def test_a_change_of_any_field_of_any_entry_is_named(field, number):
    entry = Entry.objects.filter(number=number)
    other = tampered(field, getattr(entry.get(), field))
    found = first_fault_after(lambda: entry.update(**{field: other}))
    assert found == Fault(number, "missing" if field == "number" else "seal")


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
def test_a_change_of_what_an_entry_tells_or_is_about_is_named(number):
    payload, about = Payload.objects.filter(entry__number=number), About.objects.filter(entry__number=number)
    entry = Entry.objects.get(number=number)
    content = payload.get().content
    for change in ({"nonce": "else"}, {"content": content | {"more": 1}}, {"content": {}}):
        assert first_fault_after(lambda change=change: payload.update(**change)) == Fault(number, "content")
    for tampering in (
        lambda: about.filter(code="m").update(code="n"),
        lambda: about.filter(code="m").delete(),
        lambda: About.objects.create(entry=entry, code="extra"),
    ):
        assert first_fault_after(tampering) == Fault(number, "seal")
    assert first_fault_after(payload.delete) is None, "an erased content is no fault"


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
def test_an_entry_that_is_taken_away_is_named(number):
    assert first_fault_after(Entry.objects.filter(number=number).delete) == Fault(number, "missing")


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
def test_an_entry_that_is_sealed_anew_breaks_with_the_next_one_or_the_end(number):
    def tampering():
        entry = Entry.objects.get(number=number)
        before = Entry.objects.filter(number=number - 1).values_list("digest", flat=True).first() or ""
        entry.kind = "SomethingElse"
        entry.digest = entry_digest(before, entry, [about.code for about in entry.abouts.all()])
        entry.save()
        return True

    last = number == LENGTH
    assert first_fault_after(tampering) == Fault(number if last else number + 1, "end" if last else "seal")


def test_an_end_that_does_not_fit_is_named():
    assert first_fault_after(lambda: Head.objects.update(digest="else")) == Fault(LENGTH, "end")
    assert first_fault_after(lambda: Head.objects.update(number=LENGTH + 1)) == Fault(LENGTH + 1, "missing")
    assert first_fault_after(lambda: Head.objects.update(number=LENGTH - 1)) is not None
    assert first_fault_after(Head.objects.all().delete) == Fault(LENGTH, "end")


def verify(language: str = "en") -> tuple[int, str]:
    said, code = io.StringIO(), 0
    try:
        call_command("verify", "--language", language, stdout=said, stderr=said)
    except SystemExit as end:
        code = int(end.code)
    return code, said.getvalue()


def test_the_command_counts_what_holds(settings):
    keep(name="letter.txt", content=b"letter", media_type="text/plain", at=NOW)
    assert verify() == (0, f"{LENGTH} facts and 1 files: all as they were written\n")


def test_the_command_names_what_does_not_hold(settings):
    kept = [keep(name=f"{name}.txt", content=b"letter", media_type="text/plain", at=NOW) for name in ("one", "two")]
    (Path(settings.FILES_ROOT) / kept[0].path).unlink()
    (Path(settings.FILES_ROOT) / kept[1].path).write_bytes(b"lettes")
    Entry.objects.filter(number=2).update(kind="Else")
    code, said = verify()
    assert code == 1
    assert said.splitlines()[:3] == [
        "entry 2 does not fit its seal",
        f"the file “one.txt” ({kept[0].code}) is not on the disk",
        f"the file “two.txt” ({kept[1].code}) was changed on the disk",
    ]
    assert "feit 2 past niet bij zijn zegel" in verify("nl")[1]


def test_a_journal_of_no_facts_holds():
    Entry.objects.all().delete()
    Head.objects.all().delete()
    assert verify()[0] == 0
