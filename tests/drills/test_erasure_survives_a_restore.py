"""A backup that is older than an erasure brings nobody back, and one that tells another past is refused."""

from collections.abc import Iterator

import pytest

from tests.drills.house import House, own_database

pytestmark = pytest.mark.drill
MAKE = """
from datetime import UTC, datetime
from interregnum.kernel.actor import HOUSE, Role
from interregnum.people.accounts import invite
invite(email="kanarie@example.org", name="Kanarie Gezongen", role=Role.SHADOW, by=HOUSE, at=datetime.now(UTC))
"""
ERASE = """
from datetime import UTC, datetime
from interregnum.kernel.actor import HOUSE
from interregnum.records.erase import clear_space, erase_person
from interregnum.records.persons import person_of
erase_person(person_of(emails=["kanarie@example.org"]), by=HOUSE, at=datetime.now(UTC))
clear_space.func()
"""
PROVE = """
from datetime import UTC, datetime
from interregnum.records.proof import prove
assert prove(datetime.now(UTC)).faults == 0
"""
# Somebody with the database in hand changes a fact and seals the chain anew to its end.
SEAL_ANEW = """
from tests.guards import unguarded
from interregnum.journal.chain import entry_digest
from interregnum.journal.models import Entry, Head
with unguarded():
    before = ""
    for entry in Entry.objects.order_by("number"):
        entry.actor = "somebody"
        entry.digest = entry_digest(before, entry, [about.code for about in entry.abouts.all()])
        entry.save()
        before = entry.digest
    Head.objects.update(digest=before)
"""


@pytest.fixture
def house(tmp_path) -> Iterator[House]:
    with own_database() as database:
        made = House(tmp_path / "var", database)
        made.data.mkdir(mode=0o700)
        made.done("migrate", "--verbosity", "0")
        made.done("shell", "-c", MAKE)
        yield made


def names(house: House) -> set[str]:
    return {row[0] for row in house.rows("SELECT name FROM people_account")}


def test_whoever_was_erased_after_the_backup_is_erased_again_by_its_restore(house):
    house.done("backup")
    [backup] = (house.data / "backups").glob("*.backup")
    house.done("shell", "-c", PROVE)
    house.done("shell", "-c", ERASE)
    assert names(house) != {"Kanarie Gezongen"}
    told = house.done("restore", str(backup), "--language", "en")
    assert "Erased again: 1 people" in told
    (name,) = names(house)
    assert name.startswith("Anonymus ")
    if not house.database:
        base = (house.data / "interregnum.sqlite3").read_bytes()
        assert b"kanarie@example.org" not in base
        assert b"Gezongen" not in base
    # The next walk over the journal begins from what was restored.
    house.done("shell", "-c", PROVE)
    assert "Erased again: 0 people" in house.done("erase-again", "--language", "en")


def test_a_backup_of_a_past_that_was_never_known_is_refused(house):
    house.done("shell", "-c", PROVE)
    house.done("shell", "-c", SEAL_ANEW)
    assert house.command("verify", "--language", "en").returncode == 1
    house.done("backup")
    [backup] = (house.data / "backups").glob("*.backup")
    ended = house.command("restore", str(backup), "--language", "en")
    assert ended.returncode == 1
    assert "is not the one that was known earlier" in ended.stdout
    assert "Nothing was swapped in" in ended.stderr
