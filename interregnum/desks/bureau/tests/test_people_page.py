"""Who can sign in, and inviting somebody."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.outside.mail import kept_mail
from interregnum.people.models import Account, Seat
from tests import world

PEOPLE = "/bureau/people/"


def invitation(**changes: str) -> dict[str, str]:
    return {
        "name": "Ina Voorbeeld", "email": "Ina@example.org", "role": "account_manager", "organisation": "",
        "language": "nl", "once": "a",
    } | changes  # fmt: skip


def test_bea_sees_everybody_with_their_role_and_anton_sees_nobody(cast, django_assert_max_num_queries):
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(PEOPLE).content.decode()
    assert "Client: Bank De Proef" in page
    assert "Open" in page
    assert world.browser(cast.anton).get(PEOPLE).status_code == 404


@time_machine.travel(world.NOW, tick=False)
def test_bea_invites_an_account_manager_once_however_often_she_presses(cast):
    bea = world.browser(cast.bea)
    for _ in range(2):
        assert bea.post(PEOPLE, invitation())["Location"] == PEOPLE
    account = Account.objects.get(email="ina@example.org")
    assert list(account.seats.values_list("role", flat=True)) == ["account_manager"]
    assert kept_mail()[1] == 1
    assert "Invited until" in bea.get(PEOPLE).content.decode()


def test_an_expired_invitation_is_sent_again_with_the_form_filled_in(cast):
    bea = world.browser(cast.bea)
    with time_machine.travel(world.NOW, tick=False):
        bea.post(PEOPLE, invitation(role="client", organisation=cast.bank.code))
    code = Account.objects.get(email="ina@example.org").code
    with time_machine.travel(world.NOW + timedelta(days=60), tick=False):
        again = world.browser(cast.bea)
        assert "Invitation expired" in again.get(PEOPLE).content.decode()
        form = again.get(PEOPLE, {"again": code}).context["form"]
        assert form.initial["organisation"] == cast.bank.code
        again.post(PEOPLE, {**form.initial, "once": "b"})
    assert kept_mail()[1] == 2
    assert Seat.objects.filter(account__email="ina@example.org").count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"role": "client"}, "Choose the organisation that this person works for."),
        ({"role": "manager"}, "No interim manager on the roster has this e-mail address."),
        ({"role": "shadow", "organisation": "bank"}, "Only a client or a delegate belongs to an organisation."),
        ({"role": "partner", "email": "bea@example.org"}, "This person has this role already"),
        ({"email": "no address"}, "Enter a valid email address"),
        ({"role": "house"}, "Select a valid choice"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_beside_its_field(cast, changes, words):
    if changes.get("organisation"):
        changes = changes | {"organisation": cast.bank.code}
    before = Account.objects.count()
    page = world.browser(cast.bea).post(PEOPLE, invitation(**changes))
    assert page.status_code == 422
    assert words in page.content.decode()
    assert (Account.objects.count(), kept_mail()[1]) == (before, 0)


def test_a_manager_is_tied_to_the_profile_with_the_same_address(cast):
    profile = world.make_manager(name="Ina Voorbeeld", email="ina@example.org")
    world.browser(cast.bea).post(PEOPLE, invitation(role="manager"))
    assert Seat.objects.get(account__email="ina@example.org").manager == profile


def test_who_has_an_account_gets_another_role_without_a_mail(cast):
    world.browser(cast.bea).post(PEOPLE, invitation(email="anton@example.org", role="shadow"))
    assert set(cast.anton.seats.values_list("role", flat=True)) == {"account_manager", "shadow"}
    assert kept_mail()[1] == 0


@pytest.mark.parametrize("code", ["nobody", "no\x00body"])
def test_the_address_of_nobody_leaves_the_form_empty(cast, code):
    assert world.browser(cast.bea).get(reverse("bureau:people-invite"), {"again": code}).status_code == 200


def test_a_closed_account_gets_no_role_and_no_link_until_it_is_open_again(cast):
    bea = world.browser(cast.bea)
    bea.post(PEOPLE, invitation())
    account = Account.objects.get(email="ina@example.org")
    person = reverse("bureau:people-person", args=[account.code])
    bea.post(person, {"do": "close", "once": "c"})
    before = kept_mail()[1]
    answer = bea.post(PEOPLE, invitation(once="d"))
    assert answer.status_code == 422
    assert "This account is closed. Open it again first" in answer.content.decode()
    assert kept_mail()[1] == before
    assert not account.invitations.filter(used_at=None).exists()
    # Open again, whoever never came in gets a fresh link.
    bea.post(person, {"do": "reopen", "once": "e"})
    assert bea.post(PEOPLE, invitation(once="f")).status_code == 302
    assert account.invitations.filter(used_at=None).count() == 1
