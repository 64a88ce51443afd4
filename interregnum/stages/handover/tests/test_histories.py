"""The index that is stored and the one that the journal tells are the same, whatever happened."""

import pytest

from interregnum.journal.models import Entry
from interregnum.stages.handover.models import AnchorCard
from interregnum.stages.handover.tests.histories import History

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2")]


def test_index_stored_and_told_by_the_journal_are_equal_on_random_histories_and_not_when_a_card_is_changed():
    history = History()
    assert history.equal(range(12)) == []
    last = Entry.objects.order_by("-number").values_list("number", flat=True).first()
    history.live(12)
    card = AnchorCard.objects.order_by("pk").first()
    AnchorCard.objects.filter(pk=card.pk).update(owner="" if card.owner else "Lies")
    assert not history.is_same(last)
