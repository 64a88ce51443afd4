"""The client organisations and their contacts, through the browser."""

import pytest

from interregnum.journal.models import Entry
from interregnum.people.models import Account, Contact, Organisation
from tests import world

pytestmark = pytest.mark.django_db
VALUES = {"name": "Stichting Proefstuk", "sector": "pension", "city": "Zwolle", "kvk": "12 34 56 78"}
PERSON = {"name": "Piet Proef", "email": "Piet@Example.org", "phone": "+31 38 000 0000", "language": "nl"}


def test_the_list_is_searched_and_leads_to_each_organisation(cast):
    page = world.browser(cast.anton).get("/bureau/clients/?q=proef").content.decode()
    assert "Bank De Proef" in page
    assert "Verzekeraar Elders" not in page
    assert f'href="/bureau/clients/{cast.bank.code}/"' in page


def test_an_organisation_is_added_with_its_contact_and_nobody_is_invited(cast):
    browser, accounts = world.browser(cast.anton), Account.objects.count()
    after = browser.post("/bureau/clients/new/", VALUES, follow=True)
    organisation = Organisation.objects.get(name="Stichting Proefstuk")
    assert (organisation.kvk, organisation.reclaims_vat) == ("12345678", False)
    assert "No contact yet" in after.content.decode()
    browser.post(f"/bureau/clients/{organisation.code}/contacts/new/", PERSON | {"is_active": "on"})
    assert list(organisation.contacts.values_list("name", "email", "is_active")) == [
        ("Piet Proef", "piet@example.org", True)
    ]
    assert Account.objects.count() == accounts
    assert list(Entry.objects.order_by("number").values_list("kind", flat=True)) == [
        "OrganisationSaved",
        "ContactSaved",
    ]


def test_who_has_left_is_kept_and_said_so(cast):
    browser = world.browser(cast.anton)
    browser.post(
        f"/bureau/contacts/{cast.contact.code}/", {"name": "Carla", "email": "carla@example.org", "language": "nl"}
    )
    assert "Has left" in browser.get(f"/bureau/clients/{cast.bank.code}/edit/").content.decode()
    assert ">0<" in browser.get("/bureau/clients/?q=proef").content.decode()


@pytest.mark.parametrize("name", ["Bank De Proef", "bank de proef"])
def test_a_name_is_that_of_one_organisation(cast, name):
    answer = world.browser(cast.anton, language="nl").post("/bureau/clients/new/", VALUES | {"name": name})
    assert answer.status_code == 422
    assert "Er is al een organisatie met deze naam." in answer.content.decode()


def test_a_contact_is_known_once_by_organisation_and_address(cast):
    browser = world.browser(cast.anton)
    again = browser.post(f"/bureau/clients/{cast.bank.code}/contacts/new/", PERSON | {"email": "CARLA@example.org"})
    assert again.status_code == 422
    assert (
        browser.post(
            f"/bureau/clients/{cast.other_bank.code}/contacts/new/", PERSON | {"email": "carla@example.org"}
        ).status_code
        == 302
    )
    assert Contact.objects.filter(email="carla@example.org").count() == 2


@pytest.mark.parametrize(
    ("field", "wrong", "words"),
    [
        ("kvk", "1234", "eight digits"),
        ("vat_number", "NL123456789B01", "no VAT number"),
        ("phone", "bel maar", "no telephone number"),
    ],
)
def test_a_number_that_cannot_be_one_is_refused_in_words(cast, field, wrong, words):
    answer = world.browser(cast.anton).post("/bureau/clients/new/", VALUES | {field: wrong})
    assert answer.status_code == 422
    assert words in answer.content.decode()
