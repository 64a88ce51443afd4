"""Nobody is made a partner by one partner alone, as soon as there are two."""

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import Role
from interregnum.people.models import Account, NextPartner, Seat
from interregnum.people.rules.partners import check_second
from tests import world

pytestmark = pytest.mark.django_db
PEOPLE = reverse("bureau:people-invite")
NORA = {"name": "Nora", "email": "nora@example.org", "role": "partner", "language": "nl"}


def is_partner(email: str) -> bool:
    return Seat.objects.filter(account__email=email, role=Role.PARTNER).exists()


@pytest.fixture
def second(cast):
    """Aad is a partner beside Bea."""
    Seat.objects.filter(account=cast.aad).delete()
    Seat.objects.create(account=cast.aad, role=Role.PARTNER)
    return world.browser(cast.aad)


def asked(cast) -> str:
    assert world.browser(cast.bea).post(PEOPLE, NORA).status_code == 302
    return reverse("bureau:people-person", args=[Account.objects.get(email="nora@example.org").code])


def test_the_only_partner_makes_another_alone(cast):
    asked(cast)
    assert is_partner("nora@example.org")
    assert not NextPartner.objects.exists()


def test_with_two_the_second_confirms_and_only_then_the_link_goes(cast, second):
    page = asked(cast)
    assert not is_partner("nora@example.org")
    assert not Mail.objects.filter(to="nora@example.org").exists()
    assert Mail.objects.filter(to=cast.aad.email, template="mail/partner_proposed.txt").count() == 1
    assert "Confirm that Nora becomes a partner" in second.get("/bureau/").content.decode()
    again = world.browser(cast.bea).post(page, {"do": "confirm"})
    assert again.status_code == 422
    assert "ask another partner to confirm it" in again.content.decode()
    assert not is_partner("nora@example.org")
    assert "Confirm: make a partner" in second.get(page).content.decode()
    assert second.post(page, {"do": "confirm"}).status_code == 302
    assert is_partner("nora@example.org")
    assert Mail.objects.filter(to="nora@example.org", template="mail/invitation.txt").count() == 1
    assert second.post(page, {"do": "confirm", "once": "weer"}).status_code == 422


def test_somebody_with_another_role_waits_as_well_and_keeps_that_role(cast, second):
    world.browser(cast.bea).post(PEOPLE, NORA | {"name": "Anton", "email": cast.anton.email})
    page = reverse("bureau:people-person", args=[cast.anton.code])
    assert not is_partner(cast.anton.email)
    assert second.post(page, {"do": "refuse"}).status_code == 302
    assert not is_partner(cast.anton.email)
    assert not NextPartner.objects.filter(ended_at=None).exists()
    assert Seat.objects.filter(account=cast.anton, role=Role.ACCOUNT_MANAGER).exists()


def test_whoever_is_left_alone_confirms_what_they_proposed(cast, second):
    page = asked(cast)
    Account.objects.filter(pk=cast.aad.pk).update(is_active=False)
    assert world.browser(cast.bea).post(page, {"do": "confirm"}).status_code == 302
    assert is_partner("nora@example.org")


def test_nobody_confirms_oneself():
    assert check_second(proposed_by="a", person="b", decides="b", partners=1) is not None
    assert check_second(proposed_by="a", person="b", decides="c", partners=2) is None


def told_of_partners() -> list[str]:
    return sorted(Mail.objects.filter(template="mail/partner_changed.txt").values_list("to", flat=True))


@pytest.fixture
def third(cast):
    """Anton is a partner beside Bea and Aad."""
    Seat.objects.filter(account=cast.anton).delete()
    Seat.objects.create(account=cast.anton, role=Role.PARTNER)
    return cast.anton


@pytest.mark.usefixtures("second")
def test_a_partner_who_is_put_out_or_let_in_again_does_not_stay_between_two(cast, third):
    page, history = (reverse(f"bureau:{name}", args=[cast.aad.code]) for name in ("people-person", "history"))
    bea = world.browser(cast.bea)
    assert bea.post(page, {"do": "close", "once": "a"}).status_code == 302
    assert told_of_partners() == [third.email]
    letter = Mail.objects.get(template="mail/partner_changed.txt")
    assert (letter.link.endswith(history), letter.quiet, letter.state) == (True, None, "sent")
    assert "An account was closed" in world.browser(third).get(history).text
    assert history in world.browser(third).get(page).text
    assert bea.post(page, {"do": "reopen", "once": "b"}).status_code == 302
    assert told_of_partners() == sorted([third.email, third.email, cast.aad.email])
    seat = Seat.objects.get(account=cast.aad, role=Role.PARTNER)
    assert bea.post(page, {"do": "take", "seat": seat.pk, "once": "c"}).status_code == 302
    assert told_of_partners() == sorted([third.email, third.email, third.email, cast.aad.email])


@pytest.mark.usefixtures("second", "third")
def test_of_others_the_partners_are_not_told_one_by_one(cast):
    bea = world.browser(cast.bea)
    page = reverse("bureau:people-person", args=[cast.sara.code])
    assert bea.post(page, {"do": "close", "once": "a"}).status_code == 302
    assert told_of_partners() == []
