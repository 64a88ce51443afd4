"""The mail to sign goes to somebody who may sign: the contact of the request, or who may do so alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.outside.mail import kept_mail
from interregnum.people.authorities import end_authority
from interregnum.people.models import Account, Contact, Seat
from interregnum.stages.contract.actions.ask_to_sign import ask_again
from interregnum.stages.contract.actions.end_unsigned import remind_to_sign
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import sign


@pytest.fixture
def wies(cast) -> Contact:
    """The only one who may sign for the bank; she has no account yet."""
    row = Contact.objects.create(organisation=cast.bank, name="Wies", email="wies@example.org", language="nl")
    world.let_sign(row)
    assert end_authority(contact=cast.contact.code, by=cast.actor(cast.anton), at=world.NOW) is None
    return row


def readers(word: str) -> list[str]:
    return [mail.to for mail in kept_mail()[0] if word in mail.subject]


def test_who_may_sign_alone_is_asked_and_gets_in(cast, wies):
    contract = drawn(cast)
    assert readers("klaar voor uw handtekening") == ["wies@example.org"]
    account = Account.objects.get(email="wies@example.org")
    assert Seat.objects.filter(account=account, role="client", organisation=cast.bank).count() == 1
    assert sign(contract.code, Side.CLIENT, cast.actor(account), at=world.NOW) is None


def test_the_reminder_and_the_mail_once_more_go_there_too(cast, wies):
    contract = drawn(cast)
    assert remind_to_sign(world.NOW + timedelta(days=3)) == 1
    assert readers("wacht nog") == ["wies@example.org"]
    before = len(readers("klaar voor uw handtekening"))
    assert ask_again(contract=contract.code, by=cast.actor(cast.bea), at=world.NOW) is None
    assert len(readers("klaar voor uw handtekening")) == before + 1
    # An account that was not opened yet gets its link once.
    assert Seat.objects.filter(account__email="wies@example.org").count() == 1


def test_two_who_may_are_both_asked(cast, wies):
    other = Contact.objects.create(organisation=cast.bank, name="Ewa", email="ewa@example.org", language="nl")
    world.let_sign(other)
    drawn(cast)
    remind_to_sign(world.NOW + timedelta(days=3))
    assert sorted(readers("wacht nog")) == ["ewa@example.org", "wies@example.org"]


def test_the_contact_of_the_request_is_asked_who_may_sign_alone_and_where_nobody_may(cast):
    other = Contact.objects.create(organisation=cast.bank, name="Ewa", email="ewa@example.org", language="nl")
    world.let_sign(other)
    drawn(cast)
    assert "ewa@example.org" not in {mail.to for mail in kept_mail()[0]}
    for contact in (cast.contact, other):
        end_authority(contact=contact.code, by=cast.actor(cast.anton), at=world.NOW)
    remind_to_sign(world.NOW + timedelta(days=3))
    assert readers("wacht nog") + readers("still waits") == ["carla@example.org"]


def test_a_delegate_cannot_sign_so_the_bureau_is_told_that_nobody_can(cast):
    dirk = Contact.objects.create(organisation=cast.bank, name="Dirk", email=cast.dirk.email, language="nl")
    world.let_sign(dirk)
    end_authority(contact=cast.contact.code, by=cast.actor(cast.anton), at=world.NOW)
    contract = drawn(cast)
    assert cast.dirk.email not in readers("handtekening")
    page = world.browser(cast.bea, language="en").get(reverse("bureau:contract-contract", args=[contract.code]))
    assert "can sign yet" in page.content.decode()


def test_who_may_sign_first_afterwards_takes_the_place_of_nobody_in_the_same_step(cast, wies):
    drawn(cast)
    late = world.NOW + timedelta(days=3)
    remind_to_sign(late)
    end_authority(contact=wies.code, by=cast.actor(cast.anton), at=late)
    other = Contact.objects.create(organisation=cast.bank, name="Ewa", email="ewa@example.org", language="nl")
    world.let_sign(other)
    for _again in range(2):
        remind_to_sign(late)
    assert sorted(readers("wacht nog")) == ["ewa@example.org", "wies@example.org"]


def test_an_account_that_was_never_opened_gets_a_link_with_each_reminder_and_not_twice(cast, wies):
    drawn(cast)
    doors = [mail for mail in kept_mail()[0] if mail.to == "wies@example.org" and "/invitation/" in mail.text]
    for _again in range(2):
        remind_to_sign(world.NOW + timedelta(days=3))
    found = [mail for mail in kept_mail()[0] if mail.to == "wies@example.org" and "/invitation/" in mail.text]
    assert (len(doors), len(found)) == (1, 2)
