"""The journal: facts with their consequences in one transaction, chained and verifiable."""

from dataclasses import dataclass

import pytest
from django.db import DatabaseError, transaction

from interregnum.journal import record as recording
from interregnum.journal.chain import Fault, faults
from interregnum.journal.models import About, Entry, Payload
from interregnum.journal.record import action, follow, record
from interregnum.journal.timeline import timeline
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.fact import Fact
from tests.world import NOW

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, kw_only=True)
class BellRung(Fact):
    request: str
    by_whom: str


@dataclass(frozen=True, kw_only=True)
class DoorOpened(Fact):
    request: str


@pytest.fixture
def followers():
    before = dict(recording._followers)
    yield follow
    follow(before)


@action
def ring(name="Carla"):
    record(BellRung(request="abc", by_whom=name), by=HOUSE, at=NOW)


@action
def open_door(fact, by, at):
    record(DoorOpened(request=fact.request), by=by, at=at)


def test_what_follows_from_a_fact_is_done_in_the_same_transaction(followers):
    followers({BellRung: (open_door,)})
    ring()
    assert [moment.kind for moment in timeline("abc")] == ["DoorOpened", "BellRung"]


def test_when_a_consequence_fails_nothing_happened(followers):
    def broken(fact, by, at):
        raise OSError("the door is stuck")

    followers({BellRung: (broken,)})
    with pytest.raises(OSError, match="stuck"):
        ring()
    assert not Entry.objects.exists()


def test_a_fact_outside_an_action_is_refused():
    with pytest.raises(RuntimeError):
        record(BellRung(request="abc", by_whom="Otto"), by=HOUSE, at=NOW)


def test_an_untouched_chain_holds():
    for name in ("Carla", "Max", "Sara"):
        ring(name)
    assert list(faults()) == []
    assert list(Entry.objects.values_list("number", flat=True)) == [1, 2, 3]


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("field", ["kind", "actor", "actor_role", "payload_digest", "code"])
def test_a_changed_entry_shows(field):
    ring()
    ring()
    Entry.objects.filter(number=1).update(**{field: "else"})
    assert next(faults()) == Fault(1, "seal")


@pytest.mark.usefixtures("unguarded")
def test_a_removed_entry_shows():
    ring()
    ring()
    Entry.objects.filter(number=1).delete()
    assert next(faults()) == Fault(1, "missing")


@pytest.mark.usefixtures("unguarded")
def test_a_changed_content_shows_and_an_erased_one_does_not():
    ring()
    ring()
    Payload.objects.filter(entry__number=1).delete()
    assert list(faults()) == []
    Payload.objects.filter(entry__number=2).update(content={"by_whom": "Otto"})
    assert list(faults()) == [Fault(2, "content")]


def test_the_chain_itself_holds_no_personal_data():
    ring("Carla Geheim")
    row = Entry.objects.get()
    assert "Geheim" not in " ".join(str(getattr(row, field.name)) for field in Entry._meta.concrete_fields)


CHANGES = {
    "an entry is changed": lambda: Entry.objects.filter(number=1).update(kind="Else"),
    "an entry is removed": lambda: Entry.objects.filter(number=1).delete(),
    "what it is about is changed": lambda: About.objects.update(code="else"),
    "what it is about is removed": lambda: About.objects.all().delete(),
    "a content is rewritten": lambda: Payload.objects.update(content={"by_whom": "Otto"}),
}


@pytest.mark.parametrize("deed", CHANGES)
def test_the_database_itself_refuses_that(deed):
    ring()
    with pytest.raises(DatabaseError, match="the journal is only added to"), transaction.atomic():
        CHANGES[deed]()
    assert list(faults()) == []
    assert Payload.objects.get().content["by_whom"] == "Carla"


def test_a_content_may_be_erased_for_it_can_be_somebodys():
    ring()
    Payload.objects.all().delete()
    assert list(faults()) == []
