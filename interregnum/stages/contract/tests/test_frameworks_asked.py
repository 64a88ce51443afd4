"""A framework agreement is asked of whoever may sign it for the client, who gets in without having been here before."""

import re

import pytest
from django.urls import reverse

from interregnum.outside.mail import kept_mail
from interregnum.people.authorities import end_authority
from interregnum.people.models import Account, Contact, Seat
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.tests.framework import made
from tests import world


@pytest.fixture
def wies(cast) -> Contact:
    """She may sign for the bank, and has no account yet."""
    row = Contact.objects.create(organisation=cast.bank, name="Wies", email="wies@example.org", language="nl")
    world.let_sign(row)
    return row


def mails_to(email: str) -> list[str]:
    return [mail.text for mail in kept_mail()[0] if mail.to == email]


def asked() -> list[str]:
    words = ("ligt klaar om te tekenen", "ready for your signature")
    return sorted(mail.to for mail in kept_mail()[0] if any(word in mail.subject for word in words))


def found(pattern: str, texts: list[str]) -> str:
    return next(match.group() for text in texts if (match := re.search(pattern, text)))


def test_somebody_without_an_account_gets_in_and_signs_with_the_code_from_the_mail(cast, wies):
    page = reverse("bureau:contract-frameworks", args=[cast.bank.code])
    assert world.browser(cast.bea).post(page, {"contact": wies.code}).status_code == 302
    row = Framework.objects.select_related("document").get()
    assert asked() == ["wies@example.org"]
    own = reverse("client:contract-framework", args=[row.code])
    assert own in "".join(mails_to("wies@example.org"))
    door = found(r"/invitation/[^/\s]+/", mails_to("wies@example.org"))
    browser = world.browser()
    typed = "een-lang-wachtwoord-van-wies"
    answer = browser.post(door, {"password": typed, "new_password1": typed, "new_password2": typed})
    assert answer.status_code == 302
    assert browser.get(own).status_code == 200
    assert browser.post(own, {"do": "code"}).status_code == 302
    code = found(r"\b\d{3} \d{3}\b", mails_to("wies@example.org"))
    signature = {"code_typed": code, "name_typed": "Wies de Wit", "agreed": "on", "seen": row.document.sha256}
    assert browser.post(own, signature).status_code == 302
    row.refresh_from_db()
    assert (row.signed_name, row.signed_by.email) == ("Wies de Wit", "wies@example.org")


def test_a_contact_who_may_not_sign_is_not_asked_but_whoever_may_is(cast, wies):
    end_authority(contact=cast.contact.code, by=cast.actor(cast.anton), at=world.NOW)
    made(cast)
    assert asked() == ["wies@example.org"]
    assert Seat.objects.filter(account__email="wies@example.org", role="client", organisation=cast.bank).count() == 1


@pytest.mark.usefixtures("at_now")
def test_where_nobody_may_sign_nobody_is_asked_and_the_page_tells_the_bureau(cast):
    page = reverse("bureau:contract-frameworks", args=[cast.bank.code])
    bea = world.browser(cast.bea, language="en")
    made(cast)
    assert "can sign yet" not in bea.get(page).content.decode()
    end_authority(contact=cast.contact.code, by=cast.actor(cast.anton), at=world.NOW)
    before = asked()
    made(cast)
    assert asked() == before
    assert "can sign yet" in bea.get(page).content.decode()


def test_an_account_that_was_never_opened_gets_its_link_once_more(cast, wies):
    end_authority(contact=cast.contact.code, by=cast.actor(cast.anton), at=world.NOW)
    made(cast)
    assert not Account.objects.get(email="wies@example.org").has_usable_password()
    before = len(mails_to("wies@example.org"))
    made(cast)
    doors = [text for text in mails_to("wies@example.org")[before:] if "/invitation/" in text]
    assert len(doors) == 1
