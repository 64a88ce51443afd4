"""What somebody ticks when they sign is what is kept, to the letter, in the language in which they read it."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from interregnum.outside.mail import kept_mail
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.queries.signatures import framework_signatures, signatures_of
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import made
from tests import world

pytestmark = pytest.mark.usefixtures("at_now")


def ticked(page: str) -> str:
    """The words beside the tick on a page."""
    label = re.search(r'<label[^>]*for="id_agreed"[^>]*>(.*?)</label>', page, re.DOTALL)
    assert label
    return " ".join(re.sub(r"<[^>]+>", " ", label[1]).split())


def signs(person, address: str, *, language: str, sha256: str) -> str:
    """Signs on the page, and gives the words that were ticked there."""
    browser = world.browser(person, language=language)
    assert browser.post(address, {"do": "code"}).status_code == 302
    mails = [mail.text for mail in kept_mail()[0] if mail.to == person.email]
    code = next(found[0] for text in reversed(mails) if (found := re.search(r"\b\d{3} \d{3}\b", text)))
    words = ticked(browser.get(address).content.decode())
    typed = {"code_typed": code, "name_typed": person.name, "agreed": "on", "seen": sha256}
    assert browser.post(address, typed).status_code == 302
    return words


@pytest.mark.parametrize("language", ["en", "nl"])
def test_of_a_contract(cast, language):
    contract = drawn(cast)
    row = Agreement.objects.select_related("document").get(contract=contract, side=Side.CLIENT)
    address = reverse("client:contract-contract", args=[contract.code])
    words = signs(cast.carla, address, language=language, sha256=row.document.sha256)
    row.refresh_from_db()
    assert words == escape(row.consent) and ("I have read" in words) == (language == "en")
    assert row.consent in str(signatures_of(row)["rows"])


@pytest.mark.parametrize("language", ["en", "nl"])
def test_of_a_framework_agreement(cast, language):
    row = made(cast)
    address = reverse("client:contract-framework", args=[row.code])
    words = signs(cast.carla, address, language=language, sha256=row.document.sha256)
    row.refresh_from_db()
    assert words == escape(row.consent) and ("I have read" in words) == (language == "en")
    assert row.consent in str(framework_signatures(row)["rows"])


def test_without_the_tick_nothing_is_signed(cast):
    row = made(cast)
    browser, address = world.browser(cast.carla), reverse("client:contract-framework", args=[row.code])
    assert browser.post(address, {"do": "code"}).status_code == 302
    typed = {"code_typed": "123456", "name_typed": "Carla", "seen": row.document.sha256}
    assert browser.post(address, typed).status_code == 422
    row.refresh_from_db()
    assert (row.signed_at, row.consent) == (None, "")
