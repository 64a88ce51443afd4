"""Whom the bureau's mail reaches when whoever guarded something is not there any more."""

import pytest

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import HOUSE
from interregnum.people.models import Account, Seat
from interregnum.people.post import write_to_bureau
from tests.life import Life

pytestmark = pytest.mark.django_db
TEMPLATE = "mail/proposal_decided.txt"


def told(owner: str) -> list[str]:
    write_to_bureau(by=HOUSE, template=TEMPLATE, about=[], owner=owner, link="http://127.0.0.1:8000/")
    return sorted(Mail.objects.filter(template=TEMPLATE).values_list("to", flat=True))


def test_whoever_guards_it_is_told_alone(cast):
    assert told(cast.anton.code) == ["anton@example.org"]


def test_of_a_closed_account_the_partners_are_told(cast):
    Account.objects.filter(pk=cast.anton.pk).update(is_active=False)
    assert told(cast.anton.code) == ["bea@example.org"]


def test_of_somebody_without_a_desk_at_the_bureau_the_partners_are_told(cast):
    Seat.objects.filter(account=cast.anton).delete()
    assert told(cast.anton.code) == ["bea@example.org"]


def test_a_client_who_chooses_after_the_guard_has_left_is_heard(cast):
    life = Life(cast, until="sent")
    Account.objects.filter(pk=cast.anton.pk).update(is_active=False)
    life.accepted()
    assert list(Mail.objects.filter(template=TEMPLATE).values_list("to", flat=True)) == ["bea@example.org"]
