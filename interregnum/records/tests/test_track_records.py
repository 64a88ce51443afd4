"""The track record of a manager who is erased goes, and no night brings it back."""

from datetime import timedelta

import pytest

from interregnum.kernel.actor import HOUSE
from interregnum.people.models import Proven
from interregnum.records.erase import erase_person
from interregnum.records.persons import person_of
from interregnum.stages.learn.actions.keep_proof import keep_proof_of_firm
from interregnum.stages.learn.actions.keep_record import settle_proofs
from interregnum.stages.learn.actions.note_lines import note_records
from interregnum.stages.learn.models import Closed, Record, RecordLine
from interregnum.stages.learn.queries.proof import proof_page
from interregnum.stages.learn.queries.replay import record_by_journal
from interregnum.stages.learn.tests.learn_world import AFTER, SHOWN, ended
from interregnum.stages.learn.tests.test_proof import copied
from tests.world import make_cast


@pytest.mark.django_db
def test_the_record_of_a_manager_who_was_erased_goes_and_does_not_come_back():

    life = ended(make_cast())
    note_records(AFTER)
    settle_proofs(SHOWN)
    manager = life.cast.max_profile
    erase_person(person_of(managers=[manager.code]), by=HOUSE, at=SHOWN)
    assert not (RecordLine.objects.exists() or Record.objects.exists() or Proven.objects.exists())
    assert note_records(SHOWN + timedelta(days=1)) == 0
    assert record_by_journal(manager.code) == {}


@pytest.mark.django_db
def test_the_totals_of_the_firm_are_the_same_before_and_after_a_manager_is_erased():
    life = ended(make_cast())
    note_records(AFTER)
    keep_proof_of_firm(AFTER)
    for _case in range(4):
        copied(Closed.objects.first())
    before = proof_page({}, on=SHOWN.date())
    assert any(line.figure for line in before.lines)
    erase_person(person_of(managers=[life.cast.max_profile.code]), by=HOUSE, at=SHOWN)
    assert proof_page({}, on=SHOWN.date()) == before
    # And no night after it reckons them otherwise.
    keep_proof_of_firm(SHOWN)
    assert proof_page({}, on=SHOWN.date()) == before
    assert not RecordLine.objects.exists()
